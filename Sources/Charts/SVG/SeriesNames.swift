import Common

/// The labels at the right of the plot that say which line is which.
struct SeriesNames {
  static let distance = 9.0
  private static let widestNote = Double(Insets.mostRight) - distance - 4

  private var series: [ChartSeries]

  init(_ series: [ChartSeries]) {
    self.series = series.filter { $0.points.contains { $0.drawable != nil } }
  }

  /// The room they take; without any, what an end mark takes.
  var width: Double {
    let widths = series.flatMap { one in
      [
        TextWidth.estimate(
          one.endLabel ?? "", size: one.tone == .muted ? TextWidth.axisSize : TextWidth.keySize),
        min(TextWidth.estimate(one.endNote ?? "", size: TextWidth.noteSize), Self.widestNote),
      ]
    }
    let widest = widths.max() ?? 0
    return widest > 0 ? widest + Self.distance + 4 : 8
  }

  /// Writes the labels, and for a line that ends before the last day a leader from its end to its label.
  func write(on axis: DayAxis, in frame: PlotFrame, to out: inout ByteBuffer) {
    let named = series.filter { $0.endLabel != nil || $0.endNote != nil }
    let requests = named.map { one in
      EndLabels.Request(
        y: frame.y(one.points.last { $0.drawable != nil }?.value ?? 0),
        hasNote: one.endLabel != nil && one.endNote != nil, isMuted: one.tone == .muted)
    }
    let places = EndLabels.place(requests, within: 10...max(10, frame.bottom + 4))
    for (one, place) in zip(named, places) {
      guard let place else { continue }
      writeLeader(one, on: axis, in: frame, to: &out)
      let tone = one.tone == .muted ? "ax" : "t\(one.tone.rawValue)"
      let label = one.endLabel ?? one.endNote ?? ""
      let isValue = one.endLabel != nil && one.tone != .muted
      write(isValue ? label : shortened(label), style: isValue ? "k \(tone)" : tone, y: place.label, to: &out)
      if let y = place.note, let note = one.endNote { write(shortened(note), style: tone, y: y, to: &out) }
    }
  }

  private func writeLeader(
    _ one: ChartSeries, on axis: DayAxis, in frame: PlotFrame, to out: inout ByteBuffer
  ) {
    guard let last = one.points.lastIndex(where: { $0.drawable != nil }), last < axis.count - 1,
      let value = one.points[last].drawable
    else { return }
    out.write("<g stroke-dasharray=\"1 3\">")
    out.writeLine("ldr", y: frame.y(value), from: min(100, axis.x(last) + 1))
    out.write("</g>")
  }

  private func shortened(_ text: String) -> String {
    TextWidth.shortened(text, size: TextWidth.noteSize, atMost: Self.widestNote)
  }

  private func write(_ text: String, style: String, y: Double, to out: inout ByteBuffer) {
    SVGText(text: text, style: style, x: .percent(100), shift: Self.distance, y: y).write(to: &out)
  }
}
