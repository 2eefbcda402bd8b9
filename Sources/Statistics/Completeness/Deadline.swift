import Common
import Reading

/// A minute of the site's own time: one at which reports are due, or one as of which is asked.
package struct Deadline: Hashable, Comparable, Sendable {
  package var day: CivilDate
  /// After midnight, to 1440 for the end of the day.
  package var minutes: Int

  package init(day: CivilDate, minutes: Int) {
    self.day = day
    self.minutes = minutes
  }

  package static func < (left: Deadline, right: Deadline) -> Bool {
    (left.day, left.minutes) < (right.day, right.minutes)
  }

  /// Whether something became known only after it. What is dated by its day alone is late from the next day on.
  func isMissed(by known: Moment) -> Bool {
    guard let instant = known.instant else { return known.day > day }
    return instant > Int64(day.dayNumber) * Moment.secondsPerDay + Int64(minutes) * 60
  }
}

extension ReportSchedule {
  /// The last deadline that has passed.
  ///
  /// - Parameter first: the first day on which one is due, where the schedule does not say it.
  func lastDeadline(by moment: Deadline, first: CivilDate?) -> Deadline? {
    var due = lastDue(notAfter: min(moment.day, until ?? moment.day))
    if Deadline(day: due, minutes: minutes) > moment { due = lastDue(notAfter: due.adding(days: -1)) }
    guard let first = from ?? first else { return Deadline(day: due, minutes: minutes) }
    return due < first ? nil : Deadline(day: due, minutes: minutes)
  }

  /// The deadline later on the moment's own day; `nil` where there is none.
  func nextDeadline(after moment: Deadline) -> Deadline? {
    let deadline = Deadline(day: moment.day, minutes: minutes)
    return isDue(on: moment.day) && deadline > moment ? deadline : nil
  }
}

extension Deadline: CustomStringConvertible {
  /// `2020-02-14 16:00`
  package var description: String {
    func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day) \(pad(minutes / 60)):\(pad(minutes % 60))"
  }
}
