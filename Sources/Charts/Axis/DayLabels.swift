/// Which days of an axis are named, so that no two names touch.
struct DayLabels {
  struct Placed: Equatable {
    var index: Int
    /// Shown only where there is the wide space.
    var isForWide: Bool
  }

  /// Names the first and the last day and as many evenly spaced days between them as fit, 7 in all at
  /// the most.
  ///
  /// What is named on a phone is named on a desk too.
  ///
  /// - Parameter plot: The plot's own least widths, in pixels.
  static func choose(_ texts: [String], on axis: DayAxis, plot: ChartSpace) -> [Placed] {
    guard !texts.isEmpty else { return [] }
    func fits(_ days: [Int], _ width: Double) -> Bool {
      var end = -Double.infinity
      for day in days {
        let (place, anchor) = axis.labelPlace(day)
        let size = TextWidth.estimate(texts[day], size: TextWidth.axisSize)
        let start = place * width / 100 - size * anchor.share
        guard start >= end + 12 else { return false }
        end = start + size
      }
      return true
    }
    let last = texts.count - 1
    let wide = spread(last).first { fits($0, plot.wide) } ?? [last]
    let narrow = thinned(wide).first { fits($0, plot.narrow) } ?? [last]
    return wide.map { Placed(index: $0, isForWide: !narrow.contains($0)) }
  }

  /// Evenly spaced days from 0 to `last`, most first; even spacing goes before one label more.
  private static func spread(_ last: Int) -> [[Int]] {
    guard last > 0 else { return [[0]] }
    let counts = last < 7 ? Array((2...(last + 1)).reversed()) : [7, 5, 4, 3, 2]
    let even = counts.filter { last % ($0 - 1) == 0 && $0 > 2 }
    let uneven = counts.filter { !even.contains($0) }
    return (even + uneven).map { count in
      (0..<count).map { (2 * $0 * last + count - 1) / (2 * (count - 1)) }
    }
  }

  /// The same days, then every second, third and so on, with both ends always in.
  private static func thinned(_ days: [Int]) -> [[Int]] {
    guard days.count > 1 else { return [days] }
    return (1..<days.count).filter { (days.count - 1) % $0 == 0 }.map { stride in
      days.indices.filter { $0 % stride == 0 }.map { days[$0] }
    }
  }
}

extension TextAnchor {
  /// How much of the text lies left of its place.
  var share: Double {
    switch self {
    case .start: 0
    case .middle: 0.5
    case .end: 1
    }
  }
}
