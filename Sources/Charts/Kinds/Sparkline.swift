import Common

/// A small line with a mark at its end: under a key figure, or in a table's row.
package struct Sparkline: Sendable {
  package enum Size: Sendable, Hashable {
    /// As wide as its place; the labels stand below the given height in pixels.
    case fluid(height: Int)
    /// 96 × 20 pixels, without texts.
    case mini
  }

  /// Unique in the page; the ids within the chart begin with it.
  package var id: String
  /// Empty in a row that has the figures itself.
  package var title: String
  package var points: [ChartPoint]
  package var tone: SeriesTone
  package var target: ChartTarget?
  package var firstLabel: String
  package var lastLabel: String
  package var size: Size
  package var includesZero: Bool
  /// Days, counted from 0, before which the line ends and begins anew.
  package var cuts: Set<Int> = []

  package init(
    id: String, title: String, points: [ChartPoint], tone: SeriesTone = .first, target: ChartTarget? = nil,
    firstLabel: String = "", lastLabel: String = "", size: Size = .fluid(height: 56),
    includesZero: Bool = true
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.tone = tone
    self.target = target
    self.firstLabel = firstLabel
    self.lastLabel = lastLabel
    self.size = size
    self.includesZero = includesZero
  }

  /// Writes one `<svg>` element; the labels of a fluid one reach 14 pixels below it.
  ///
  /// - Complexity: O(n) for n points.
  package func write(to out: inout ByteBuffer) {
    let (height, isMini): (Double, Bool) =
      switch size {
      case .fluid(let height): (Double(height), false)
      case .mini: (20, true)
      }
    let frame = frame(height: height)
    let axis = DayAxis(count: points.count, layout: .edges)
    let line = PlottedLine(points, tone: tone, on: axis, in: frame, scale: isMini ? 0.96 : 0.984, cuts: cuts)
    let paths = LinePaths(height: height, lines: [line])
    let root = SVGRoot(
      style: isMini ? "chart mini" : "chart spark", height: height, width: isMini ? 96 : nil, id: id,
      title: title)
    root.open(&out)
    let goal = target.flatMap { ChartPoint($0.value).drawable }.map(frame.y)
    if let goal { out.writeLine("tl", y: goal) }
    paths.write(to: &out)
    paths.writeMarks(endRadius: isMini ? 2.5 : 3.5, to: &out)
    if !isMini { writeTexts(goal: goal, line: line, height: height, to: &out) }
    root.close(&out)
  }

  private func frame(height: Double) -> PlotFrame {
    let found = ValueSpan(points, target: target) ?? ValueSpan(low: 0, high: 0)
    var span = includesZero ? ValueSpan(low: min(found.low, 0), high: max(found.high, 0)) : found
    // A line of equal values runs through the middle, unless it is zero, which lies at the foot.
    if span.low == span.high, span.low != 0 {
      span = ValueSpan(low: span.low - span.low.magnitude, high: span.high + span.high.magnitude)
    }
    return PlotFrame(top: 4, bottom: height - 4, minimum: span.low, maximum: span.high)
  }

  private func writeTexts(goal: Double?, line: PlottedLine, height: Double, to out: inout ByteBuffer) {
    let y = height + 13
    if !firstLabel.isEmpty { SVGText(text: firstLabel, style: "ax", x: .percent(0), y: y).write(to: &out) }
    if !lastLabel.isEmpty {
      SVGText(text: lastLabel, style: "ax", x: .percent(100), y: y, anchor: .end).write(to: &out)
    }
    guard let goal, let label = target?.label, !label.isEmpty else { return }
    let width = TextWidth.estimate(label, size: TextWidth.axisSize) + 6
    let spot = LabelSpot.choose(
      along: goal, width: min(100, width * 100 / Self.narrowest), bounds: -14...height, avoiding: [line])
    SVGText(
      text: label, style: "ax halo", x: .percent(spot.anchor == .start ? 0 : 100), y: spot.baseline,
      anchor: spot.anchor
    ).write(to: &out)
  }

  /// The narrowest place that the stylesheet gives to a fluid one, in pixels.
  private static let narrowest = 180.0
}
