import Common
import Reading

/// A row of a release's `figures.csv`, as it was published.
package struct PublishedFigure: Sendable, Hashable {
  /// What a figure is of: rows stand in this order, once each.
  package struct Key: Sendable, Hashable {
    package var indicator: String
    package var region: String
    package var day: CivilDate

    package init(indicator: String, region: String, day: CivilDate) {
      self.indicator = indicator
      self.region = region
      self.day = day
    }
  }

  package var key: Key
  package var numerator: Rational?
  package var denominator: Rational?
  package var value: Rational?
  /// `96.2%`, `未报`.
  package var printed: String
  /// `value`, `zero`, `provisional`, `not_reported`, `not_applicable`, `suppressed`.
  package var state: String
  package var reported: Int
  package var expected: Int

  /// Reads a line of the file; `nil` for the header and for what is no row of its columns.
  init?(line: UnsafeBufferPointer<UInt8>) {
    var scanner = CSVScanner(line, separator: .comma)
    var record = CSVRecord()
    guard scanner.next(into: &record), record.count >= 12, !record.isFaulty else { return nil }
    let cells = record.fields.map { scanner.text($0) }
    guard let day = CivilDate(iso: cells[2]), let reported = Int(cells[9]), let expected = Int(cells[10])
    else {
      return nil
    }
    key = Key(indicator: cells[0], region: cells[1], day: day)
    numerator = Rational(decimal: cells[3])
    denominator = Rational(decimal: cells[4])
    value = Rational(decimal: cells[5])
    printed = cells[6]
    state = cells[7]
    self.reported = reported
    self.expected = expected
  }

  /// Whether there is a number: not reported, not applicable and suppressed have none.
  package var hasValue: Bool { value != nil }
}
