import Charts

/// Charts that several tests look at.
enum ChartSamples {
  static func series(_ values: [Double?], name: String = "排查", provisional: Set<Int> = []) -> ChartSeries {
    ChartSeries(
      name: name,
      points: values.enumerated().map { day, value in
        ChartPoint(
          value, label: value.map { $0.isFinite ? "\($0)" : "?" } ?? "未报",
          isProvisional: provisional.contains(day))
      })
  }

  static func axis(_ scale: AxisScale) -> ChartAxis {
    ChartAxis(scale, labels: scale.ticks.map { "\(Int($0.magnitude < 1e15 ? $0 : 0))" })
  }

  static func days(_ count: Int) -> [String] { (0..<count).map { "2月\($0 + 1)日" } }

  static func line(_ series: [ChartSeries], height: Int = 300) -> LineChart {
    LineChart(
      id: "g", title: "t", days: days(series.map(\.points.count).max() ?? 0), series: series,
      axis: axis(AxisScale.covering(series)), gapText: "未报", height: height)
  }

  static func bars(_ values: [Double?], provisional: Set<Int> = []) -> BarChart {
    let one = series(values, provisional: provisional)
    return BarChart(
      id: "b", title: "t", days: days(values.count), points: one.points, axis: axis(AxisScale.covering([one]))
    )
  }

  /// What a day's report can do to a chart.
  static let awkward: [[Double?]] = [
    [], [nil], [5], [0], [nil, nil, nil], [0, 0, 0], [7, 7, 7], [-5, 3, -2, nil, 8], [-4, -4],
    [.nan, .infinity, 3],
    [1e12, 2e12, 0.5], [1e300, 1], [3, nil, 4, nil, 5], (0..<1000).map { Double($0 * $0 % 977) },
    (0..<45).map { $0 == 20 ? nil : Double($0) },
  ]
}
