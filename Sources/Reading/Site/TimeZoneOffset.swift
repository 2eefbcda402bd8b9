/// The time zones a site may stand in: those of China, UTC, or a fixed offset. None of them has summer time,
/// so an offset is all there is to know, and no zone data of the machine is asked.
enum TimeZoneOffset {
  private static let names: [(name: String, minutes: Int)] = [
    ("Asia/Shanghai", 480), ("Asia/Chongqing", 480), ("Asia/Urumqi", 360), ("Asia/Hong_Kong", 480),
    ("Asia/Macau", 480), ("Asia/Taipei", 480), ("UTC", 0),
  ]

  static var allNames: [String] { names.map(\.name) }

  /// Minutes east of Greenwich of a name or of `+08:00`.
  static func minutes(_ text: String) -> Int? {
    if let known = names.first(where: { $0.name == text }) { return known.minutes }
    guard let sign = text.first, sign == "+" || sign == "-",
      let minutes = TimeOfDay.minutes(text.dropFirst()),
      minutes <= 14 * 60
    else { return nil }
    return sign == "-" ? -minutes : minutes
  }
}

/// A time of day as `18:00`.
package enum TimeOfDay {
  /// Minutes after midnight, to 1440 for `24:00`; `nil` for anything else.
  package static func minutes(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2, parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy(Digits.isDigit) }), let hour = Int(parts[0]),
      let minute = Int(parts[1]),
      minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}
