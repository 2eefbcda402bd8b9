import Common

/// A spreadsheet's day number with its fraction of a day.
struct SerialDate {
  /// Seconds since the workbook's day 0, to the nearest.
  private let seconds: Int
  private let uses1904: Bool

  private static let secondsADay = 86_400
  /// The day after 9999-12-31 in the system of 1900.
  private static let end = 2_958_466.0

  /// - Returns: `nil` for numbers that no program shows as a date.
  init?(_ value: Double, uses1904: Bool) {
    guard value >= 0, value < Self.end else { return nil }
    seconds = Int((value * Double(Self.secondsADay)).rounded())
    self.uses1904 = uses1904
  }

  /// `2020-02-14`, with `18:00` or `18:00:05` where there is a time; below 1 only the time.
  ///
  /// - Parameter withTime: midnight too is a time.
  func write(withTime: Bool, to bytes: inout [UInt8]) {
    let (day, rest) = seconds.quotientAndRemainder(dividingBy: Self.secondsADay)
    if day > 0 || uses1904 && !withTime && rest == 0 {
      bytes.append(contentsOf: date(day).utf8)
      guard withTime || rest > 0 else { return }
      bytes.append(0x20)
    }
    Self.writeTime(rest, to: &bytes)
  }

  /// `25:30` for a little more than a day.
  func writeDuration(to bytes: inout [UInt8]) {
    Self.writeTime(seconds, to: &bytes)
  }

  /// In the system of 1900 there is a 1900-02-29, which never was, and the days before it are off by one.
  private func date(_ day: Int) -> String {
    if uses1904 { return CivilDate(dayNumber: Int32(day - 24_107)).description }
    if day == 60 { return "1900-02-29" }
    return CivilDate(dayNumber: Int32(day < 60 ? day - 25_568 : day - 25_569)).description
  }

  private static func writeTime(_ seconds: Int, to bytes: inout [UInt8]) {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    var text = two(seconds / 3600) + ":" + two(seconds / 60 % 60)
    if seconds % 60 > 0 { text += ":" + two(seconds % 60) }
    bytes.append(contentsOf: text.utf8)
  }
}
