/// The runs of days on which nothing at all is known.
enum GapBands {
  /// - Complexity: O(n) for n points.
  static func find(_ series: [[ChartPoint]], count: Int) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    var start: Int?
    for day in 0..<max(0, count) {
      let isKnown = series.contains { day < $0.count && $0[day].drawable != nil }
      if !isKnown { start = start ?? day }
      if let first = start, isKnown || day == count - 1 {
        runs.append(first...(isKnown ? day - 1 : day))
        start = nil
      }
    }
    return runs
  }
}
