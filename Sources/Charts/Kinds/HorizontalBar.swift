import Common

/// A row's bar in a ranking: its length is a share of the longest, from zero always.
package struct HorizontalBar: Sendable, Hashable {
  /// How the value stands; the words for it are the caller's, in the same row.
  package enum Kind: Sendable, Hashable {
    case plain, warning, bad
  }

  /// 0 to 1; what lies outside is held at the edge, and what is not a number draws no bar.
  package var share: Double
  /// Where the target stands, 0 to 1.
  package var target: Double?
  package var kind: Kind
  /// Whether the whole is shown behind the bar.
  package var hasTrack: Bool
  /// In pixels.
  package var height: Int

  package init(
    share: Double, target: Double? = nil, kind: Kind = .plain, hasTrack: Bool = false, height: Int = 12
  ) {
    self.share = share
    self.target = target
    self.kind = kind
    self.hasTrack = hasTrack
    self.height = height
  }

  /// Writes one `<svg>` element, hidden from assistive technology: the row has the number.
  package func write(to out: inout ByteBuffer) {
    let root = SVGRoot(style: "bar", height: Double(height), id: "", title: "")
    root.open(&out)
    if hasTrack { writeBar("track", share: 1, to: &out) }
    let length = share.isFinite ? min(max(share, 0), 1) : 0
    if length > 0 {
      switch kind {
      case .plain: writeBar("b1", share: length, to: &out)
      case .warning: writeBar("b-warn", share: length, to: &out)
      case .bad: writeBar("b-bad", share: length, to: &out)
      }
    }
    if let target, target.isFinite, (0...1).contains(target) {
      out.writeTick("tgt", x: target * 100, from: -3, to: Double(height) + 3)
      // Within the bar the tick is cut out in the colour of the paper.
      if target < length { out.writeTick("tgt2", x: target * 100, from: 0, to: Double(height)) }
    }
    root.close(&out)
  }

  private func writeBar(_ style: StaticString, share: Double, to out: inout ByteBuffer) {
    out.write("<rect")
    out.open(attribute: "class")
    out.write(style)
    out.write("\"")
    out.write(attribute: "width", percent: share * 100)
    out.write(attribute: "height", Double(height))
    out.write("/>")
  }
}
