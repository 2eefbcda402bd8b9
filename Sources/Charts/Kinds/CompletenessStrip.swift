import Common

/// How many of the expected units have reported: a box each, hollow where one has not.
package struct CompletenessStrip: Sendable, Hashable {
  /// Beyond so many units one bar shows the share.
  package static let mostBoxes = 120

  /// Unique in the page; the ids within the chart begin with it.
  package var id: String
  /// `37个社区中35个已报，2个未报`
  package var title: String
  package var reported: Int
  package var expected: Int

  package init(id: String, title: String, reported: Int, expected: Int) {
    self.id = id
    self.title = title
    self.reported = reported
    self.expected = expected
  }

  /// Writes one `<svg>` element, without boxes where nobody is expected.
  ///
  /// - Complexity: O(n) for n units up to `mostBoxes`.
  package func write(to out: inout ByteBuffer) {
    let root = SVGRoot(style: "strip", height: 16, id: id, title: title)
    root.open(&out)
    let known = min(max(reported, 0), max(expected, 0))
    if expected > Self.mostBoxes {
      let share = 100 * Double(known) / Double(expected)
      if known > 0 { writeBox(isIn: true, x: 0...share, to: &out) }
      if known < expected { writeBox(isIn: false, x: share...100, to: &out) }
    } else if expected > 0 {
      let step = 100 / Double(expected)
      for unit in 0..<expected {
        let x = step * Double(unit)
        writeBox(isIn: unit < known, x: x...(x + step * 0.7), to: &out)
      }
    }
    root.close(&out)
  }

  private func writeBox(isIn: Bool, x: ClosedRange<Double>, to out: inout ByteBuffer) {
    if isIn { out.write("<rect class=\"in\"") } else { out.write("<rect class=\"out\"") }
    out.writeBox(x: x, y: 1...15)
  }
}
