/// `chapman: {first, second, both, estimate}`: how many there are, from two counts of the same things made apart.
///
/// Chapman's estimator (D. G. Chapman, 1951): (n₁+1)(n₂+1)/(m+1) − 1, n₁ being what the first source has, n₂ the second,
/// and m both.
package struct Chapman: Sendable, Hashable {
  package enum Estimate: String, Sendable, CaseIterable {
    /// All there are.
    case total
    /// Those that the first source does not have.
    case missed
  }

  /// Three measures of one dataset, which count only units where all three are known.
  package var first: Measure
  package var second: Measure
  package var both: Measure
  package var estimate: Estimate

  package init(first: Measure, second: Measure, both: Measure, estimate: Estimate) {
    self.first = first
    self.second = second
    self.both = both
    self.estimate = estimate
  }

  package var measures: [Measure] { [first, second, both] }
}
