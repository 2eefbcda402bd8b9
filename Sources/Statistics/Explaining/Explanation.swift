import Common
import Reading

/// Where a figure comes from: its formula in parts, the units behind it, the files and rows behind those.
///
/// What is made of several figures (a change, a mean of days, a rank) has those in ``kind``; the parts and units are
/// then those of its last day. No row's content is in it, and of a suppressed figure no number.
package struct Explanation: Sendable, Hashable {
  /// How the figure came about.
  package enum Kind: Sendable, Hashable {
    /// As it stands on a day.
    case day
    /// The difference between two days.
    case change(Change, Comparison)
    /// The mean of daily figures: all of them, those left out not counted.
    case mean([Figure])
    /// Numerators and denominators added over days.
    case sum([Figure])
    /// The last figure of a period.
    case last(ClosedRange<CivilDate>)
    /// The place among others on the day.
    case rank(Rank?, [Cube.Ranked])
  }

  /// The two days of a change, over the units known on both.
  package struct Comparison: Sendable, Hashable {
    package var earlier: [Part]
    package var later: [Part]
    package var earlierUnits: [RegionIndex]
    package var laterUnits: [RegionIndex]
  }

  /// What a part is in the formula.
  package enum Role: String, Sendable {
    /// The whole of a plain measure.
    case value
    case numerator, denominator
    /// The two sides of a difference.
    case minuend, subtrahend
    /// Two counts of the same things made apart, and what is in both.
    case first, second, both
  }

  /// Lines of one file or rows of one of its sheets, ascending, each once.
  package struct SourceRows: Sendable, Hashable {
    package var dataset: Int
    package var file: String
    package var sheet: String?
    package var lines: [Int]
  }

  /// A day's value under a rolling mean.
  package struct Daily: Sendable, Hashable {
    package var day: CivilDate
    package var value: Rational
  }

  /// One side of the formula.
  package struct Part: Sendable, Hashable {
    package var role: Role
    /// What is counted, as it is declared; `nil` where the side is another indicator's formula.
    package var measure: Measure?
    /// The indicator that the formula names in its place.
    package var indicator: IndicatorIndex?
    package var value: Rational?
    package var exactness: Exactness
    /// The calendar days of a rolling mean, and the values of those that count.
    package var window: ClosedRange<CivilDate>?
    package var daily: [Daily] = []
    /// Rows that met the measure's conditions, of the units that count; empty for a base column.
    package var rows: [SourceRows]
    /// Of an indicator that stands on others: its own sides.
    package var parts: [Part] = []
  }

  package enum Report: Sendable, Hashable {
    case sent
    /// The last report, of that day, still counts.
    case carried(from: CivilDate)
    /// Nothing counts for the day; the last report before it, where there ever was one.
    case missing(last: CivilDate?)
  }

  /// A measure that is missing in a report that was sent.
  package struct Blank: Sendable, Hashable {
    package var measure: Measure
    /// What stands in the cell's place where the source says why: 不适用.
    package var label: String?
  }

  /// A unit's share in the figure, in the tree's order.
  package struct Contribution: Sendable, Hashable {
    package var region: RegionIndex
    package var report: Report
    /// Whether it counts: every side is known.
    package var isCounted: Bool
    /// One for each of ``Explanation/columns`` where it is counted.
    package var values: [Rational]
    /// Whether it is an own total, of the region itself or standing in for units that are silent.
    package var isOwn: Bool
    package var blank: [Blank] = []
    /// Whether its own figure is suppressed: then it has no values here either.
    package var isSuppressed = false
  }

  /// Rows that a refused cell took out and that would have counted.
  package struct RefusedRows: Sendable, Hashable {
    package var dataset: Int
    package var region: RegionIndex
    package var rows: Int
  }

  package var kind: Kind
  package var figure: Figure
  /// What the combined parts are multiplied with.
  package var times: Rational
  package var parts: [Part]
  /// What the units' values are of, in their order.
  package var columns: [Measure] = []
  /// Empty where the parts are other indicators at other levels.
  package var contributions: [Contribution]
  package var refused: [RefusedRows]
  /// The share of the expected units that must have reported.
  package var atLeast: Rational
  package var standing: Standing

  package init(
    kind: Kind = .day, figure: Figure, times: Rational = Rational(1), parts: [Part] = [],
    contributions: [Contribution] = [], refused: [RefusedRows] = [], atLeast: Rational = Rational(1),
    standing: Standing = .none
  ) {
    self.kind = kind
    self.figure = figure
    self.times = times
    self.parts = parts
    self.contributions = contributions
    self.refused = refused
    self.atLeast = atLeast
    self.standing = standing
  }

  package var reported: [RegionIndex] { contributions.filter { $0.report == .sent }.map(\.region) }

  package var carried: [RegionIndex] {
    contributions.filter { if case .carried = $0.report { true } else { false } }.map(\.region)
  }

  package var missing: [RegionIndex] {
    contributions.filter { if case .missing = $0.report { true } else { false } }.map(\.region)
  }
}
