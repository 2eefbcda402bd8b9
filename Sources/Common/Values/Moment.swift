/// A day as a source wrote it, and the second of that day where a time stood beside it.
///
/// 24时 is second 86,400 of the day it ends, not the first of the next: the day counts, and so does the moment.
package struct Moment: Hashable, Comparable, Sendable {
  /// The day's number above 17 bits that hold the second and one; `missing` is the least word there is.
  package let word: Int64

  package static let missing = Moment(word: .min)
  package static let secondsPerDay: Int64 = 86_400

  package init(word: Int64) {
    self.word = word
  }

  /// - Parameter second: 0…86,400; `nil` where the source gave the day alone.
  package init(day: CivilDate, second: Int32?) {
    word = Int64(day.dayNumber) << 17 | Int64(second.map { $0 + 1 } ?? 0)
  }

  /// By day, then by time; a day without a time is before its first minute.
  package static func < (left: Moment, right: Moment) -> Bool {
    left.word < right.word
  }

  package var isMissing: Bool { word == .min }

  package var day: CivilDate { CivilDate(dayNumber: Int32(truncatingIfNeeded: word >> 17)) }

  package var second: Int32? {
    let low = Int32(truncatingIfNeeded: word & 0x1_FFFF)
    return low == 0 ? nil : low - 1
  }

  /// Seconds since the beginning of 1970-01-01 in the site's own time; `nil` where no time is known.
  package var instant: Int64? {
    second.map { Int64(day.dayNumber) * Self.secondsPerDay + Int64($0) }
  }

  /// The day it counts for where a day ends at `cutOff`, seconds after midnight: what is later counts for the next.
  /// A day without a time counts for itself.
  package func reportingDay(cutOff: Int32) -> CivilDate {
    second.map { $0 > cutOff } ?? false ? day.adding(days: 1) : day
  }
}

extension Moment: CustomStringConvertible {
  /// `2020-02-14`, `2020-02-14 18:00`, `2020-02-14 24:00` or `2020-02-14 18:00:05`.
  package var description: String {
    guard let second else { return day.description }
    func pad(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let minutes = "\(pad(second / 3600)):\(pad(second / 60 % 60))"
    return "\(day) \(minutes)" + (second % 60 == 0 ? "" : ":" + pad(second % 60))
  }
}
