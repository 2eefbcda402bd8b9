import Common
import Reading

/// Which units took over from which, for comparisons over the days on which units were renamed, merged or split.
///
/// A unit that exists on two days has nothing to do with any change between them: it takes a unit's end or its
/// beginning to change anything. So only the others are looked for, each from its own place.
struct Lineage: Sendable {
  /// By region; without an entry nobody.
  private let predecessors: [Int: [Int]]
  private let successors: [Int: [Int]]
  private let from: [Int: Int32]
  private let to: [Int: Int32]
  /// The first days of units that took over from others, ascending.
  private let begins: [Int32]
  /// The last days of units that others took over from, ascending.
  private let ends: [Int32]

  init(_ tree: RegionTree) {
    var predecessors: [Int: [Int]] = [:]
    var successors: [Int: [Int]] = [:]
    var from: [Int: Int32] = [:]
    var to: [Int: Int32] = [:]
    for (index, region) in tree.regions.enumerated() {
      if !region.predecessors.isEmpty { predecessors[index] = region.predecessors.map(Int.init) }
      if !region.successors.isEmpty { successors[index] = region.successors.map(Int.init) }
      guard !region.predecessors.isEmpty || !region.successors.isEmpty else { continue }
      from[index] = region.validFrom?.dayNumber ?? .min
      to[index] = region.validTo?.dayNumber ?? .max
    }
    self.predecessors = predecessors
    self.successors = successors
    self.from = from
    self.to = to
    begins = predecessors.keys.compactMap { from[$0] }.sorted()
    ends = successors.keys.compactMap { to[$0] }.sorted()
  }

  /// Whether a unit took over from others.
  func hasPredecessors(_ region: Int) -> Bool { !predecessors.isEmpty && predecessors[region] != nil }

  /// Whether any unit ended or began by a change between two days.
  ///
  /// - Complexity: O(log changes).
  func changes(from first: Int32, to second: Int32) -> Bool {
    begins.contains(after: first, upTo: second) || ends.contains(after: first - 1, upTo: second - 1)
  }

  /// The units of the earlier day and those of the later one that together are the same places, ascending.
  struct Group: Sendable, Hashable {
    var earlier: [Int]
    var later: [Int]
  }

  /// The group that holds a region; `nil` where a part of it does not exist on one of the days.
  ///
  /// - Complexity: O(units of the group).
  func group(of region: Int, from first: Int32, to second: Int32) -> Group? {
    var group = Group(earlier: [], later: [])
    var seen: Set<Int> = [region]
    var open = [region]
    while let at = open.popLast() {
      let (begin, end) = (from[at] ?? .min, to[at] ?? .max)
      if begin <= first, first <= end {
        group.earlier.append(at)
      } else if begin > first {
        let before = predecessors[at] ?? []
        // One of them may have ended before the earlier day: what it was then is not known.
        guard !before.isEmpty, before.allSatisfy({ (to[$0] ?? .max) >= first }) else { return nil }
        open += before.filter { seen.insert($0).inserted }
      }
      if begin <= second, second <= end {
        group.later.append(at)
      } else if end < second {
        let after = successors[at] ?? []
        guard !after.isEmpty, after.allSatisfy({ (from[$0] ?? .min) <= second }) else { return nil }
        open += after.filter { seen.insert($0).inserted }
      }
    }
    group.earlier.sort()
    group.later.sort()
    return group.earlier.isEmpty || group.later.isEmpty ? nil : group
  }

  /// The units that were, on an earlier day, what the region is today: itself, the one whose name it changed, or
  /// those that were merged into it. Empty where it was split off, or nobody stood in its place.
  func origins(of region: Int, on day: Int32) -> [Int] {
    guard let begin = from[region], day < begin else { return [region] }
    guard predecessors[region] != nil, let group = group(of: region, from: day, to: begin) else { return [] }
    return group.later == [region] ? group.earlier : []
  }

  /// What some units of a day were on an earlier one: only whole groups have an answer.
  func origins(of units: [Int], on day: Int32, from later: Int32) -> [Int] {
    guard changes(from: day, to: later) else { return units }
    let wanted = Set(units)
    var result: Set<Int> = []
    for unit in units {
      guard let begin = from[unit], day < begin else {
        result.insert(unit)
        continue
      }
      guard let group = group(of: unit, from: day, to: later), wanted.isSuperset(of: group.later) else {
        continue
      }
      result.formUnion(group.earlier)
    }
    return result.sorted()
  }

  /// The unit that ended the day before the region began, where they are one unit under another name or parent.
  func formerSelf(of region: Int) -> Int? {
    from[region].flatMap { $0 == .min ? nil : sameUnit(as: region, on: $0 - 1) }
  }

  /// The unit that bore the region's reports on an earlier day: itself, or the one whose name or parent it changed.
  func sameUnit(as region: Int, on day: Int32) -> Int? {
    guard hasPredecessors(region), let begin = from[region], day < begin else { return region }
    let origins = origins(of: region, on: day)
    return origins.count == 1 ? origins[0] : nil
  }
}

extension [Int32] {
  /// Whether a sorted array holds a number above `low` and not above `high`.
  fileprivate func contains(after low: Int32, upTo high: Int32) -> Bool {
    var (first, last) = (0, count)
    while first < last {
      let middle = (first + last) / 2
      if self[middle] <= low { first = middle + 1 } else { last = middle }
    }
    return first < count && self[first] <= high
  }
}
