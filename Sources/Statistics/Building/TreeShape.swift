import Reading

/// A region tree's numbers alone, for the loops that visit every cell.
struct TreeShape: Sendable {
  /// -1 at the top.
  let parents: [Int32]
  let levels: [Int32]
  /// One behind the last descendant.
  let ends: [Int32]
  let lineage: Lineage
  private let validFrom: [Int32]
  private let validTo: [Int32]

  init(_ tree: RegionTree) {
    parents = tree.regions.map { $0.parent ?? -1 }
    levels = tree.regions.map { Int32($0.level) }
    ends = tree.regions.map(\.subtreeEnd)
    lineage = Lineage(tree)
    validFrom = tree.regions.map { $0.validFrom?.dayNumber ?? .min }
    validTo = tree.regions.map { $0.validTo?.dayNumber ?? .max }
  }

  var count: Int { parents.count }

  func isValid(_ region: Int, _ day: Int32) -> Bool {
    validFrom[region] <= day && day <= validTo[region]
  }

  func subtree(_ region: Int) -> Range<Int> {
    region..<Int(ends[region])
  }

  /// The lowest region that holds both; `nil` in a forest. `first` stands before `second`.
  ///
  /// - Complexity: O(depth).
  func lowestCommonAncestor(_ first: Int, _ second: Int) -> Int? {
    var region = first
    while ends[region] <= second {
      guard parents[region] >= 0 else { return nil }
      region = Int(parents[region])
    }
    return region
  }

  /// The ancestor at a level, or the region itself; `nil` when it stands above that level.
  func ancestor(of region: Int, at level: Int32) -> Int? {
    var at = region
    while levels[at] > level {
      guard parents[at] >= 0 else { return nil }
      at = Int(parents[at])
    }
    return levels[at] == level ? at : nil
  }
}
