import Common

/// When the units' reports of a dataset are due: `daily by 16:00`, `weekly on monday by 16:00`, `monthly by 3T16:00`.
///
/// The report that is due on a day is one whose date lies after the day before on which one was due, and not
/// after this day: of a daily dataset the day's own, of a weekly one that of the seven days up to it.
package struct ReportSchedule: Hashable, Sendable {
  package enum Cadence: Hashable, Sendable {
    case daily
    /// 1 is Monday.
    case weekly(weekday: Int)
    /// A day beyond the month's end is its last.
    case monthly(day: Int)
  }

  package var cadence: Cadence
  /// Minutes after midnight of the day on which the report is due.
  package var minutes: Int
  /// The first and the last day on which one is due; `nil` is open.
  package var from: CivilDate?
  package var until: CivilDate?
  package var location: Location

  package init(
    cadence: Cadence, minutes: Int, from: CivilDate? = nil, until: CivilDate? = nil, location: Location
  ) {
    self.cadence = cadence
    self.minutes = minutes
    self.from = from
    self.until = until
    self.location = location
  }

  /// The last day not after `day` on which a report is due, whether or not anybody is asked yet.
  package func lastDue(notAfter day: CivilDate) -> CivilDate {
    switch cadence {
    case .daily: return day
    case .weekly(let weekday): return day.adding(days: -((day.weekday - weekday + 7) % 7))
    case .monthly(let wanted):
      let due = Self.day(wanted, year: day.year, month: day.month) ?? day
      if due <= day { return due }
      let before = day.adding(days: -day.day)
      return Self.day(wanted, year: before.year, month: before.month) ?? before
    }
  }

  /// The days whose reports are due on `due`.
  package func window(dueOn due: CivilDate) -> ClosedRange<CivilDate> {
    let before = lastDue(notAfter: due.adding(days: -1))
    return before.adding(days: 1)...due
  }

  /// The days whose reports are due together with a day's own.
  package func window(of day: CivilDate) -> ClosedRange<CivilDate> {
    switch cadence {
    case .daily: return day...day
    case .weekly: return window(dueOn: lastDue(notAfter: day.adding(days: 6)))
    case .monthly:
      let last = lastDue(notAfter: day)
      // The next one is at most 31 days behind, and the one after it more.
      return window(dueOn: last == day ? day : lastDue(notAfter: last.adding(days: 31)))
    }
  }

  /// Whether a report is due on the day.
  package func isDue(on day: CivilDate) -> Bool {
    lastDue(notAfter: day) == day && from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
  }

  private static func day(_ day: Int, year: Int, month: Int) -> CivilDate? {
    CivilDate(year: year, month: month, day: min(day, CivilDate.daysInMonth(year: year, month: month)))
  }
}
