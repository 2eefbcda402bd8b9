import Common

/// One of several small line charts: a place's line in colour over the grey lines it is compared with.
package struct MultiplesPanel: Sendable {
  package var chart: LineChart

  /// - Parameters:
  ///   - main: The line in question; drawn in the first tone.
  ///   - compare: The parent's line and others like it; drawn grey, named by their end labels (`街道96.2`).
  package init(
    id: String, title: String, description: String = "", days: [String], main: ChartSeries,
    compare: [ChartSeries] = [], axis: ChartAxis, target: ChartTarget? = nil, gapText: String = "",
    height: Int = 150,
    hasPointTitles: Bool = true
  ) {
    var main = main
    main.tone = .first
    let grey = compare.map { one in
      var one = one
      one.tone = .muted
      return one
    }
    chart = LineChart(
      id: id, title: title, description: description, days: days, series: [main] + grey, axis: axis,
      target: target,
      gapText: gapText, height: height, space: .panel, hasPointTitles: hasPointTitles)
  }

  /// Writes the panel's chart as one `<svg>` element.
  package func write(to out: inout ByteBuffer) {
    chart.write(to: &out)
  }
}
