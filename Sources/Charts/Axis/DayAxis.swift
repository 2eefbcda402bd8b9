/// The horizontal axis of a chart by day, in percent of the plot's width.
struct DayAxis {
  enum Layout {
    /// The first day stands at the left edge and the last at the right: lines.
    case edges
    /// Each day has a column of its own: bars.
    case columns
  }

  var count: Int
  var layout: Layout

  /// The distance from one day to the next.
  var step: Double {
    switch layout {
    case .edges: count > 1 ? 100 / Double(count - 1) : 100
    case .columns: 100 / Double(max(1, count))
    }
  }

  /// The middle of a day.
  func x(_ index: Int) -> Double {
    switch layout {
    case .edges: count > 1 ? 100 * Double(index) / Double(count - 1) : 50
    case .columns: 100 * (Double(index) + 0.5) / Double(max(1, count))
    }
  }

  /// What belongs to a run of days, within the plot.
  func span(_ days: ClosedRange<Int>) -> ClosedRange<Double> {
    let low = max(0, x(days.lowerBound) - step / 2)
    return low...max(low, min(100, x(days.upperBound) + step / 2))
  }

  /// Where a day's label is fastened: the first and the last stay within the plot.
  func labelPlace(_ index: Int) -> (x: Double, anchor: TextAnchor) {
    if count > 1, index == 0 { return (0, .start) }
    if count > 1, index == count - 1 { return (100, .end) }
    return (x(index), .middle)
  }
}
