/// Finds where along a horizontal line its text disturbs the plot least.
struct LabelSpot: Equatable {
  var anchor: TextAnchor
  var baseline: Double

  /// Above the line at the left, else at the right, else below it.
  ///
  /// - Parameters:
  ///   - width: The text's width in percent of the plot's least width.
  ///   - bounds: What the text may cover, in pixels.
  static func choose(
    along y: Double, width: Double, bounds: ClosedRange<Double>, avoiding lines: [PlottedLine]
  ) -> LabelSpot {
    let spots = [
      LabelSpot(anchor: .start, baseline: y - 5), LabelSpot(anchor: .end, baseline: y - 5),
      LabelSpot(anchor: .start, baseline: y + 13), LabelSpot(anchor: .end, baseline: y + 13),
    ]
    var best = spots[0]
    var least = Int.max
    for spot in spots {
      let x = spot.anchor == .start ? 0...width : (100 - width)...100
      let box = (spot.baseline - 9)...(spot.baseline + 2)
      let touched = lines.reduce(0) { $0 + $1.touches(x: x, y: box) }
      let isInside = box.lowerBound >= bounds.lowerBound && box.upperBound <= bounds.upperBound
      let cost = isInside ? touched : touched + 3
      if cost < least { (best, least) = (spot, cost) }
    }
    return best
  }
}
