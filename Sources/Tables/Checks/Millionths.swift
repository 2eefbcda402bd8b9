import Common
import Reading

/// Numbers of columns of any scale as whole numbers of millionths, so that they can be compared exactly.
enum Millionths {
  static let perOne: Int128 = 1_000_000

  /// - Parameter unitsPerOne: the column's.
  static func of(_ value: Int64, unitsPerOne: Int64) -> Int128 {
    Int128(value) * (perOne / Int128(unitsPerOne))
  }

  /// The largest not above a number.
  static func floor(_ value: Rational) -> Int128 { value.floored(unitsPerOne: perOne) }

  /// The least not below a number.
  static func ceiling(_ value: Rational) -> Int128 { -((-value).floored(unitsPerOne: perOne)) }

  /// As a person writes it: `12.5`, `70%`.
  static func written(_ millionths: Int128, _ field: FieldDeclaration) -> String {
    let isPercent = field.type == .percent
    let value = Rational(millionths, over: isPercent ? perOne / 100 : perOne) ?? .zero
    return value.plainDecimal() + (isPercent ? "%" : "")
  }
}

extension Rational {
  /// The value in whole units, rounded down.
  func floored(unitsPerOne: Int128) -> Int128 {
    let product = self * Rational(unitsPerOne)
    let (quotient, remainder) = product.numerator.quotientAndRemainder(dividingBy: product.denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
