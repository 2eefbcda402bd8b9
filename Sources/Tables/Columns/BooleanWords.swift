import Reading

/// The words of a boolean field. Its column's categories are named ``yes`` and ``no``, whatever a source wrote,
/// so a condition's words go through ``read(_:)`` before they are compared.
package enum BooleanWords {
  package static let yes = "true"
  package static let no = "false"

  /// Reads 是, `true`, 1 and 否, `false`, 0; without case, full-width too. `nil` for anything else.
  package static func read(_ text: String) -> Bool? {
    switch PlainText.folded(text).lowercased() {
    case "是", yes, "1": true
    case "否", no, "0": false
    default: nil
    }
  }
}
