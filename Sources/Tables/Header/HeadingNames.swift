import Reading

/// The declared fields by what a header may call them: name, title or alias.
struct HeadingNames: Sendable {
  private var byHeading: [String: Int] = [:]
  /// The same without what may stand between an upper and a lower heading.
  private var byPath: [String: Int] = [:]

  init(_ fields: [FieldDeclaration]) {
    for (index, field) in fields.enumerated() {
      for heading in [field.name, field.title] + field.aliases {
        let folded = HeadingFold.fold(heading)
        byHeading[folded] = byHeading[folded] ?? index
        let path = HeadingFold.joined([folded])
        byPath[path] = byPath[path] ?? index
      }
    }
  }

  func field(of heading: String) -> Int? { byHeading[HeadingFold.fold(heading)] }

  /// The field that headings over each other name: all of them joined, then without the uppermost, at last the lowest alone.
  ///
  /// - Parameter path: folded, from the top down.
  func field(ofPath path: [String]) -> Int? {
    for start in path.indices.dropLast() {
      if let field = byPath[HeadingFold.joined(path[start...])] { return field }
    }
    return path.last.flatMap { byHeading[$0] }
  }
}
