import Common

/// Whole numbers in units of a power of ten, as the tables keep them.
enum Scaled {
  private static let powers: [Int128] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  /// 10^`scale`.
  static func power(_ scale: Int) -> Int128 {
    if powers.indices.contains(scale) { return powers[scale] }
    return (0..<max(0, scale)).reduce(1) { power, _ in power * 10 }
  }

  static func rational(_ value: Int128, scale: Int) -> Rational {
    scale == 0 ? Rational(value) : Rational(value, over: power(scale)) ?? .zero
  }

  /// `nil` when the value is no whole number at that scale, or needs more than 64 bits.
  static func exact(_ value: Rational, scale: Int) -> Int64? {
    let power = power(scale)
    guard power % value.denominator == 0 else { return nil }
    let (product, overflow) = value.numerator.multipliedReportingOverflow(by: power / value.denominator)
    return overflow ? nil : Int64(exactly: product)
  }
}
