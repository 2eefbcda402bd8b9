import Common
import Reading

/// The units that two days have in common: of the earlier day and, the same places, of the later one.
struct CommonUnits {
  var earlier: [Int] = []
  var later: [Int] = []
  /// Whether some of them took over from others in between.
  var isRegrouped = false
}

extension Cube {
  func standsOnSeveralLevels(_ plan: IndicatorPlan) -> Bool {
    Set(plan.leaves.compactMap { pools[$0].level }).count > 1
  }

  /// Units, and regions standing in for theirs, that every pool knows on both days.
  ///
  /// Units that were renamed, merged or split in between count as one group: its old units on the earlier day and all
  /// their successors on the later one, where all of these belong to the region and are known. A mean, a maximum or a
  /// minimum over units is another one when there are more or fewer of them: there only renamed units compare.
  ///
  /// - Complexity: O(subtree + groups).
  func commonUnits(_ plan: IndicatorPlan, _ region: Int, _ first: Int, _ second: Int) -> CommonUnits {
    let leaves = plan.leaves.filter { pools[$0].level != nil }
    let scopes = [first, second].map { scope(of: region, leaves, slot: $0) }
    guard let level = leaves.first.flatMap({ pools[$0].level }), !scopes[0].isEmpty, !scopes[1].isEmpty else {
      return CommonUnits()
    }
    let (from, to) = (grid.axis.days[first], grid.axis.days[second])
    let changes = grid.shape.lineage.changes(from: from, to: to)
    var common = CommonUnits()
    for at in scopes[1].joined() where grid.shape.levels[at] <= level {
      if !changes || grid.shape.isValid(at, from) || grid.shape.levels[at] < level {
        guard counts(at, level, leaves, first), counts(at, level, leaves, second) else { continue }
        common.earlier.append(at)
        common.later.append(at)
      } else if let group = grid.shape.lineage.group(of: at, from: from, to: to), group.later.first == at,
        group.later.count + group.earlier.count == 2 || plan.leaves.allSatisfy(isAdditive),
        group.earlier.allSatisfy({ unit in scopes[0].contains { $0.contains(unit) } }),
        group.later.allSatisfy({ unit in scopes[1].contains { $0.contains(unit) } }),
        group.earlier.allSatisfy({ counts($0, level, leaves, first) }),
        group.later.allSatisfy({ counts($0, level, leaves, second) })
      {
        common.earlier += group.earlier
        common.later += group.later
        common.isRegrouped = true
      }
    }
    common.earlier.sort()
    common.later.sort()
    return common
  }

  /// The subtrees of what the region was on the day, inside all pools.
  func scope(of region: Int, _ leaves: [Int], slot: Int) -> [Range<Int>] {
    origins(of: region, slot: slot).compactMap { at in
      var range = grid.shape.subtree(at)
      for leaf in leaves { range = range.clamped(to: pools[leaf].range) }
      return range.contains(at) ? range : nil
    }
  }

  /// The regions that stood in the region's place on the day: itself where it existed.
  func origins(of region: Int, slot: Int) -> [Int] {
    guard grid.shape.lineage.hasPredecessors(region) else { return [region] }
    return grid.shape.lineage.origins(of: region, on: grid.axis.days[slot])
  }

  /// Whether a unit, or a region that stands in for its units, is known in every pool on the day.
  func counts(_ at: Int, _ level: Int32, _ leaves: [Int], _ slot: Int) -> Bool {
    let cell = grid.cell(slot, at)
    return leaves.allSatisfy { leaf in
      grid.shape.levels[at] == level ? pools.isKnown(leaf, cell) : pools[leaf].standIns.contains(cell)
    }
  }

  /// Whether merged units together are the sum of what they were.
  func isAdditive(_ pool: Int) -> Bool {
    pools[pool].aggregations.allSatisfy { aggregation in
      switch aggregation {
      case .add, .distinct: true
      case .max, .min, .mean: false
      }
    }
  }
}
