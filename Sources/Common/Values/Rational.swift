/// An exact fraction in lowest terms.
///
/// Arithmetic is over 128 bits. Where a sum of many unlike fractions no longer fits, the result is the
/// nearest fraction with denominator 10¹², half away from zero: the same on every machine, and far beyond any printed digit.
package struct Rational: Hashable, Sendable {
  package let numerator: Int128
  /// Always above zero.
  package let denominator: Int128

  /// `nil` when the denominator is zero.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  package init(_ value: some BinaryInteger) {
    numerator = Int128(value)
    denominator = 1
  }

  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package static let zero = Rational(0)

  package var isZero: Bool { numerator == 0 }

  /// -1, 0 or 1.
  package var sign: Int { numerator.signum() == 0 ? 0 : (numerator > 0 ? 1 : -1) }

  package var magnitude: Rational { Rational(reduced: abs(numerator), denominator) }

  package static prefix func - (value: Rational) -> Rational {
    Rational(reduced: -value.numerator, value.denominator)
  }

  package static func + (left: Rational, right: Rational) -> Rational {
    let divisor = greatestCommonDivisor(left.denominator, right.denominator)
    let (a, o1) = left.numerator.multipliedReportingOverflow(by: right.denominator / divisor)
    let (b, o2) = right.numerator.multipliedReportingOverflow(by: left.denominator / divisor)
    let (sum, o3) = a.addingReportingOverflow(b)
    let (denominator, o4) = left.denominator.multipliedReportingOverflow(by: right.denominator / divisor)
    if !(o1 || o2 || o3 || o4), let exact = Rational(sum, over: denominator) { return exact }
    let coarse = left.scaled(to: fallbackDenominator) + right.scaled(to: fallbackDenominator)
    return Rational(coarse, over: fallbackDenominator) ?? .zero
  }

  package static func - (left: Rational, right: Rational) -> Rational { left + -right }

  package static func * (left: Rational, right: Rational) -> Rational {
    let g1 = max(1, greatestCommonDivisor(left.numerator, right.denominator))
    let g2 = max(1, greatestCommonDivisor(right.numerator, left.denominator))
    let (n, o1) = (left.numerator / g1).multipliedReportingOverflow(by: right.numerator / g2)
    let (d, o2) = (left.denominator / g2).multipliedReportingOverflow(by: right.denominator / g1)
    if !(o1 || o2), let exact = Rational(n, over: d) { return exact }
    let a = left.scaled(to: fallbackDenominator)
    let b = right.scaled(to: fallbackDenominator)
    let whole = a.multipliedFullWidth(by: b)
    let quotient = fallbackDenominator.dividingFullWidth((whole.high, whole.low)).quotient
    return Rational(quotient, over: fallbackDenominator) ?? .zero
  }

  /// `nil` when the divisor is zero.
  package static func / (left: Rational, right: Rational) -> Rational? {
    guard let inverse = Rational(right.denominator, over: right.numerator) else { return nil }
    return left * inverse
  }

  private static let fallbackDenominator: Int128 = 1_000_000_000_000

  /// The value times `scale`, rounded half away from zero to a whole number.
  ///
  /// - Precondition: the result fits 128 bits.
  package func scaled(to scale: Int128) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let whole = quotient * scale
    let (product, overflow) = remainder.multipliedReportingOverflow(by: scale)
    if overflow {
      // |remainder| < denominator: shrink both alike, far below any printed digit.
      let shift = Int128(1) << 64
      return whole + Rational.rounded((remainder / shift) * scale, over: max(1, denominator / shift))
    }
    return whole + Rational.rounded(product, over: denominator)
  }

  private static func rounded(_ numerator: Int128, over denominator: Int128) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let away = abs(remainder) >= denominator - abs(remainder)
    return away && remainder != 0 ? quotient + (numerator < 0 ? -1 : 1) : quotient
  }

  private static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (x, y) = (abs(a), abs(b))
    while y != 0 { (x, y) = (y, x % y) }
    return x
  }
}

extension Rational: Comparable {
  package static func < (left: Rational, right: Rational) -> Bool {
    let (a, o1) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (b, o2) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    if !(o1 || o2) { return a < b }
    return (left - right).sign < 0
  }
}
