import Common
import Reading

/// Where a figure comes from: its formula in parts, the units behind it, the files and rows behind those.
package struct Explanation: Sendable, Hashable {
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

  /// One side of the formula.
  package struct Part: Sendable, Hashable {
    package var role: Role
    /// The measure, or `nil` where the side is another indicator.
    package var measure: Measure?
    package var indicator: IndicatorIndex?
    package var value: Rational?
    package var exactness: Exactness
    /// The calendar days of a rolling mean.
    package var window: ClosedRange<CivilDate>?
    /// Rows that met the measure's conditions, of the units that count; empty for a base column.
    package var rows: [SourceRows]
  }

  package enum Report: Sendable, Hashable {
    case sent
    /// The last report, of that day, still counts.
    case carried(from: CivilDate)
    case missing
  }

  /// A unit's share in the figure, in the tree's order.
  package struct Contribution: Sendable, Hashable {
    package var region: RegionIndex
    package var report: Report
    /// Whether it counts: every side is known.
    package var isCounted: Bool
    /// One for each part where it is counted.
    package var values: [Rational]
    /// Whether it is an own total, of the region itself or standing in for units that are silent.
    package var isOwn: Bool
  }

  package var figure: Figure
  /// What the combined parts are multiplied with.
  package var times: Rational
  package var parts: [Part]
  /// Empty where the parts are other indicators.
  package var contributions: [Contribution]

  package var reported: [RegionIndex] { contributions.filter { $0.report == .sent }.map(\.region) }

  package var carried: [RegionIndex] {
    contributions.filter { if case .carried = $0.report { true } else { false } }.map(\.region)
  }

  package var missing: [RegionIndex] { contributions.filter { $0.report == .missing }.map(\.region) }
}
