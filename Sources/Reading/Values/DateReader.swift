import Common

/// A day as a source wrote it, and the time of day where one stood beside it.
package struct DateValue: Hashable, Sendable {
  package var day: CivilDate
  /// Seconds after midnight, to 86,400 for 24时, which belongs to the day it ends.
  package var seconds: Int?

  package init(day: CivilDate, seconds: Int? = nil) {
    self.day = day
    self.seconds = seconds
  }

  package var moment: Moment { Moment(day: day, second: seconds.map { Int32($0) }) }
}

/// Reads the dates that stand in spreadsheets: `2020-02-14`, `2020/2/14`, `2020.2.14`, `20200214`, `2020年2月14日`, the
/// serial `43875` or `43875.75`, each with a time, 24时 or a weekday; and `2月14日` or `2/14` where the year is declared.
package struct DateReader: Sendable {
  /// The year of dates that leave it out.
  package var year: Int?
  /// Serials count from 1904-01-01.
  package var from1904: Bool

  package init(year: Int? = nil, from1904: Bool = false) {
    self.year = year
    self.from1904 = from1904
  }

  /// - Throws: the reason, for text that is no date or might be two.
  /// - Complexity: O(n); the ISO form is read without a copy.
  package func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(ValueRefusal) -> DateValue {
    if let day = try readISO(bytes) { return DateValue(day: day) }
    var cursor = TextCursor(PlainText.folded(bytes))
    if let serial = SerialDate.read(cursor, from1904: from1904) { return serial }
    var value = DateValue(day: try readDay(&cursor))
    try readRest(&cursor, into: &value)
    return value
  }

  package func read(_ text: String) throws(ValueRefusal) -> DateValue {
    let bytes = Array(text.utf8)
    var result: Result<DateValue, ValueRefusal> = .failure(.notADate)
    bytes.withUnsafeBufferPointer { buffer in
      do throws(ValueRefusal) { result = .success(try read(buffer)) } catch { result = .failure(error) }
    }
    return try result.get()
  }

  private func readISO(_ bytes: UnsafeBufferPointer<UInt8>) throws(ValueRefusal) -> CivilDate? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var numbers = (0, 0, 0)
    for at in 0..<10 where at != 4 && at != 7 {
      let digit = Int(bytes[at]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      if at < 4 {
        numbers.0 = numbers.0 * 10 + digit
      } else if at < 7 {
        numbers.1 = numbers.1 * 10 + digit
      } else {
        numbers.2 = numbers.2 * 10 + digit
      }
    }
    return try day(numbers.0, numbers.1, numbers.2)
  }

  private func readDay(_ cursor: inout TextCursor) throws(ValueRefusal) -> CivilDate {
    guard let first = cursor.digits() else { throw .notADate }
    if first.count == 8 { return try day(first.value / 10_000, first.value / 100 % 100, first.value % 100) }
    cursor.skipBlanks()
    if cursor.take("年") { return try readChinese(year: first, &cursor) }
    if cursor.take("月") {
      let date = try readChineseDay(&cursor)
      guard let year else { throw .yearMissing }
      return try day(year, first.value, date)
    }
    guard let separator = cursor.peek, [0x2D, 0x2F, 0x2E].contains(separator), cursor.take(byte: separator)
    else {
      throw .notADate
    }
    cursor.skipBlanks()
    guard let second = cursor.digits(), first.count <= 4, second.count <= 4 else { throw .notADate }
    cursor.skipBlanks()
    guard cursor.take(byte: separator) else {
      guard first.count <= 2, second.count <= 2 else { throw .notADate }
      guard let year else { throw .yearMissing }
      return try day(year, first.value, second.value)
    }
    cursor.skipBlanks()
    guard let third = cursor.digits() else { throw .notADate }
    guard first.count == 4, second.count <= 2, third.count <= 2 else {
      throw first.count <= 2 && second.count <= 2 && third.count <= 4 ? .ambiguousDate : .notADate
    }
    return try day(first.value, second.value, third.value)
  }

  private func readChinese(year: (value: Int, count: Int), _ cursor: inout TextCursor) throws(ValueRefusal)
    -> CivilDate
  {
    guard year.count == 4 else { throw year.count == 2 ? .ambiguousDate : .notADate }
    cursor.skipBlanks()
    guard let month = cursor.digits() else { throw .notADate }
    cursor.skipBlanks()
    guard cursor.take("月") else { throw .notADate }
    return try day(year.value, month.value, try readChineseDay(&cursor))
  }

  private func readChineseDay(_ cursor: inout TextCursor) throws(ValueRefusal) -> Int {
    cursor.skipBlanks()
    guard let date = cursor.digits() else { throw .notADate }
    cursor.skipBlanks()
    guard cursor.take("日") || cursor.take("号") else { throw .notADate }
    return date.value
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws(ValueRefusal) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDay }
    return date
  }
}
