import Common

/// Which bulletins must be signed before they are published, and by whom.
package struct ApprovalRule: Sendable, Hashable {
  package enum Need: String, Sendable, CaseIterable {
    case required, none
  }

  /// Whether bulletins need it that do not say so themselves.
  package var isRequired = false
  /// The first day for which they do; `nil` is from the beginning.
  package var from: CivilDate?
  /// What is signed as, in the order of the bulletin's foot.
  package var roles = ["签发"]

  package init() {}

  /// Whether a bulletin must be signed.
  ///
  /// - Parameter own: What the day's own file says.
  package func isRequired(on day: CivilDate, own: Need?) -> Bool {
    if let own { return own == .required }
    return isRequired && from.map { $0 <= day } ?? true
  }

  /// What may stand as a role or as a person's name: one line of at most 40 characters.
  package static func isName(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, text.count <= 40 else { return false }
    return !first.isWhitespace && !last.isWhitespace
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
          false
        default: true
        }
      }
  }
}
