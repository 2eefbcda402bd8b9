import Common
import Reading

extension Cube {
  /// The difference of a region's exact values between two days, over the units known on both: 同口径.
  ///
  /// An own total compares only with an own total, also where it stands in for units below. Nothing
  /// compares when no unit is known on both days, or a denominator is zero on one.
  ///
  /// - Complexity: O(subtree).
  package func change(
    _ indicator: IndicatorIndex, _ region: RegionIndex, from: CivilDate, to: CivilDate
  ) -> Change {
    let nothing = Change(from: from, to: to, difference: nil, units: 0, earlier: nil)
    guard let first = grid.axis.slot(of: from), let second = grid.axis.slot(of: to) else { return nothing }
    let earlier = figure(indicator, region, slot: first)
    let later = figure(indicator, region, slot: second)
    guard earlier.basis == later.basis else { return nothing }
    let plan = plans[indicator]
    let isRolled = plan.leaves.contains { pools[$0].level != nil }
    guard earlier.basis == .units, isRolled, !standsOnSeveralLevels(plan) else {
      guard let start = earlier.value, let end = later.value else { return nothing }
      let units = later.basis == .own ? 1 : min(earlier.reported, later.reported)
      return Change(from: from, to: to, difference: end - start, units: units, earlier: start)
    }
    // What stands only on a figure that is not shown is not compared either.
    guard earlier.state != .notReported, later.state != .notReported else { return nothing }
    let units = commonUnits(plan, Int(region), first, second)
    guard !units.isEmpty,
      let start = evaluate(indicator, Int(region), slot: first, over: .only(units))?.value,
      let end = evaluate(indicator, Int(region), slot: second, over: .only(units))?.value
    else { return nothing }
    return Change(from: from, to: to, difference: end - start, units: units.count, earlier: start)
  }

  private func standsOnSeveralLevels(_ plan: IndicatorPlan) -> Bool {
    Set(plan.leaves.compactMap { pools[$0].level }).count > 1
  }

  /// Units, and regions standing in for theirs, that every pool knows on both days.
  private func commonUnits(_ plan: IndicatorPlan, _ region: Int, _ first: Int, _ second: Int) -> [Int] {
    let leaves = plan.leaves.filter { pools[$0].level != nil }
    var range = grid.shape.subtree(region)
    for leaf in leaves { range = range.clamped(to: pools[leaf].range) }
    guard let level = leaves.first.flatMap({ pools[$0].level }), range.contains(region) else { return [] }
    let levels = grid.shape.levels
    return range.filter { at in
      guard levels[at] <= level else { return false }
      return leaves.allSatisfy { leaf in
        [grid.cell(first, at), grid.cell(second, at)].allSatisfy { cell in
          levels[at] == level ? pools.isKnown(leaf, cell) : pools[leaf].standIns.contains(cell)
        }
      }
    }
  }
}
