import Common

/// A text in a chart: its place in percent or pixels from the left, and the y of its baseline in pixels.
struct SVGText {
  enum Across: Equatable {
    case percent(Double)
    case pixels(Double)
  }

  var text: String
  /// The stylesheet's classes: `ax mi`.
  var style: String
  var x: Across
  /// Pixels from `x`.
  var shift = 0.0
  var y: Double
  var anchor = TextAnchor.start

  func write(to out: inout ByteBuffer) {
    out.write("<text class=\"")
    out.write(string: style)
    out.write("\"")
    switch x {
    case .percent(let value): out.write(attribute: "x", percent: value)
    case .pixels(let value): out.write(attribute: "x", value)
    }
    if shift != 0 { out.write(attribute: "dx", shift) }
    out.write(attribute: "y", y)
    switch anchor {
    case .start: break
    case .middle: out.write(" text-anchor=\"middle\"")
    case .end: out.write(" text-anchor=\"end\"")
    }
    out.write(">")
    out.write(escaped: text)
    out.write("</text>")
  }
}
