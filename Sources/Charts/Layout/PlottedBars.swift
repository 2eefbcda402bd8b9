/// The bars of a chart laid out in its plot; a missing day is `nil`.
struct PlottedBars {
  struct Bar: Hashable {
    /// In percent.
    var x: ClosedRange<Double>
    /// In pixels, from the upper edge to the lower; one of them is the zero line.
    var y: ClosedRange<Double>
    var isProvisional: Bool
  }

  /// How much of its column a bar fills.
  static let share = 0.72

  var bars: [Bar?]
  /// The height of the zero line.
  var zero: Double
  private var axis: DayAxis

  init(_ points: [ChartPoint], on axis: DayAxis, in frame: PlotFrame) {
    let zero = frame.y(0)
    self.zero = zero
    self.axis = axis
    bars = points.prefix(axis.count).enumerated().map { day, point in
      guard let value = point.drawable else { return nil }
      let y = frame.y(value)
      let half = axis.step * Self.share / 2
      return Bar(
        x: (axis.x(day) - half)...(axis.x(day) + half), y: min(y, zero)...max(y, zero),
        isProvisional: point.isProvisional)
    }
  }

  /// The tops of the bars as a line, so that a text can avoid them.
  var outline: PlottedLine {
    var line = PlottedLine(
      [], tone: .muted, on: axis, in: PlotFrame(top: 0, bottom: 0, minimum: 0, maximum: 0))
    line.points = bars.enumerated().map { day, bar in
      bar.map { PlotPoint(x: axis.x(day), y: $0.y.lowerBound, isProvisional: false) }
    }
    return line
  }

  /// The top of the highest bar that stands in a part of the width.
  func top(in x: ClosedRange<Double>) -> Double {
    bars.reduce(zero) { top, bar in
      guard let bar, bar.x.overlaps(x) else { return top }
      return min(top, bar.y.lowerBound)
    }
  }
}
