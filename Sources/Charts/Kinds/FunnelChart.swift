import Common

/// How many get from one step to the next: a horizontal bar each, from zero, one under the other.
///
/// Behind each bar lies a pale one as long as the bar before, so that what was lost is seen. Each step has a line
/// above its bar and one below: nothing stands beside a bar, so the chart reads the same at every width.
package struct FunnelChart: Sendable, Hashable {
  /// Unique in the page; the ids within the chart begin with it.
  package var id: String
  package var title: String
  /// The kind of chart, its data and its finding in words, for who cannot see it.
  package var description: String
  /// In order.
  package var steps: [FunnelStep]
  package var space: ChartSpace

  package init(
    id: String, title: String, description: String = "", steps: [FunnelStep], space: ChartSpace = .page
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.steps = steps
    self.space = space
  }

  /// In pixels: the line above a bar, the bar, the line below, the distance to the next step.
  private static let (above, bar, below, distance) = (19.0, 14.0, 17.0, 12.0)

  var height: Double { max(0, Double(steps.count) * Self.stepHeight - Self.distance) }

  private static var stepHeight: Double { above + bar + below + distance }

  /// Writes the chart as one `<svg>` element.
  ///
  /// - Complexity: O(n) for n steps.
  package func write(to out: inout ByteBuffer) {
    let root = SVGRoot(style: "chart funnel", height: height, id: id, title: title, description: description)
    let longest = steps.compactMap(\.drawable).max()
    root.open(&out)
    if steps.contains(where: { $0.isProvisional && $0.drawable != nil }) {
      out.write("<defs>")
      out.writeHatch(id, "h", size: 5, lines: "hat", ground: true)
      out.write("</defs>")
    }
    var before: Double?
    for (index, step) in steps.enumerated() {
      let top = Double(index) * Self.stepHeight
      write(step, top: top, to: &out)
      let y = (top + Self.above)...(top + Self.above + Self.bar)
      let (length, previous) = (share(step.drawable, of: longest), share(before, of: longest))
      if let previous, previous > length ?? 0 {
        out.write("<rect class=\"q2\"")
        out.writeBox(x: (length ?? 0)...previous, y: y)
      }
      if let length {
        out.write("<rect class=\"")
        if step.isProvisional {
          out.write("c1\" fill=\"url(#")
          out.write(escaped: id)
          out.write("h)\"")
        } else {
          out.write("f1\"")
        }
        out.writeBox(x: 0...length, y: y)
      }
      before = step.drawable ?? before
    }
    root.close(&out)
  }

  /// The share of the longest bar, in percent.
  private func share(_ value: Double?, of longest: Double?) -> Double? {
    guard let value, let longest else { return nil }
    return 100 * value / longest
  }

  private func write(_ step: FunnelStep, top: Double, to out: inout ByteBuffer) {
    let room = min(space.narrow, space.wide)
    let label = TextWidth.estimate(step.label, size: TextWidth.keySize)
    let name = TextWidth.shortened(step.name, size: TextWidth.noteSize, atMost: room - label - Self.gap)
    SVGText(text: name, style: "ann", x: .percent(0), y: top + 12).write(to: &out)
    SVGText(
      text: step.label, style: "ann k", x: .percent(0),
      shift: TextWidth.estimate(name, size: TextWidth.noteSize) + Self.gap, y: top + 12
    ).write(to: &out)
    guard !step.shares.isEmpty else { return }
    SVGText(
      text: TextWidth.shortened(step.shares, size: TextWidth.axisSize, atMost: room), style: "ax",
      x: .percent(0), y: top + Self.above + Self.bar + 13
    ).write(to: &out)
  }

  /// Between a step's name and its value, in pixels.
  private static let gap = 8.0
}
