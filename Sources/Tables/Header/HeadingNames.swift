import Reading

/// The declared fields by what a header may call them: name, title or alias.
struct HeadingNames: Sendable {
  private var byHeading: [String: Int] = [:]
  /// The same without what ends a question.
  private var byQuestion: [String: Int] = [:]
  /// The same without what may stand between an upper and a lower heading.
  private var byPath: [String: Int] = [:]

  init(_ fields: [FieldDeclaration]) {
    for (index, field) in fields.enumerated() {
      for heading in [field.name, field.title] + field.aliases {
        let folded = HeadingFold.fold(heading)
        byHeading[folded] = byHeading[folded] ?? index
        let question = SurveyHeadings.question("1、" + folded) ?? folded
        byQuestion[question] = byQuestion[question] ?? index
        let path = HeadingFold.joined([folded])
        byPath[path] = byPath[path] ?? index
      }
    }
  }

  func field(of heading: String) -> Int? { field(ofFolded: HeadingFold.fold(heading)) }

  /// By the whole heading, or by a question without its number.
  private func field(ofFolded heading: String) -> Int? {
    if let field = byHeading[heading] { return field }
    guard let question = SurveyHeadings.question(heading) else { return nil }
    return byQuestion[question]
  }

  /// The field that headings over each other name: all of them joined, then without the uppermost, at last the lowest alone.
  ///
  /// - Parameter path: folded, from the top down.
  func field(ofPath path: [String]) -> Int? {
    for start in path.indices.dropLast() {
      if let field = byPath[HeadingFold.joined(path[start...])] { return field }
    }
    return path.last.flatMap { field(ofFolded: $0) }
  }
}
