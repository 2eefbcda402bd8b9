import Common

extension ChartGround {
  /// A rule before each day from which values are counted otherwise, and its words above the plot, where they have
  /// room beside the ones before.
  func writeBreaks(_ breaks: [ChartBreak], to out: inout ByteBuffer) {
    var end = (narrow: -Double.infinity, wide: -Double.infinity)
    for one in breaks.sorted(by: { $0.index < $1.index }) where one.index > 0 && one.index < dayAxis.count {
      let x = (dayAxis.x(one.index - 1) + dayAxis.x(one.index)) / 2
      out.writeTick("brk", x: x, from: frame.top - 2, to: frame.bottom)
      guard !one.label.isEmpty else { continue }
      let width = TextWidth.estimate(one.label, size: TextWidth.axisSize) + 6
      let isLate = x > 50
      func start(_ space: Double) -> Double { isLate ? x - width * 100 / space : x }
      guard start(plot.wide) >= end.wide else { continue }
      let isTight = start(plot.narrow) < max(0, end.narrow)
      if !isTight { end.narrow = start(plot.narrow) + width * 100 / plot.narrow }
      end.wide = start(plot.wide) + width * 100 / plot.wide
      SVGText(
        text: one.label, style: isTight ? "ax halo mi" : "ax halo", x: .percent(x), shift: isLate ? -3 : 3,
        y: frame.top - 4, anchor: isLate ? .end : .start
      ).write(to: &out)
    }
  }
}

extension [ChartBreak] {
  /// The days before which lines end.
  var cuts: Set<Int> { Set(lazy.filter(\.isCut).map(\.index)) }
}
