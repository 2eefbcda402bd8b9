import Common

/// The outermost element of a chart, with the texts that stand for it where it cannot be seen.
struct SVGRoot {
  var style: StaticString
  var insets = Insets(left: 0, right: 0)
  /// In pixels; the width is the page's unless `width` is set.
  var height: Double
  var width: Double?
  var id: String
  /// Empty where the chart only repeats what stands beside it: it is then hidden from assistive technology.
  var title: String
  var description = ""

  func open(_ out: inout ByteBuffer) {
    out.write("<svg class=\"")
    out.write(style)
    if insets.left > 0 {
      out.write(" pl-")
      out.write(number: insets.left)
    }
    if insets.right > 0 {
      out.write(" pr-")
      out.write(number: insets.right)
    }
    out.write("\"")
    if let width { out.write(attribute: "width", width) } else { out.write(" width=\"100%\"") }
    out.write(attribute: "height", height)
    if title.isEmpty {
      out.write(" aria-hidden=\"true\">")
    } else {
      openNamed(&out)
    }
  }

  func close(_ out: inout ByteBuffer) {
    out.write("</svg>")
  }

  private func openNamed(_ out: inout ByteBuffer) {
    out.write(" role=\"img\" aria-labelledby=\"")
    out.write(escaped: id)
    out.write("t")
    if !description.isEmpty {
      out.write(" ")
      out.write(escaped: id)
      out.write("d")
    }
    out.write("\"><title")
    out.write(attribute: "id", id: id, "t")
    out.write(">")
    out.write(escaped: title)
    out.write("</title>")
    guard !description.isEmpty else { return }
    out.write("<desc")
    out.write(attribute: "id", id: id, "d")
    out.write(">")
    out.write(escaped: description)
    out.write("</desc>")
  }
}
