import Common

/// What a formula gives in a region on a day, before it is put beside who reported.
struct Outcome {
  var numerator: Rational
  var denominator: Rational?
  /// `nil` when the denominator is zero.
  var value: Rational?
  var exactness: Exactness

  init(_ term: Term) {
    numerator = term.value
    value = term.value
    exactness = term.exactness
  }

  /// A ratio is exact only when both sides are. So is a difference of anything from what is not exact:
  /// less than `more than` has no word of its own, and reads about.
  init(_ combination: IndicatorPlan.Combination, _ first: Term, _ second: Term, times: Rational) {
    switch combination {
    case .ratio:
      numerator = first.value
      denominator = second.value
      value = (first.value / second.value).map { $0 * times }
      exactness = first.exactness == .exact && second.exactness == .exact ? .exact : .about
    case .difference:
      numerator = (first.value - second.value) * times
      value = numerator
      exactness = second.exactness == .exact ? first.exactness : .about
    }
  }
}

/// Which values a formula is computed over.
enum Selection {
  /// The region's own totals.
  case own
  /// The units of its subtree that are known.
  case units
  /// These units, each known on the days compared.
  case only([Int])
}
