import Common
import Pages
import Reading
import Statistics

/// `data/figures.csv`: every figure of the site, by indicator id, region code and date.
///
/// It is for programs: no byte order mark, and lines end with LF, so that line tools read it too.
struct FiguresFile: Sendable {
  let context: SiteContext

  static let header = [
    "indicator", "region", "date", "numerator", "denominator", "value", "printed", "state", "exactness",
    "reported",
    "expected", "basis",
  ]

  /// - Complexity: O(indicators · regions · days)
  func write(into buffer: inout ByteBuffer) {
    buffer.write(string: Self.header.joined(separator: ",") + "\n")
    let regions = FigureTable.regions(of: context)
    let days = FigureTable.days(of: context)
    for indicator in context.indicators.indices {
      for region in regions {
        for day in days {
          let figure = context.cube.figure(indicator, region, CivilDate(dayNumber: day))
          if FigureTable.holds(figure) { write(figure, into: &buffer) }
        }
      }
    }
  }

  private func write(_ figure: Figure, into buffer: inout ByteBuffer) {
    buffer.write(string: context.indicators[figure.indicator].id)
    buffer.write(",")
    buffer.write(string: context.tree[figure.region].code)
    buffer.write(",")
    buffer.write(string: figure.day.description)
    for part in [figure.numerator, figure.denominator, figure.value] {
      buffer.write(",")
      if let part, figure.state != .suppressed { buffer.write(string: part.plainDecimal(atMost: 6)) }
    }
    buffer.write(",")
    CSVWriter.text(context.formatter.text(figure).text, into: &buffer)
    buffer.write(",")
    buffer.write(string: figure.state.rawValue)
    buffer.write(",")
    buffer.write(string: figure.exactness.name)
    buffer.write(",")
    buffer.write(number: figure.reported)
    buffer.write(",")
    buffer.write(number: figure.expected)
    buffer.write(",")
    buffer.write(string: figure.basis.rawValue)
    buffer.write("\n")
  }
}
