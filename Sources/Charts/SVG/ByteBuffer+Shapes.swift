import Common

extension ByteBuffer {
  /// A horizontal line, from edge to edge unless told otherwise.
  mutating func writeLine(_ kind: StaticString, y: Double, from: Double = 0, to: Double = 100) {
    write("<line")
    open(attribute: "class")
    write(kind)
    write("\"")
    write(attribute: "x1", percent: from)
    write(attribute: "x2", percent: to)
    write(attribute: "y1", y)
    write(attribute: "y2", y)
    write("/>")
  }

  /// A vertical line at a share of the width.
  mutating func writeTick(_ kind: StaticString, x: Double, from: Double, to: Double) {
    write("<line")
    open(attribute: "class")
    write(kind)
    write("\"")
    write(attribute: "x1", percent: x)
    write(attribute: "x2", percent: x)
    write(attribute: "y1", from)
    write(attribute: "y2", to)
    write("/>")
  }

  /// The geometry of a rectangle and the end of its tag: x and width in percent, y and height in pixels.
  mutating func writeBox(x: ClosedRange<Double>, y: ClosedRange<Double>, end: StaticString = "/>") {
    write(attribute: "x", percent: x.lowerBound)
    write(attribute: "y", y.lowerBound)
    write(attribute: "width", percent: x.upperBound - x.lowerBound)
    write(attribute: "height", y.upperBound - y.lowerBound)
    write(end)
  }

  /// The mark of a point: filled, or hollow where it is provisional.
  mutating func writeMark(_ point: PlotPoint, tone: SeriesTone, radius: Double) {
    write("<circle")
    open(attribute: "class")
    if point.isProvisional { write("hollow c") } else { write("f") }
    write(number: tone.rawValue)
    write("\"")
    write(attribute: "cx", percent: point.x)
    write(attribute: "cy", point.y)
    write(attribute: "r", radius)
    write("/>")
  }

  /// A pattern of slanting lines for `fill="url(#…)"`, under the chart's id and a letter.
  mutating func writeHatch(_ id: String, _ letter: StaticString, size: Double, lines: String, ground: Bool) {
    write("<pattern")
    write(attribute: "id", id: id, letter)
    write(attribute: "width", size)
    write(attribute: "height", size)
    write(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
    if ground {
      write("<rect class=\"hat-bg\"")
      write(attribute: "width", size)
      write(attribute: "height", size)
      write("/>")
    }
    write("<line")
    open(attribute: "class")
    write(string: lines)
    write("\" x1=\"0\" x2=\"0\" y1=\"0\"")
    write(attribute: "y2", size)
    write("/></pattern>")
  }

  /// Writes ` name="idletter"`.
  mutating func write(attribute name: StaticString, id: String, _ letter: StaticString) {
    open(attribute: name)
    write(escaped: id)
    write(letter)
    write("\"")
  }
}
