import Common

/// Cases that are followed from the day they enter: until they end within a time, or until what is due is done.
///
/// A case counts for the day on which it enters, and only when it is mature: when its time is over as of the
/// reporting day's end. Those that are not yet are counted beside.
package struct Cohort: Sendable, Hashable {
  /// What makes a case a success.
  package enum Success: Sendable, Hashable {
    /// It ends no later than so long after its start; a field of days or moments.
    case end(field: Int, within: TimeSpan)
    /// It was due, and its row meets all of these.
    case outcome([Condition])
  }

  /// Index into the site's datasets.
  package var dataset: Int
  /// The field of the day on which a case enters: its start, or the day it is due.
  package var entry: Int
  package var success: Success
  /// How long after its entry a case is judged; `nil` when it is due on that day.
  package var matureAfter: TimeSpan?

  package init(dataset: Int, entry: Int, success: Success, matureAfter: TimeSpan?) {
    self.dataset = dataset
    self.entry = entry
    self.success = success
    self.matureAfter = matureAfter
  }

  /// How many days before the reporting day lies the last day whose cases are all mature.
  package var lag: Int { matureAfter.map { Int($0.daysUntilOver) } ?? 0 }
}

/// A side of a cohort's ratio.
package struct CohortSide: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    /// Of the mature cases those that succeeded.
    case done
    /// The mature cases.
    case mature
  }

  package var cohort: Cohort
  package var part: Part

  package init(cohort: Cohort, part: Part) {
    self.cohort = cohort
    self.part = part
  }
}
