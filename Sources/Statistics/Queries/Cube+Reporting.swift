import Common
import Reading

extension Cube {
  /// The last day, none later than ``asOf``, on which anyone reported for the indicator's datasets and it was
  /// known for somebody; of registers and base columns ``asOf``, of a cohort the last day whose cases are all mature.
  /// `nil` when nobody ever reported.
  ///
  /// - Complexity: O(days · regions) at worst.
  package func currentDay(_ indicator: IndicatorIndex) -> CivilDate? {
    let all = earlier[indicator].flatMap(\.plan.indexes) + plan(indicator).indexes
    let dated = Set(all.filter { !indexes[$0].isRegister }).sorted()
    guard !dated.isEmpty else { return asOf }
    let last = asOf.adding(days: -plan(indicator).lag).dayNumber
    let slots = (0..<grid.slots).reversed().filter { slot in
      grid.axis.days[slot] <= last && dated.contains { indexes[$0].heard[slot] }
    }
    let known = slots.first { slot in
      plan(indicator, slot).reporting.map {
        reportings[$0].reported[grid.cell(slot, 0)..<grid.cell(slot + 1, 0)].contains { $0 > 0 }
      }
        ?? false
    }
    return (known ?? slots.first).map(grid.axis.date)
  }

  /// The day a page of the region shows: ``currentDay(_:)``; of facts, which no other place shares, the
  /// last day that has one for the region; of a unit that has ended its last day with a report, or its last one at
  /// all. `nil` when there is none.
  package func currentDay(_ indicator: IndicatorIndex, for region: RegionIndex) -> CivilDate? {
    let plan = plan(indicator)
    guard plan.level == nil, let reporting = plan.reporting else {
      let current = currentDay(indicator)
      guard let current, let end = tree[region].validTo, end < current else { return current }
      let slots = grid.axis.slots(from: .min, to: end.dayNumber)
      return
        (slots.last { isHeard(self.plan(indicator, $0), $0) && hasReport(indicator, region, $0) }
        ?? slots.last)
        .map(grid.axis.date)
    }
    let slot = (0..<grid.slots).last { slot in
      let counts = reportings.counts(reporting, grid.cell(slot, Int(region)))
      return counts.reported > counts.carried
    }
    return slot.map(grid.axis.date)
  }

  /// Whether the region has a figure of the slot, its own total or one of its units'.
  private func hasReport(_ indicator: IndicatorIndex, _ region: RegionIndex, _ slot: Int) -> Bool {
    figure(indicator, region, slot: slot).state != .notReported
  }

  /// The days on which any dated dataset that rolls up had a report inside the region's subtree, in order.
  ///
  /// - Complexity: O(days).
  package func reportingDays(for region: RegionIndex) -> [CivilDate] {
    (0..<grid.slots).filter { heard[grid.cell($0, Int(region))] }.map(grid.axis.date)
  }

  /// The regions of the subtree that are expected to send the dataset for the day, in the tree's order.
  /// Of facts nobody is.
  ///
  /// - Complexity: O(subtree).
  package func expectedUnits(_ dataset: Int, _ region: RegionIndex, _ day: CivilDate) -> [RegionIndex] {
    let index = indexes[dataset]
    guard index.range.contains(Int(region)) else { return [] }
    return grid.shape.subtree(Int(region)).lazy
      .filter { index.isUnit($0, day.dayNumber, in: grid.shape) }.map(RegionIndex.init)
  }

  /// Of the expected units those without a report of the day itself; a carried one is no report of the day.
  package func missingUnits(_ dataset: Int, _ region: RegionIndex, _ day: CivilDate) -> [RegionIndex] {
    let expected = expectedUnits(dataset, region, day)
    guard let slot = grid.axis.slot(of: day) else { return expected }
    return expected.filter { !indexes[dataset].sent[grid.cell(slot, Int($0))] }
  }

  /// The datasets the indicator stands on, directly or through other indicators, by its earlier definitions too; ascending.
  package func datasets(of indicator: IndicatorIndex) -> [Int] {
    guard !earlier[indicator].isEmpty else { return plan(indicator).datasets }
    let all = redefinitions(of: indicator).flatMap { plan(indicator, on: $0.dayNumber - 1).datasets }
    return Set(all + plan(indicator).datasets).sorted()
  }

  /// The level whose units report, an index into the tree's levels; `nil` for facts and base columns.
  package func unitLevel(of indicator: IndicatorIndex) -> Int? { plan(indicator).level }

  /// Whether the indicator has days to compare: facts without a date and registers have none.
  package func isDated(_ indicator: IndicatorIndex) -> Bool {
    plan(indicator).indexes.contains { !indexes[$0].isRegister }
  }

  /// How many days before a reporting day lies the last day whose cases are all mature then; 0 but for cohorts.
  package func lag(of indicator: IndicatorIndex) -> Int { plan(indicator).lag }

  /// Of a cohort: how many cases that had entered by the day were not mature at its end. 0 for anything else.
  package func waiting(_ indicator: IndicatorIndex, _ region: RegionIndex, on day: CivilDate) -> Int {
    guard let slot = grid.axis.slot(of: day), let waiting = plan(indicator, slot).waiting else { return 0 }
    return Int(waitings[waiting].standing[grid.cell(slot, Int(region))])
  }

  /// Whether any of its datasets is invented for illustration.
  package func isIllustrative(_ indicator: IndicatorIndex) -> Bool {
    datasets(of: indicator).contains { tables[$0].declaration.isIllustrative }
  }
}
