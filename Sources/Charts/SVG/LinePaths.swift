import Common

/// Draws lines in a viewport of 0 to 100 by the chart's height that stretches with the page; the strokes
/// do not.
struct LinePaths {
  var height: Double
  var lines: [PlottedLine]

  func write(to out: inout ByteBuffer) {
    guard lines.contains(where: { $0.last != nil }) else { return }
    out.write("<svg width=\"100%\"")
    out.write(attribute: "height", height)
    out.write(" viewBox=\"0 0 100 ")
    out.write(coordinate: height)
    out.write("\" preserveAspectRatio=\"none\">")
    for line in lines {
      write(line, dashed: false, to: &out)
      write(line, dashed: true, to: &out)
    }
    out.write("</svg>")
  }

  /// Dots for known days between missing ones, and a mark at each line's end.
  func writeMarks(endRadius: Double = 3.5, to out: inout ByteBuffer) {
    for line in lines {
      let last = line.last
      for point in line.isolated where point != last { out.writeMark(point, tone: line.tone, radius: 2) }
      if let last { out.writeMark(last, tone: line.tone, radius: endRadius) }
    }
  }

  /// The stretches that touch a provisional point, or all the others, as one path; none where there are none.
  private func write(_ line: PlottedLine, dashed: Bool, to out: inout ByteBuffer) {
    var pen: Int?
    for index in line.points.indices.dropLast() {
      guard !line.cuts.contains(index + 1), let from = line.points[index], let to = line.points[index + 1],
        (from.isProvisional || to.isProvisional) == dashed
      else { continue }
      if pen == nil {
        if dashed { out.write("<path class=\"ln dash c") } else { out.write("<path class=\"ln c") }
        out.write(number: line.tone.rawValue)
        out.write("\" d=\"")
      }
      if pen != index { write("M", from, to: &out) }
      write("L", to, to: &out)
      pen = index + 1
    }
    if pen != nil { out.write("\"/>") }
  }

  private func write(_ command: StaticString, _ point: PlotPoint, to out: inout ByteBuffer) {
    out.write(command)
    out.write(coordinate: point.x)
    out.write(" ")
    out.write(coordinate: point.y)
  }
}
