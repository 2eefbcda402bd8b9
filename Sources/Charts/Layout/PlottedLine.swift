/// A point in the plot: x in percent, y in pixels.
struct PlotPoint: Hashable {
  var x: Double
  var y: Double
  var isProvisional: Bool
}

/// A series laid out in a plot; a missing day is `nil`.
struct PlottedLine {
  var tone: SeriesTone
  var points: [PlotPoint?]
  /// Days to which no line leads from the day before.
  var cuts: Set<Int>

  /// - Parameter scale: What part of the width the line takes, to leave room for its end mark.
  init(
    _ points: [ChartPoint], tone: SeriesTone, on axis: DayAxis, in frame: PlotFrame, scale: Double = 1,
    cuts: Set<Int> = []
  ) {
    self.tone = tone
    self.cuts = cuts
    self.points = points.prefix(axis.count).enumerated().map { index, point in
      point.drawable.map {
        PlotPoint(x: axis.x(index) * scale, y: frame.y($0), isProvisional: point.isProvisional)
      }
    }
  }

  var last: PlotPoint? { points.last { $0 != nil } ?? nil }

  /// Known days without a known neighbour: no line reaches them.
  var isolated: [PlotPoint] {
    points.indices.compactMap { index in
      guard let point = points[index] else { return nil }
      let before = index > 0 && !cuts.contains(index) ? points[index - 1] : nil
      let after = index + 1 < points.count && !cuts.contains(index + 1) ? points[index + 1] : nil
      return before == nil && after == nil ? point : nil
    }
  }

  /// How often the line touches a box: a text is set where this is least.
  func touches(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Int {
    var count = 0
    for index in points.indices {
      guard let point = points[index] else { continue }
      if x.contains(point.x), y.contains(point.y) { count += 1 }
      guard index + 1 < points.count, let next = points[index + 1], next.x > point.x else { continue }
      let from = max(point.x, x.lowerBound)
      let to = min(next.x, x.upperBound)
      guard from <= to else { continue }
      let slope = (next.y - point.y) / (next.x - point.x)
      let a = point.y + slope * (from - point.x)
      let b = point.y + slope * (to - point.x)
      if max(a, b) >= y.lowerBound, min(a, b) <= y.upperBound { count += 1 }
    }
    return count
  }
}
