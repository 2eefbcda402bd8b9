/// One line of a chart: its values in the order of the days.
package struct ChartSeries: Sendable, Hashable {
  package var name: String
  package var points: [ChartPoint]
  package var tone: SeriesTone
  /// Set beside the line's end instead of in a legend: `96.2%`.
  package var endLabel: String?
  /// A second, lighter line under the end label: `排查`.
  package var endNote: String?
  /// Days, counted from 0, before which the line ends and begins anew: the two sides do not compare.
  package var cuts: Set<Int> = []

  package init(
    name: String, points: [ChartPoint], tone: SeriesTone = .first, endLabel: String? = nil,
    endNote: String? = nil
  ) {
    self.name = name
    self.points = points
    self.tone = tone
    self.endLabel = endLabel
    self.endNote = endNote
  }

  /// At most `limit` series in colour: those behind them become grey.
  static func muting(_ series: [ChartSeries], after limit: Int) -> [ChartSeries] {
    var coloured = 0
    return series.map { one in
      var one = one
      if one.tone != .muted {
        coloured += 1
        if coloured > limit { one.tone = .muted }
      }
      return one
    }
  }
}
