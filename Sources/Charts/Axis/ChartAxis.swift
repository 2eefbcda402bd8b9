/// The vertical axis of a chart: what it spans and what it marks.
package struct ChartAxis: Sendable, Hashable {
  package var minimum: Double
  package var maximum: Double
  /// From the lowest up.
  package var ticks: [AxisTick]

  package init(minimum: Double, maximum: Double, ticks: [AxisTick]) {
    self.minimum = minimum
    self.maximum = maximum
    self.ticks = ticks
  }

  /// The scale's ticks under the texts that the caller made of them, in the same order.
  package init(_ scale: AxisScale, labels: [String]) {
    self.init(
      minimum: scale.minimum, maximum: scale.maximum,
      ticks: zip(scale.ticks, labels).map { AxisTick($0, label: $1) })
  }

  /// Whether zero is outside: a bar must not stand on such an axis, and a line chart says so.
  package var isTruncated: Bool { minimum > 0 || maximum < 0 }

  /// The axis widened to hold zero.
  var fromZero: ChartAxis {
    ChartAxis(minimum: min(minimum, 0), maximum: max(maximum, 0), ticks: ticks)
  }
}
