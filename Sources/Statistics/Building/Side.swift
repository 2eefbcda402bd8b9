import Common
import Reading

/// How a side's unit values combine up the tree.
enum Aggregation: Sendable {
  case add, max, min, mean, distinct

  init(_ verb: Measure.Verb) {
    switch verb {
    case .sum, .count, .last, .rollingMean: self = .add
    case .countDistinct: self = .distinct
    case .max: self = .max
    case .min: self = .min
    case .mean: self = .mean
    }
  }

  /// What changes nothing when it is combined.
  var neutral: Int64 {
    switch self {
    case .max: .min
    case .min: .max
    case .add, .mean, .distinct: 0
    }
  }

  /// The combination, and whether it outgrew 64 bits.
  func combine(_ left: Int64, _ right: Int64) -> (value: Int64, overflow: Bool) {
    switch self {
    case .max: (Swift.max(left, right), false)
    case .min: (Swift.min(left, right), false)
    case .add, .mean, .distinct:
      { (value: $0.partialValue, overflow: $0.overflow) }(left.addingReportingOverflow(right))
    }
  }
}

/// A measure with what its indicator says about silence.
struct SideSpec: Hashable, Sendable {
  /// A rolling mean stands here as the daily sum that it averages.
  var measure: Measure
  var carry: Int
  var absentIsZero: Bool
  var isBase: Bool { measure.dataset == nil }
}

/// One side of a pool.
struct Side: Sendable {
  enum Input: Sendable {
    /// An index into the reports.
    case rows(MeasureSource, reports: Int)
    /// The base column's finished pool.
    case base(Pool)
  }

  let spec: SideSpec
  let input: Input
  let aggregation: Aggregation
  let scale: Int
}
