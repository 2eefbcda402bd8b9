/// A text that stands for a missing value, and what is printed in its place.
package struct MissingValue: Hashable, Sendable, ExpressibleByStringLiteral {
  package var text: String
  /// 不适用, 停工: printed where a unit's value is missing; `nil` where the site's own word does.
  package var label: String?

  package init(_ text: String, label: String? = nil) {
    self.text = text
    self.label = label
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }
}
