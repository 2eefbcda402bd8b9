import Common
import Reading

/// How an indicator's figures follow from the pools.
struct IndicatorPlan: Sendable {
  enum Combination: Sendable { case ratio, difference }

  /// One side of a formula that is combined region by region, of the regions' own figures.
  enum Operand: Sendable {
    case pool(Int, times: Rational)
    /// The mean of the region's daily figures of the last days.
    case rolling(pool: Int, days: Int, times: Rational)
    case indicator(IndicatorIndex)
  }

  enum Formula: Sendable {
    case value(pool: Int)
    /// Both sides pooled over the units where both are known.
    case joined(Combination, pool: Int, firstTimes: Rational, secondTimes: Rational)
    case rolling(pool: Int, days: Int)
    case regional(Combination, Operand, Operand)
    /// Two counts of the same things and what is in both, by pool.
    case chapman(first: Int, second: Int, both: Int, Chapman.Estimate)
    /// A circle of indicators, or a dataset that is not there: never known.
    case unknown
  }

  var formula: Formula
  /// An index into the cube's reportings; `nil` only where nothing is known.
  var reporting: Int?
  /// The share of expected units that must have reported.
  var atLeast: Rational
  var times: Rational
  /// Ascending.
  var datasets: [Int]
  /// Row indexes, one for each view of a dataset.
  var indexes: [Int] = []
  /// Of a cohort: its cases that are not mature, an index into the cube's.
  var waiting: Int?
  /// How many days before the reporting day lies the last one whose cases are all mature.
  var lag = 0
  /// Pools whose units must be known on both days of a change.
  var leaves: [Int]
  /// The units' level; `nil` for facts and base columns.
  var level: Int?
  /// Whether any region's own total can be printed.
  var hasOwn: Bool

  static let unknown = IndicatorPlan(
    formula: .unknown, reporting: nil, atLeast: Rational(1), times: Rational(1), datasets: [], leaves: [],
    level: nil,
    hasOwn: false)

  var isRatio: Bool {
    switch formula {
    case .joined(.ratio, _, _, _), .regional(.ratio, _, _): true
    default: false
    }
  }
}

/// How an indicator was computed up to a day, where its definition, or that of one it stands on, has changed since.
struct IndicatorEra: Sendable {
  /// The last day, as a day number.
  let until: Int32
  let plan: IndicatorPlan
}
