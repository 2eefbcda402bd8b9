import Common
import Reading
import Tables

/// A table's rows as cases of a cohort: which of them are mature as of the reporting day's end, and which succeeded.
///
/// What is written for a later day than the reporting day has not happened yet.
struct CohortCases {
  private let cohort: Cohort
  private let cutOff: Int32
  private let asOf: Int32
  /// Reporting days, by row.
  private let entryDays: [Int32]
  private let endDays: [Int32]
  /// Seconds since 1970, `nil` by row where no time stands beside the day; empty where no time is ever needed.
  private let entryInstants: [Int64?]
  private let endInstants: [Int64?]
  /// By row, of what was due.
  private let outcome: [Bool]

  init(_ cohort: Cohort, table: Table, tree: RegionTree, asOf: CivilDate) {
    self.cohort = cohort
    cutOff = table.declaration.cutOff
    self.asOf = asOf.dayNumber
    func days(_ field: Int) -> [Int32] {
      table.columns[field].reportingDays(cutOff: table.declaration.cutOff)
        ?? [Int32](repeating: Column.missingDay, count: table.rowCount)
    }
    func instants(_ field: Int, _ span: TimeSpan?) -> [Int64?] {
      guard let span, span.unit != .days, case .moments(let moments) = table.columns[field] else { return [] }
      return moments.map { $0.isMissing ? nil : $0.instant }
    }
    entryDays = days(cohort.entry)
    switch cohort.success {
    case .outcome(let conditions):
      let matching = RowFilter.matching(conditions, in: table, tree: tree)
      outcome = matching.isEmpty ? [Bool](repeating: true, count: table.rowCount) : matching
      endDays = []
      endInstants = []
      entryInstants = instants(cohort.entry, cohort.matureAfter)
    case .end(let field, let within):
      outcome = []
      endDays = days(field)
      endInstants = instants(field, within)
      let needsTime = within.unit != .days ? within : cohort.matureAfter
      entryInstants = instants(cohort.entry, needsTime)
    }
  }

  func counts(_ row: Int, in part: CohortSide.Part) -> Bool {
    guard let mature = matureDay(row), mature <= asOf else { return false }
    return part == .mature || succeeded(row)
  }

  /// The first reporting day at whose end the case is judged; `nil` for a row that is no case.
  func matureDay(_ row: Int) -> Int32? {
    let day = entryDays[row]
    guard day != Column.missingDay else { return nil }
    guard let span = cohort.matureAfter else { return day }
    guard span.unit != .days, !entryInstants.isEmpty, let entered = entryInstants[row] else {
      return day + span.daysUntilOver
    }
    let over = entered + span.seconds - Int64(cutOff)
    let (quotient, remainder) = over.quotientAndRemainder(dividingBy: Moment.secondsPerDay)
    return max(day, Int32(quotient) + (remainder > 0 ? 1 : 0))
  }

  /// The day on which the case enters; ``Column/missingDay`` for a row that is no case.
  func entryDay(_ row: Int) -> Int32 { entryDays[row] }

  private func succeeded(_ row: Int) -> Bool {
    guard case .end(_, let within) = cohort.success else { return outcome[row] }
    let end = endDays[row]
    guard end != Column.missingDay, end <= asOf else { return false }
    if within.unit != .days, !entryInstants.isEmpty, !endInstants.isEmpty, let from = entryInstants[row],
      let to = endInstants[row]
    {
      return (0...within.seconds).contains(to - from)
    }
    return (0...within.wholeDays).contains(end - entryDays[row])
  }

  /// Whether the case ends before it begins: one of the two is a slip, and it counts as not done.
  func endsBeforeItBegins(_ row: Int) -> Bool {
    guard case .end = cohort.success, entryDays[row] != Column.missingDay, endDays[row] != Column.missingDay
    else { return false }
    if endDays[row] != entryDays[row] { return endDays[row] < entryDays[row] }
    guard !entryInstants.isEmpty, !endInstants.isEmpty, let from = entryInstants[row],
      let to = endInstants[row]
    else { return false }
    return to < from
  }
}
