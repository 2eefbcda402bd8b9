import Common

/// Between which two values the true one lies, with 95% confidence.
package struct ConfidenceInterval: Sendable, Hashable {
  package var low: Rational
  package var high: Rational

  package init(low: Rational, high: Rational) {
    self.low = low
    self.high = high
  }
}

/// How many there are, estimated from two counts made apart.
struct CaptureEstimate: Sendable, Hashable {
  var total: Rational
  var interval: ConfidenceInterval

  /// Chapman's estimator (n₁+1)(n₂+1)/(m+1) − 1 with Seber's variance (n₁+1)(n₂+1)(n₁−m)(n₂−m)/((m+1)²(m+2)) (G. A. F.
  /// Seber, The Estimation of Animal Abundance, 1982, 3.1) and the normal interval ±1.96 standard errors, which is never
  /// below the n₁+n₂−m that were seen.
  ///
  /// All is exact but the square root, which is taken of whole numbers and cut off at the sixth decimal: the same on every
  /// machine.
  ///
  /// - Returns: `nil` where more are in both than in one, or the numbers pass 128 bits.
  init?(first: Rational, second: Rational, both: Rational) {
    let one = Rational(1)
    guard both.sign >= 0, both <= first, both <= second,
      let estimate = (first + one) * (second + one) / (both + one),
      let spread = (first + one) * (second + one) * (first - both) * (second - both)
        / ((both + one) * (both + one) * (both + Rational(2))),
      let margin = Self.root(spread).map({ $0 * (Rational(196, over: 100) ?? .zero) })
    else { return nil }
    let total = estimate - one
    let seen = first + second - both
    self.total = total
    let low = total - margin
    interval = ConfidenceInterval(low: low < seen ? seen : low, high: total + margin)
  }

  /// The square root, cut off at the sixth decimal.
  ///
  /// - Complexity: O(bits)
  static func root(_ value: Rational) -> Rational? {
    guard value.sign >= 0 else { return nil }
    let scale: Int128 = 1_000_000
    let (scaled, overflow) = value.numerator.multipliedReportingOverflow(by: scale * scale)
    guard !overflow else { return nil }
    let square = scaled / value.denominator
    var (low, high): (Int128, Int128) = (0, 1)
    while high <= square / high { high *= 2 }
    while high - low > 1 {
      let middle = (low + high) / 2
      if middle <= square / middle { low = middle } else { high = middle }
    }
    return Rational(low, over: scale)
  }
}
