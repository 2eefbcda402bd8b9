import Common

/// The serial that a spreadsheet keeps for a date: days since 1899-12-30, or since 1904-01-01 in some workbooks, and the
/// part of the day behind the point.
enum SerialDate {
  /// Reads `43875` and `43875.75`; `nil` for anything else. The time is rounded to the second.
  static func read(_ start: TextCursor, from1904: Bool = false) -> DateValue? {
    var cursor = start
    guard let days = cursor.digits(), days.count == 5 else { return nil }
    let day = CivilDate(dayNumber: Int32(days.value - (from1904 ? 24_107 : 25_569)))
    if cursor.isAtEnd { return DateValue(day: day) }
    guard cursor.take(byte: 0x2E) else { return nil }
    var part: Int64 = 0
    var scale: Int64 = 1
    // Nine digits are a ten-thousandth of a second; what a program writes behind them is noise.
    var count = 0
    while let byte = cursor.peek, Digits.isDigit(byte) {
      if count < 9 {
        part = part * 10 + Int64(byte - 0x30)
        scale *= 10
      }
      count += 1
      _ = cursor.take(byte: byte)
    }
    guard count > 0, cursor.isAtEnd else { return nil }
    return DateValue(day: day, seconds: Int((part * Moment.secondsPerDay * 2 + scale) / (scale * 2)))
  }
}
