import Common
import Reading

/// What a formula gives in a region on a day, before it is put beside who reported.
struct Outcome: Sendable {
  /// `nil` only where a side is itself not applicable.
  var numerator: Rational?
  var denominator: Rational?
  /// `nil` when a denominator is zero.
  var value: Rational?
  var exactness: Exactness
  /// Of an estimate.
  var interval: ConfidenceInterval?

  private init() {
    exactness = .exact
  }

  /// A side has a zero denominator, so there is nothing to combine.
  static let notApplicable = Outcome()

  /// An estimate of how many there are, or of how many the first count missed.
  init?(first: Term, second: Term, both: Term, _ wanted: Chapman.Estimate, times: Rational) {
    guard
      let estimate = CaptureEstimate(first: first.value, second: second.value, both: both.value)
    else { return nil }
    let known = wanted == .missed ? first.value : .zero
    let value = (estimate.total - known) * times
    self.init(Term(value: value, exactness: .about))
    interval = ConfidenceInterval(
      low: (estimate.interval.low - known) * times, high: (estimate.interval.high - known) * times)
  }

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
      value = Self.ratio(first.value, second.value).map { times.isOne ? $0 : $0 * times }
      exactness = first.exactness == .exact && second.exactness == .exact ? .exact : .about
    case .difference:
      numerator = (Term(value: first.value - second.value, exactness: .exact) * times).value
      value = numerator
      exactness = second.exactness == .exact ? first.exactness : .about
    }
  }
}

extension Outcome {
  /// The quotient in lowest terms at once, which saves three greatest common divisors; `nil` for a zero divisor.
  private static func ratio(_ left: Rational, _ right: Rational) -> Rational? {
    let (above, o1) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (below, o2) = left.denominator.multipliedReportingOverflow(by: right.numerator)
    return o1 || o2 ? left / right : Rational(above, over: below)
  }

  /// The value, to be combined further.
  var term: Term? { value.map { Term(value: $0, exactness: exactness) } }
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
