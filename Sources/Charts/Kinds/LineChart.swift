import Common

/// Lines over days: gaps stay gaps, what is provisional is dashed, and each line is named at its end.
package struct LineChart: Sendable {
  /// Unique in the page; the ids within the chart begin with it.
  package var id: String
  /// What the chart finds; hidden text, like the description.
  package var title: String
  /// The kind of chart, its data and its finding in words, for who cannot see it.
  package var description: String
  /// The day's name for each point: thinned under the axis, and whole in the points' titles.
  package var days: [String]
  /// Names under the axis chosen by the caller, in place of thinned ones.
  package var labels: [AxisLabel]
  /// At most four in colour: those behind them are drawn grey. Grey lines lie under the others.
  package var series: [ChartSeries]
  /// Must hold every value: `AxisScale.covering` does.
  package var axis: ChartAxis
  package var target: ChartTarget?
  package var breaks: [ChartBreak]
  /// Names the days without any value: `未报`.
  package var gapText: String
  /// Says above the axis that it does not begin at zero; shown only where that is so.
  package var truncationNote: String
  /// In pixels.
  package var height: Int
  package var space: ChartSpace
  /// Whether pointing at a day shows its values.
  package var hasPointTitles: Bool

  package init(
    id: String, title: String, description: String = "", days: [String] = [], labels: [AxisLabel] = [],
    series: [ChartSeries], axis: ChartAxis, target: ChartTarget? = nil, breaks: [ChartBreak] = [],
    gapText: String = "",
    truncationNote: String = "", height: Int = 300, space: ChartSpace = .page, hasPointTitles: Bool = true
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.days = days
    self.labels = labels
    self.series = series
    self.axis = axis
    self.target = target
    self.breaks = breaks
    self.gapText = gapText
    self.truncationNote = truncationNote
    self.height = height
    self.space = space
    self.hasPointTitles = hasPointTitles
  }

  static let mostColours = 4
}
