import Common

/// The reporting day in a file's name: `2020-02-14.csv`, `排查20200214.csv`, `卢沟桥2020年2月14日.csv`.
package enum FileNameDate {
  /// The first date of the forms YYYY-MM-DD, YYYYMMDD and YYYY年M月D日 that exists.
  ///
  /// Digits are taken in whole runs, so a telephone number holds no date.
  ///
  /// - Parameter path: a path or a name; folders are not looked at.
  /// - Complexity: O(n).
  package static func find(in path: String) -> CivilDate? {
    let name = path.utf8.lastIndex(of: 0x2F).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let bytes = Array(PlainText.folded(name).utf8)
    var at = 0
    while at < bytes.count {
      guard isDigit(bytes[at]) else {
        at += 1
        continue
      }
      var end = at
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      if let date = date(in: bytes, run: at..<end) { return date }
      at = end
    }
    return nil
  }

  private static func date(in bytes: [UInt8], run: Range<Int>) -> CivilDate? {
    if run.count == 8 {
      let value = number(bytes[run])
      return CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }
    guard run.count == 4 else { return nil }
    var cursor = TextCursor(Array(bytes[run.upperBound...]))
    let isISO = cursor.take("-")
    guard isISO || cursor.take("年"), let month = cursor.digits(), cursor.take(isISO ? "-" : "月"),
      let day = cursor.digits(), isISO ? month.count == 2 && day.count == 2 : cursor.take("日")
    else { return nil }
    return CivilDate(year: number(bytes[run]), month: month.value, day: day.value)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
