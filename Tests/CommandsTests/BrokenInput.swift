import Testing

/// A site with one thing wrong, and all that is to be said about it.
struct BrokenInput: Sendable, CustomTestStringConvertible {
  let name: String
  let edits: [Edit]
  let findings: [String]
  /// What the message must name besides: a suggestion, a value.
  let says: [String]
  let options: [String]

  init(
    _ name: String, _ edits: Edit..., finds findings: [String], says: [String] = [], options: [String] = []
  ) {
    self.name = name
    self.edits = edits
    self.findings = findings
    self.says = says
    self.options = options
  }

  var testDescription: String { name }
}
