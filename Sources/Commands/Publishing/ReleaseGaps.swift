import Common
import Publishing

/// Days of the calendar without a release.
struct ReleaseGaps {
  /// Runs of such days, ascending: between two releases, and behind the last where a release hour is declared and over.
  let runs: [ClosedRange<CivilDate>]

  init(_ days: Set<CivilDate>, hour: ReleaseHour?, now: WallTime) {
    var runs: [ClosedRange<CivilDate>] = []
    let sorted = days.sorted()
    for (day, next) in zip(sorted, sorted.dropFirst()) where day.adding(days: 1) < next {
      runs.append(day.adding(days: 1)...next.adding(days: -1))
    }
    if let last = sorted.last, let hour {
      // The day's own hour may not be over.
      let end = hour.timing(of: now.day, at: now) == .missed ? now.day : now.day.adding(days: -1)
      if last < end { runs.append(last.adding(days: 1)...end) }
    }
    self.runs = runs
  }
}
