import Common

/// Whole numbers in units of a power of ten, as the tables keep them.
enum Scaled {
  /// 10^`scale`.
  static func power(_ scale: Int) -> Int128 {
    switch scale {
    case 0: 1
    case 6: 1_000_000
    default: (0..<max(0, scale)).reduce(1) { power, _ in power * 10 }
    }
  }

  static func rational(_ value: Int128, scale: Int) -> Rational {
    Rational(value, over: power(scale)) ?? .zero
  }

  /// `nil` when the value is no whole number at that scale, or needs more than 64 bits.
  static func exact(_ value: Rational, scale: Int) -> Int64? {
    let power = power(scale)
    guard power % value.denominator == 0 else { return nil }
    let (product, overflow) = value.numerator.multipliedReportingOverflow(by: power / value.denominator)
    return overflow ? nil : Int64(exactly: product)
  }
}
