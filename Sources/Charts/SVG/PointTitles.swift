import Common

/// Unseen columns, one a day, whose titles say the day's values where the pointer rests: no script is needed.
struct PointTitles {
  /// Beyond so many days a column is too narrow to point at.
  static let mostDays = 120

  var axis: DayAxis
  var days: [String]
  var y: ClosedRange<Double>
  var series: [ChartSeries]

  func write(to out: inout ByteBuffer) {
    guard axis.count <= Self.mostDays else { return }
    let named = series.count > 1
    out.write("<g fill=\"none\" pointer-events=\"all\">")
    for day in 0..<axis.count {
      let said = series.filter { day < $0.points.count && !$0.points[day].label.isEmpty }
      guard !said.isEmpty else { continue }
      out.write("<rect")
      out.writeBox(x: axis.span(day...day), y: y, end: "><title>")
      if day < days.count { out.write(escaped: days[day]) }
      for one in said {
        out.write("\n")
        if named {
          out.write(escaped: one.name)
          out.write(" ")
        }
        out.write(escaped: one.points[day].label)
      }
      out.write("</title></rect>")
    }
    out.write("</g>")
  }
}
