import Common

/// Upright bars by day, from zero always: a provisional day is hatched, a missing one marked ×.
package struct BarChart: Sendable {
  /// Unique in the page; the ids within the chart begin with it.
  package var id: String
  package var title: String
  /// The kind of chart, its data and its finding in words, for who cannot see it.
  package var description: String
  package var days: [String]
  /// Names under the axis chosen by the caller, in place of thinned ones.
  package var labels: [AxisLabel]
  package var points: [ChartPoint]
  package var tone: SeriesTone
  /// Widened to zero where it does not reach it.
  package var axis: ChartAxis
  package var target: ChartTarget?
  package var breaks: [ChartBreak]
  /// Set over the last bar: `1,127人 暂定`.
  package var endLabel: String?
  package var notes: [ChartNote]
  /// A line over the bars, as a mean of seven days; the bars are then pale.
  package var mean: ChartSeries?
  /// Said when no day has a value.
  package var gapText: String
  /// In pixels.
  package var height: Int
  package var space: ChartSpace
  package var hasPointTitles: Bool

  package init(
    id: String, title: String, description: String = "", days: [String] = [], labels: [AxisLabel] = [],
    points: [ChartPoint], tone: SeriesTone = .first, axis: ChartAxis, target: ChartTarget? = nil,
    breaks: [ChartBreak] = [],
    endLabel: String? = nil, notes: [ChartNote] = [], mean: ChartSeries? = nil, gapText: String = "",
    height: Int = 300, space: ChartSpace = .column, hasPointTitles: Bool = true
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.days = days
    self.labels = labels
    self.points = points
    self.tone = tone
    self.axis = axis
    self.target = target
    self.breaks = breaks
    self.endLabel = endLabel
    self.notes = notes
    self.mean = mean
    self.gapText = gapText
    self.height = height
    self.space = space
    self.hasPointTitles = hasPointTitles
  }
}
