import Common
import Reading

extension Cube {
  /// The indicator's figure of a region on a day.
  ///
  /// - Complexity: O(1); for a rolling mean O(its days).
  package func figure(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Figure {
    guard let slot = grid.axis.slot(of: day) else { return silent(indicator, region, day) }
    return figure(indicator, region, slot: slot)
  }

  func figure(_ indicator: IndicatorIndex, _ region: RegionIndex, slot: Int) -> Figure {
    let plan = plan(indicator, slot)
    let day = grid.axis.date(slot)
    let at = Int(region)
    guard let reporting = plan.reporting, isHeard(plan, slot), grid.shape.isValid(at, grid.axis.days[slot])
    else { return silent(indicator, region, day) }
    let cell = grid.cell(slot, at)
    var counts = reportings.counts(reporting, cell)
    let own = !plan.hasOwn ? nil : evaluate(indicator, at, slot: slot, over: .own)
    var outcome = own ?? evaluate(indicator, at, slot: slot, over: .units)
    // A rolling mean outlives its last report by days; without a report of the day it is no figure.
    if own == nil, counts.reported == 0, isRolling(plan), !hasDaily(plan, cell) { outcome = nil }
    if own != nil, counts.expected == 0 { counts = Reporting.Counts(expected: 1, reported: 1) }
    var figure = Figure(
      indicator: indicator, region: region, day: day, value: outcome?.value, numerator: outcome?.numerator,
      denominator: outcome?.denominator, state: .notReported, exactness: outcome?.exactness ?? .exact,
      reported: counts.reported, expected: counts.expected, carried: counts.carried,
      basis: own == nil ? .units : .own,
      meetsThreshold: own != nil || meetsThreshold(reporting, at, cell, plan.atLeast))
    let isPooled = own == nil && !isUnit(at, of: reporting)
    let isIncomplete = counts.reported - counts.carried < counts.expected
    let isProvisional = isIncomplete && (isPooled || plan.datasets.isEmpty)
    figure.state = state(of: outcome, isProvisional: isProvisional)
    figure.interval = outcome?.interval
    if let waiting = plan.waiting { figure.immature = Int(waitings[waiting].entered[cell]) }
    if case .value(let pool) = plan.formula, plan.times.isOne, figure.exactness != .exact {
      figure.written = own != nil ? pools[pool].ownReport(cell)?.first.written : pools[pool].writtenText(cell)
    }
    return figure
  }

  func state(of outcome: Outcome?, isProvisional: Bool) -> FigureState {
    guard let outcome else { return .notReported }
    guard let value = outcome.value else { return .notApplicable }
    return isProvisional ? .provisional : value.isZero ? .zero : .value
  }

  private func isRolling(_ plan: IndicatorPlan) -> Bool {
    if case .rolling = plan.formula { true } else { false }
  }

  /// Whether anybody, anywhere, sent anything for the day: else it has no figure, be it within the days for which a
  /// report is carried. What stands in registers alone holds on any day.
  func isHeard(_ plan: IndicatorPlan, _ slot: Int) -> Bool {
    plan.indexes.allSatisfy { indexes[$0].isRegister } || isReportingDay[slot]
      || plan.indexes.contains { indexes[$0].isByCase && indexes[$0].heard[slot] }
  }

  /// Whether the day itself has a figure, be it only a region's own total below.
  private func hasDaily(_ plan: IndicatorPlan, _ cell: Int) -> Bool {
    plan.leaves.contains { pools.isKnown($0, cell) }
  }

  /// The figure of a day without any report.
  func silent(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Figure {
    Figure(
      indicator: indicator, region: region, day: day, value: nil, numerator: nil, denominator: nil,
      state: .notReported, reported: 0, expected: expected(indicator, region, day), meetsThreshold: false)
  }

  private func expected(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Int {
    guard let reporting = plan(indicator, on: day.dayNumber).reporting,
      grid.shape.isValid(Int(region), day.dayNumber)
    else {
      return 0
    }
    if let slot = grid.axis.slot(of: day) {
      return reportings.counts(reporting, grid.cell(slot, Int(region))).expected
    }
    let (level, range) = (reportings[reporting].level, reportings[reporting].range)
    guard let level, range.contains(Int(region)) else { return 0 }
    return grid.shape.subtree(Int(region)).reduce(0) { count, at in
      count + (grid.shape.levels[at] == level && grid.shape.isValid(at, day.dayNumber) ? 1 : 0)
    }
  }
}
