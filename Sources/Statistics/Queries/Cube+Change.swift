import Common
import Reading

extension Cube {
  /// The difference of a region's exact values between two days, over the units known on both: 同口径.
  ///
  /// An own total compares only with an own total, also where it stands in for units below. Nothing
  /// compares when no unit is known on both days, a denominator is zero on one, or the definition changed between them.
  ///
  /// - Complexity: O(subtree).
  package func change(
    _ indicator: IndicatorIndex, _ region: RegionIndex, from: CivilDate, to: CivilDate
  ) -> Change {
    let nothing = Change(from: from, to: to, difference: nil, units: 0, earlier: nil)
    guard let first = grid.axis.slot(of: from), let second = grid.axis.slot(of: to) else { return nothing }
    if isRedefined(indicator, between: from, and: to) {
      var redefined = nothing
      redefined.isRedefined = true
      return redefined
    }
    let earlier = continued(indicator, region, slot: first)
    let later = figure(indicator, region, slot: second)
    guard earlier.basis == later.basis else { return nothing }
    let plan = plan(indicator, second)
    let isRolled = plan.leaves.contains { pools[$0].level != nil }
    guard earlier.basis == .units, isRolled, !standsOnSeveralLevels(plan) else {
      guard let start = earlier.value, let end = later.value else { return nothing }
      let units = later.basis == .own ? 1 : min(earlier.reported, later.reported)
      return Change(
        from: from, to: to, difference: end - start, units: units, earlier: start,
        isRegrouped: !earlier.origins.isEmpty)
    }
    // What stands only on a figure that is not shown is not compared either.
    guard earlier.state != .notReported, later.state != .notReported else { return nothing }
    let common = commonUnits(plan, Int(region), first, second)
    guard !common.earlier.isEmpty, !common.later.isEmpty,
      let start = evaluate(indicator, Int(region), slot: first, over: .only(common.earlier))?.value,
      let end = evaluate(indicator, Int(region), slot: second, over: .only(common.later))?.value
    else { return nothing }
    return Change(
      from: from, to: to, difference: end - start, units: common.later.count, earlier: start,
      isRegrouped: common.isRegrouped)
  }
}
