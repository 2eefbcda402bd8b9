import Common

/// A moment as a clock on the wall shows it, in a zone without summer time.
package struct WallTime: Hashable, Sendable, CustomStringConvertible {
  package let day: CivilDate
  /// Seconds after midnight.
  package let seconds: Int
  /// Minutes east of Greenwich.
  package let zone: Int

  /// - Parameter unix: Seconds since 1970-01-01 in Greenwich.
  package init(unix: Int, zone: Int) {
    let local = unix + zone * 60
    let rest = ((local % 86_400) + 86_400) % 86_400
    day = CivilDate(dayNumber: Int32(clamping: (local - rest) / 86_400))
    seconds = rest
    self.zone = zone
  }

  /// Reads `2020-03-31T17:05` and `2020-03-31T17:05:30`, also with a space, as the time of `zone`.
  package init?(_ text: some StringProtocol, zone: Int) {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let day = CivilDate(iso: parts[0]) else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = clock.compactMap { part -> Int? in
      part.utf8.count == 2 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard (2...3).contains(clock.count), numbers.count == clock.count, numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    self.day = day
    seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    self.zone = zone
  }

  /// Minutes from a day's midnight to this moment; below zero before it.
  package func minutes(since midnight: CivilDate) -> Int {
    Int(day.dayNumber - midnight.dayNumber) * 1440 + seconds / 60
  }

  /// `2020-03-31T17:05:00+08:00`, as RFC 3339 has it.
  package var description: String {
    let zoneSign = zone < 0 ? "-" : "+"
    return "\(day)T\(Self.two(seconds / 3600)):\(Self.two(seconds / 60 % 60)):\(Self.two(seconds % 60))"
      + "\(zoneSign)\(Self.two(abs(zone) / 60)):\(Self.two(abs(zone) % 60))"
  }

  /// `17:05`
  package static func clock(minutes: Int) -> String { "\(two(minutes / 60)):\(two(minutes % 60))" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
