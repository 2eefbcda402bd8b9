import Common
import Reading

extension Cube {
  /// The figure of what the region is today, also on days before it existed under its name.
  ///
  /// A unit that was renamed or moved continues its own series. One into which others were merged shows their sum,
  /// where all of them are known; ``Figure/origins`` tells whose it is. Before a split there is no figure: the part
  /// was never counted apart. Means, maxima and minima over units are not continued over a merger, nor are facts.
  ///
  /// - Complexity: as ``figure(_:_:_:)``; for a merged region O(subtrees of those that were merged).
  package func continued(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Figure {
    guard let slot = grid.axis.slot(of: day) else { return figure(indicator, region, day) }
    return continued(indicator, region, slot: slot)
  }

  func continued(_ indicator: IndicatorIndex, _ region: RegionIndex, slot: Int) -> Figure {
    let origins = origins(of: Int(region), slot: slot)
    guard origins != [Int(region)], let first = origins.first else {
      return figure(indicator, region, slot: slot)
    }
    var result =
      origins.count == 1
      ? figure(indicator, RegionIndex(first), slot: slot) : merged(indicator, region, origins, slot: slot)
    result.region = region
    result.origins = origins.map { RegionIndex($0) }
    return result
  }

  private func merged(
    _ indicator: IndicatorIndex, _ region: RegionIndex, _ origins: [Int], slot: Int
  ) -> Figure {
    let plan = plan(indicator, slot)
    let day = grid.axis.date(slot)
    var figure = silent(indicator, region, day)
    let leaves = plan.leaves.filter { pools[$0].level != nil }
    guard let reporting = plan.reporting, let level = leaves.first.flatMap({ pools[$0].level }),
      isHeard(plan, slot), plan.leaves.allSatisfy(isAdditive), !standsOnSeveralLevels(plan)
    else { return figure }
    let counts = origins.map { reportings.counts(reporting, grid.cell(slot, $0)) }
    figure.reported = counts.reduce(0) { $0 + $1.reported }
    figure.expected = counts.reduce(0) { $0 + $1.expected }
    figure.carried = counts.reduce(0) { $0 + $1.carried }
    let units = scope(of: Int(region), leaves, slot: slot).joined().filter {
      grid.shape.levels[$0] <= level && self.counts($0, level, leaves, slot)
    }
    // A unit's value is whole: with one of them silent it is not known.
    let isUnit = isUnit(Int(region), of: reporting)
    guard !units.isEmpty, !isUnit || units.count == origins.count,
      let outcome = evaluate(indicator, Int(region), slot: slot, over: .only(units))
    else { return figure }
    figure.value = outcome.value
    figure.numerator = outcome.numerator
    figure.denominator = outcome.denominator
    figure.exactness = outcome.exactness
    figure.meetsThreshold = isUnit || meetsThreshold(figure.reported, figure.expected, plan.atLeast)
    let isIncomplete = figure.reported - figure.carried < figure.expected
    figure.state = state(of: outcome, isProvisional: isIncomplete && !isUnit)
    return figure
  }
}
