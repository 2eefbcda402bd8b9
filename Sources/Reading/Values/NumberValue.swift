import Common

/// A number as a source wrote it: `mantissa` × 10^-`places`.
package struct NumberValue: Hashable, Sendable {
  package var mantissa: Int64
  package var places: Int
  package var exactness: Exactness
  /// The source's own words where it was not exact, `6000多`; without unit.
  package var written: String?
  /// Whether digits were given up: 1.2万, or more digits than 64 bits hold.
  package var isRounded: Bool
  /// Whether it was written with a percent sign; its value is then a hundredth of the digits.
  package var hasPercentSign: Bool

  package init(
    mantissa: Int64, places: Int = 0, exactness: Exactness = .exact, written: String? = nil,
    isRounded: Bool = false,
    hasPercentSign: Bool = false
  ) {
    self.mantissa = mantissa
    self.places = places
    self.exactness = exactness
    self.written = written
    self.isRounded = isRounded
    self.hasPercentSign = hasPercentSign
  }

  package var rational: Rational {
    Rational(Int128(mantissa), over: Self.power(places)) ?? .zero
  }

  package var amount: Amount {
    Amount(value: rational, exactness: exactness, written: written)
  }

  /// The value in units of 10^-`wanted`, rounded half away from zero.
  ///
  /// - Returns: `nil` when it does not fit 64 bits.
  package func scaled(toPlaces wanted: Int) -> (value: Int64, isExact: Bool)? {
    if wanted == places { return (mantissa, true) }
    if wanted > places {
      let (product, overflow) = Int128(mantissa).multipliedReportingOverflow(by: Self.power(wanted - places))
      guard !overflow, let value = Int64(exactly: product), value != .min else { return nil }
      return (value, true)
    }
    let scale = Self.power(places - wanted)
    let (quotient, remainder) = Int128(mantissa).quotientAndRemainder(dividingBy: scale)
    let away = abs(remainder) * 2 >= scale && remainder != 0
    return (Int64(quotient + (away ? Int128(mantissa.signum()) : 0)), remainder == 0)
  }

  static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<min(exponent, 37) { result *= 10 }
    return result
  }
}
