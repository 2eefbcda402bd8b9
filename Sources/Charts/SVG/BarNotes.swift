import Common

/// Sets words over bars so that they cover neither bars nor each other.
struct BarNotes {
  var bars: PlottedBars
  /// The plot's least widths.
  var plot: ChartSpace

  private struct Box {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>

    func overlaps(_ other: Box) -> Bool { x.overlaps(other.x) && y.overlaps(other.y) }
  }

  /// Writes the label of the last known bar, then the notes; a note without room on a phone is kept for
  /// wider pages.
  func write(_ notes: [ChartNote], last: String?, tone: SeriesTone, to out: inout ByteBuffer) {
    var taken: [Box] = []
    if let last, !last.isEmpty, let day = bars.bars.lastIndex(where: { $0 != nil }) {
      let style = "k t\(tone.rawValue) halo"
      place(last, over: day, size: TextWidth.keySize, styles: (style, style), taken: &taken, to: &out)
    }
    for note in notes {
      place(
        note.text, over: note.index, size: TextWidth.noteSize, styles: ("ann halo", "ann halo mi"),
        taken: &taken,
        to: &out)
    }
  }

  private func place(
    _ text: String, over day: Int, size: Double, styles: (narrow: String, wide: String), taken: inout [Box],
    to out: inout ByteBuffer
  ) {
    guard bars.bars.indices.contains(day), let bar = bars.bars[day] else { return }
    let width = TextWidth.estimate(text, size: size) + 4
    let atEnd = (bar.x.lowerBound + bar.x.upperBound) / 2 > 50
    let x = atEnd ? (day == bars.bars.count - 1 ? 100 : bar.x.upperBound) : bar.x.lowerBound
    for (space, style) in [(plot.narrow, styles.narrow), (plot.wide, styles.wide)] {
      let share = width * 100 / space
      let reach = atEnd ? (x - share)...x : x...(x + share)
      let baseline = bars.top(in: reach) - 6
      let box = Box(x: reach, y: (baseline - size)...(baseline + 2))
      // The first text is never left out: it names the chart's newest value.
      guard
        taken.isEmpty
          || (!taken.contains { $0.overlaps(box) } && reach.lowerBound >= 0 && reach.upperBound <= 100)
      else { continue }
      taken.append(box)
      SVGText(text: text, style: style, x: .percent(x), y: baseline, anchor: atEnd ? .end : .start).write(
        to: &out)
      return
    }
  }
}
