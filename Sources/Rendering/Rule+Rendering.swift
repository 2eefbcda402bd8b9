import Common

extension Rule {
  package static let missingTemplate = Rule("rendering.missing-template")
  package static let missingStrings = Rule("rendering.missing-strings")
}
