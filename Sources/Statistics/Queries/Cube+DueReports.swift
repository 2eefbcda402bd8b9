import Common
import Reading
import Tables

extension Cube {
  /// How the units below a region have kept the last deadline of a dataset.
  ///
  /// - Parameter moment: as of when; later deadlines have not passed.
  /// - Returns: `nil` where no deadline has passed, or nobody there is expected to report.
  /// - Complexity: O(subtree), and of the silent O(days).
  package func dueReports(_ dataset: Int, _ region: RegionIndex, at moment: Deadline) -> DueReports? {
    guard let schedule = tables[dataset].declaration.expectation,
      let deadline = schedule.lastDeadline(by: moment, first: firstDay(of: dataset))
    else { return nil }
    let asked = min(moment.day, schedule.until ?? moment.day)
    return reports(dataset, region, schedule, deadline, asked: asked, isPending: false)
  }

  /// The units below a region whose report is due later on the moment's day and has not come yet.
  package func pendingReports(_ dataset: Int, _ region: RegionIndex, at moment: Deadline) -> DueReports? {
    guard let schedule = tables[dataset].declaration.expectation,
      let deadline = schedule.nextDeadline(after: moment)
    else { return nil }
    return reports(dataset, region, schedule, deadline, asked: moment.day, isPending: true)
  }

  /// The last day not after `day` of which anybody at all sent the dataset.
  package func lastHeard(_ dataset: Int, by day: CivilDate) -> CivilDate? {
    grid.axis.slots(from: .min, to: day.dayNumber).last { indexes[dataset].heard[$0] }.map(grid.axis.date)
  }

  /// Before a dataset's first report nobody was asked for it, unless its schedule says from when on.
  private func firstDay(of dataset: Int) -> CivilDate? {
    indexes[dataset].heard.firstIndex(of: true).map(grid.axis.date)
  }

  private func reports(
    _ dataset: Int, _ region: RegionIndex, _ schedule: ReportSchedule, _ deadline: Deadline,
    asked: CivilDate, isPending: Bool
  ) -> DueReports? {
    let expected = expectedUnits(dataset, region, deadline.day)
    guard !expected.isEmpty else { return nil }
    let window = schedule.window(dueOn: deadline.day)
    let slots = grid.axis.slots(from: window.lowerBound.dayNumber, to: window.upperBound.dayNumber)
    let silence = Silence(tables[dataset], window: window)
    let carriedSince = deadline.day.adding(days: -longestCarry(dataset))
    var due = DueReports(
      dataset: dataset, deadline: deadline, window: window, isPending: isPending, expected: expected.count,
      units: [])
    for unit in expected {
      guard let state = state(of: unit, dataset, slots, deadline, silence) else { continue }
      if case .late = state {
        due.units.append(DueReports.Unit(region: unit, state: state, lastReport: nil, silentDays: nil))
        continue
      }
      let last = lastReport(unit, dataset, upTo: slots.upperBound, silence)
      var shown = state
      if state == .missing, let last, last >= carriedSince { shown = .carried(from: last) }
      due.units.append(
        DueReports.Unit(
          region: unit, state: shown, lastReport: last,
          silentDays: last.map { Int(asked.dayNumber - $0.dayNumber) }))
    }
    return due
  }

  /// `nil` where the unit's report came in time.
  private func state(
    of unit: RegionIndex, _ dataset: Int, _ slots: Range<Int>, _ deadline: Deadline, _ silence: Silence
  ) -> DueReports.State? {
    let index = indexes[dataset]
    var known: Moment?
    var declared: DueReports.State?
    for slot in slots where index.sent[grid.cell(slot, Int(unit))] {
      let rows = index.rows[index.range(ofCell: grid.cell(slot, Int(unit)))]
      if let silent = silence.declared(by: rows) {
        declared = silent
        continue
      }
      // A report is whole when its last row has come; of several reports the first is the one that was due.
      guard let whole = silence.known(rows), deadline.isMissed(by: whole) else { return nil }
      known = min(known ?? whole, whole)
    }
    if let known { return .late(known: known) }
    if let rows = silence.refused[unit] { return .refused(rows: rows) }
    return declared ?? .missing
  }

  /// The last day before a slot of which the unit, under whatever code, told anything.
  private func lastReport(
    _ unit: RegionIndex, _ dataset: Int, upTo end: Int, _ silence: Silence
  ) -> CivilDate? {
    let index = indexes[dataset]
    let lineage = grid.shape.lineage
    let hasOtherCodes = lineage.hasPredecessors(Int(unit))
    for slot in (0..<end).reversed() {
      let former = hasOtherCodes ? lineage.sameUnit(as: Int(unit), on: grid.axis.days[slot]) : nil
      let region = former ?? Int(unit)
      guard index.sent[grid.cell(slot, region)] else { continue }
      let rows = index.rows[index.range(ofCell: grid.cell(slot, region))]
      if silence.declared(by: rows) == nil { return grid.axis.date(slot) }
    }
    return nil
  }

  /// How long any indicator keeps a unit's last report of the dataset.
  private func longestCarry(_ dataset: Int) -> Int {
    indicators.indices.reduce(0) { longest, indicator in
      datasets(of: indicator).contains(dataset) ? max(longest, indicators[indicator].carry) : longest
    }
  }
}
