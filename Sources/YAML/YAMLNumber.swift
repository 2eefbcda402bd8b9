import Common

/// A number written as a decimal or as a percentage.
package struct YAMLNumber: Hashable, Sendable {
  /// 98% is 98/100.
  package var value: Rational
  package var isPercent: Bool

  package init(value: Rational, isPercent: Bool) {
    self.value = value
    self.isPercent = isPercent
  }

  /// Reads `98%`, `98％`, `97.5 %`, `0.98` or `12`; `nil` for anything else.
  package init?(_ text: String) {
    guard let last = text.last, last == "%" || last == "％" else {
      guard let value = Rational(decimal: text) else { return nil }
      self.init(value: value, isPercent: false)
      return
    }
    var digits = text.dropLast()
    if digits.last == " " { digits.removeLast() }
    guard let hundredths = Rational(decimal: digits), let value = hundredths / Rational(100) else {
      return nil
    }
    self.init(value: value, isPercent: true)
  }
}
