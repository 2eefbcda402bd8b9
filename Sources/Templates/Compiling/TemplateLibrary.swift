/// What templates are compiled from: the files of a theme and the site's words.
struct TemplateLibrary: Sendable {
  let templates: [String: ParsedTemplate]
  let constants: [String: String]
  /// Addresses that are written in another's place.
  var moved: [String: String] = [:]

  /// A template's own markup, as it is written.
  func markup(_ bytes: [UInt8]) -> [UInt8] {
    guard !moved.isEmpty, let end = bytes.firstIndex(where: TemplateSet.endsAddress),
      let address = moved[String(decoding: bytes[..<end], as: UTF8.self)]
    else { return bytes }
    return Array(address.utf8) + bytes[end...]
  }

  /// The names of the blocks that can be overridden in a template, in what it includes and in its parents.
  ///
  /// - Complexity: O(pieces of all templates that it reaches).
  func blockNames(of template: String) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    collect(template, &names, &seen)
    return names
  }

  private func collect(_ template: String, _ names: inout [String], _ seen: inout Set<String>) {
    guard seen.insert(template).inserted, let parsed = templates[template] else { return }
    collect(parsed.nodes, &names, &seen)
  }

  private func collect(_ nodes: [Node], _ names: inout [String], _ seen: inout Set<String>) {
    for node in nodes {
      switch node {
      case .lineStart, .text, .variable: break
      case .section(_, _, let inner): collect(inner, &names, &seen)
      case .partial(let name, _): collect(name.text, &names, &seen)
      case .parent(let name, _, let arguments):
        for block in arguments { collect([.block(block)], &names, &seen) }
        collect(name.text, &names, &seen)
      case .block(let block):
        names.append(block.name.text)
        collect(block.nodes, &names, &seen)
      }
    }
  }
}
