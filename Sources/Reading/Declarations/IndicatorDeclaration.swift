import Common

/// An index into the site's indicators, which stand in the byte order of their ids.
package typealias IndicatorIndex = Int

/// A condition on a row: the field holds one of the values, or a number compares.
package struct Condition: Sendable, Hashable {
  package enum Test: Sendable, Hashable {
    case oneOf([String])
    case compares(Comparison, Rational)
    /// It holds any value; not written by hand.
    case isPresent
  }
  package enum Comparison: String, Sendable, Hashable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case notEqual = "!="
  }
  /// The field's index in its dataset.
  package var field: Int
  package var test: Test

  package init(field: Int, test: Test) {
    self.field = field
    self.test = test
  }
}

/// One measured quantity: a verb over a dataset's rows.
package struct Measure: Sendable, Hashable {
  package enum Verb: String, Sendable, Hashable, CaseIterable {
    case sum, count
    case countDistinct = "count_distinct"
    case last, max, min, mean
    case rollingMean = "rolling_mean"
  }

  package var verb: Verb
  /// Index into the site's datasets; `nil` for a base column of `regions.csv`.
  package var dataset: Int?
  /// Index of the field, or of the base column; `nil` only for `count`.
  package var field: Int?
  /// All must hold; in the order written.
  package var conditions: [Condition]
  /// Calendar days of a rolling mean.
  package var days: Int?
  /// The field of the day for which a row counts, where that is not the dataset's own date.
  package var by: Int?
  /// Where the rows are cases of a cohort: which of them count; `by` is then the day on which they enter.
  package var cohort: CohortSide?

  package init(
    verb: Verb, dataset: Int?, field: Int?, conditions: [Condition] = [], days: Int? = nil, by: Int? = nil,
    cohort: CohortSide? = nil
  ) {
    self.verb = verb
    self.dataset = dataset
    self.field = field
    self.conditions = conditions
    self.days = days
    self.by = by
    self.cohort = cohort
  }
}

/// One side of a ratio or a difference.
package enum Operand: Sendable, Hashable {
  case measure(Measure)
  case indicator(IndicatorIndex)
}

/// What an indicator computes.
package enum Formula: Sendable, Hashable {
  case measure(Measure)
  case ratio(Operand, Operand)
  case difference(Operand, Operand)
  case chapman(Chapman)

  /// The cohort whose mature cases the ratio is of.
  package var cohort: Cohort? {
    guard case .ratio(.measure(let measure), _) = self else { return nil }
    return measure.cohort?.cohort
  }
}

/// An indicator as declared in `indicators/<topic>.yaml`.
package struct IndicatorDeclaration: Sendable {
  package enum OverTime: String, Sendable, CaseIterable { case last, sum, mean }
  package enum Better: String, Sendable, CaseIterable { case up, down }
  /// How the value is written.
  package enum Form: Sendable, Equatable { case number, percent }

  package var id: String
  package var title: String
  package var aliases: [String]
  /// The topic's file, `screening` for `indicators/screening.yaml`.
  package var topic: String
  /// The definition in words: 口径.
  package var definition: String?
  package var formula: Formula
  package var times: Rational
  package var form: Form
  package var decimals: Int
  package var unit: String?
  package var overTime: OverTime
  /// Calendar days a silent unit keeps its last report.
  package var carry: Int
  package var absentIsZero: Bool
  package var better: Better?
  /// Thresholds as fractions, in the indicator's own form: 98% is 98/100.
  package var target: Rational?
  package var warnBelow: Rational?
  package var badBelow: Rational?
  package var warnAbove: Rational?
  package var badAbove: Rational?
  /// What is printed for a zero denominator; `nil` means the site's word for not applicable.
  package var zeroDenominator: String?
  package var reportingAtLeast: Rational?
  package var countsPeople: Bool
  /// Where a value was printed by a source without what it was computed from: 「据来源」.
  package var asReported: Bool
  /// `basis: units` adds units up even where a region has a total of its own.
  package var usesOwnTotals = true
  /// In the order of their last days.
  package var earlier: [EarlierDefinition] = []
  /// Other definitions of the same thing.
  package var beside: [IndicatorIndex] = []
  package var location: Location

  package init(
    id: String, title: String, aliases: [String] = [], topic: String, definition: String? = nil,
    formula: Formula,
    times: Rational = Rational(1), form: Form = .number, decimals: Int, unit: String? = nil,
    overTime: OverTime = .last, carry: Int = 0, absentIsZero: Bool = false, better: Better? = nil,
    target: Rational? = nil, warnBelow: Rational? = nil, badBelow: Rational? = nil,
    warnAbove: Rational? = nil,
    badAbove: Rational? = nil, zeroDenominator: String? = nil, reportingAtLeast: Rational? = nil,
    countsPeople: Bool = false, asReported: Bool = false, location: Location
  ) {
    self.id = id
    self.title = title
    self.aliases = aliases
    self.topic = topic
    self.definition = definition
    self.formula = formula
    self.times = times
    self.form = form
    self.decimals = decimals
    self.unit = unit
    self.overTime = overTime
    self.carry = carry
    self.absentIsZero = absentIsZero
    self.better = better
    self.target = target
    self.warnBelow = warnBelow
    self.badBelow = badBelow
    self.warnAbove = warnAbove
    self.badAbove = badAbove
    self.zeroDenominator = zeroDenominator
    self.reportingAtLeast = reportingAtLeast
    self.countsPeople = countsPeople
    self.asReported = asReported
    self.location = location
  }
}
