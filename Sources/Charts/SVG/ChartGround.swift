import Common

/// What stands behind the data of a chart: gaps, grid, ticks, the days' names and the target.
struct ChartGround {
  var id: String
  var frame: PlotFrame
  var insets: Insets
  var axis: ChartAxis
  var dayAxis: DayAxis
  var days: [String]
  /// Replaces the days' names where it is not empty.
  var labels: [AxisLabel]
  /// The plot's least widths.
  var plot: ChartSpace
  var lines: [PlottedLine]

  /// Runs without any value, hatched and, where there is room, named.
  func writeGaps(_ gaps: [ClosedRange<Int>], text: String, to out: inout ByteBuffer) {
    guard !gaps.isEmpty else { return }
    out.write("<defs>")
    out.writeHatch(id, "g", size: 6, lines: "hat-g", ground: false)
    out.write("</defs>")
    for gap in gaps {
      out.write("<rect class=\"gap\"")
      out.writeBox(x: dayAxis.span(gap), y: frame.top...frame.bottom)
      out.write("<rect fill=\"url(#")
      out.write(escaped: id)
      out.write("g)\"")
      out.writeBox(x: dayAxis.span(gap), y: frame.top...frame.bottom)
    }
    if !text.isEmpty { writeGapNames(gaps, text: text, to: &out) }
  }

  func writeGrid(to out: inout ByteBuffer) {
    let hasZero = axis.minimum <= 0 && axis.maximum >= 0
    for tick in axis.ticks where tick.value >= axis.minimum && tick.value <= axis.maximum {
      let y = frame.y(tick.value)
      if tick.value != 0 { out.writeLine("grid", y: y) }
      SVGText(text: tick.label, style: "ax", x: .pixels(Double(-insets.left)), y: y + 4).write(to: &out)
    }
    if hasZero { out.writeLine("zero", y: frame.y(0)) }
  }

  func writeDays(to out: inout ByteBuffer) {
    let y = frame.bottom + 18
    if !labels.isEmpty {
      for label in labels where label.index >= 0 && label.index < dayAxis.count {
        let x = label.anchor == .middle ? dayAxis.x(label.index) : dayAxis.labelPlace(label.index).x
        SVGText(text: label.text, style: "ax", x: .percent(x), y: y, anchor: label.anchor).write(to: &out)
      }
      return
    }
    let named = Array(days.prefix(dayAxis.count))
    guard named.count == dayAxis.count else { return }
    for placed in DayLabels.choose(named, on: dayAxis, plot: plot) {
      let (x, anchor) = dayAxis.labelPlace(placed.index)
      SVGText(
        text: named[placed.index], style: placed.isForWide ? "ax mi" : "ax", x: .percent(x), y: y,
        anchor: anchor
      ).write(to: &out)
    }
  }

  /// The target's line; its words are written last, over the data.
  func writeTarget(_ target: ChartTarget?, to out: inout ByteBuffer) {
    guard let y = height(target) else { return }
    out.writeLine("tl", y: y)
  }

  func writeTargetName(_ target: ChartTarget?, to out: inout ByteBuffer) {
    guard let target, let y = height(target), !target.label.isEmpty else { return }
    let width = TextWidth.estimate(target.label, size: TextWidth.axisSize) + 6
    let spot = LabelSpot.choose(
      along: y, width: min(100, width * 100 / plot.narrow), bounds: (frame.top - 14)...frame.bottom,
      avoiding: lines)
    SVGText(
      text: target.label, style: "ax halo", x: .percent(spot.anchor == .start ? 0 : 100),
      shift: spot.anchor == .start ? 2 : -2, y: spot.baseline, anchor: spot.anchor
    ).write(to: &out)
  }

  private func height(_ target: ChartTarget?) -> Double? {
    guard let value = target?.value, value >= axis.minimum, value <= axis.maximum else { return nil }
    return frame.y(value)
  }

  private func writeGapNames(_ gaps: [ClosedRange<Int>], text: String, to out: inout ByteBuffer) {
    let width = TextWidth.estimate(text, size: TextWidth.axisSize)
    var end = (narrow: -Double.infinity, wide: -Double.infinity)
    for gap in gaps {
      let span = dayAxis.span(gap)
      let middle = (span.lowerBound + span.upperBound) / 2
      let half = (narrow: width * 50 / plot.narrow, wide: width * 50 / plot.wide)
      let isTight = span.upperBound - span.lowerBound < half.narrow * 2 || middle - half.narrow < end.narrow
      guard middle - half.wide >= end.wide else { continue }
      if !isTight { end.narrow = middle + half.narrow }
      end.wide = middle + half.wide
      let reach = isTight ? half.wide : half.narrow
      let low = (frame.bottom - 20)...frame.bottom
      let touched = lines.contains { $0.touches(x: (middle - reach)...(middle + reach), y: low) > 0 }
      SVGText(
        text: text, style: isTight ? "ax mi" : "ax", x: .percent(middle),
        y: touched ? frame.top + 14 : frame.bottom - 8, anchor: .middle
      ).write(to: &out)
    }
  }
}
