import Common

/// The hour of the day within which a day's release goes out: from `17:00` to before `18:00`.
package struct ReleaseHour: Hashable, Sendable, CustomStringConvertible {
  /// Minutes after midnight, in the site's time zone.
  package let minutes: Int

  package init(minutes: Int) {
    self.minutes = minutes
  }

  package enum Timing: String, Sendable, CaseIterable {
    case early
    case onTime = "on_time"
    /// An hour or more after it began.
    case missed
  }

  package func timing(of day: CivilDate, at now: WallTime) -> Timing {
    switch delay(of: day, at: now) {
    case ..<0: .early
    case ..<60: .onTime
    default: .missed
    }
  }

  /// Minutes since the hour began on the reporting day; below zero before it.
  package func delay(of day: CivilDate, at now: WallTime) -> Int { now.minutes(since: day) - minutes }

  package var description: String { WallTime.clock(minutes: minutes) }
}
