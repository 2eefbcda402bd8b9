import Common

/// A length of time as a declaration writes it: `90m`, `48h`, `14d`.
///
/// Minutes and hours are elapsed time; days are reporting days, counted as people count them: what begins on the 1st
/// is done within `1d` until the end of the 2nd.
package struct TimeSpan: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case minutes = "m"
    case hours = "h"
    case days = "d"
  }

  package var count: Int
  package var unit: Unit

  package init(count: Int, unit: Unit) {
    self.count = count
    self.unit = unit
  }

  private static let longest = 3660
  private static let words: [(String, Unit)] = [
    ("分钟", .minutes), ("小时", .hours), ("天", .days), ("m", .minutes), ("h", .hours), ("d", .days),
  ]

  /// Reads `48h`, `48小时`; `nil` for anything else, for zero and for more than ten years.
  package init?(_ text: String) {
    guard let (word, unit) = Self.words.first(where: { text.hasSuffix($0.0) }) else { return nil }
    let digits = text.dropLast(word.count)
    guard !digits.isEmpty, digits.count <= 7, digits.utf8.allSatisfy(Digits.isDigit), let count = Int(digits),
      count > 0
    else { return nil }
    self.init(count: count, unit: unit)
    guard seconds <= Int64(Self.longest) * Moment.secondsPerDay else { return nil }
  }

  package var seconds: Int64 {
    switch unit {
    case .minutes: Int64(count) * 60
    case .hours: Int64(count) * 3600
    case .days: Int64(count) * Moment.secondsPerDay
    }
  }

  package var isWholeDays: Bool { seconds % Moment.secondsPerDay == 0 }

  /// In whole days, less than a day left out: how far apart two days may be where no time is known.
  package var wholeDays: Int32 { Int32(seconds / Moment.secondsPerDay) }

  /// In whole days, a part of a day counted as one: after how many a span is over wherever in the day it began.
  package var daysUntilOver: Int32 {
    Int32((seconds + Moment.secondsPerDay - 1) / Moment.secondsPerDay)
  }
}

extension TimeSpan: CustomStringConvertible {
  package var description: String { "\(count)\(unit.rawValue)" }
}
