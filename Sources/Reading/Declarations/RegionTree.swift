import Common

/// A region's place in its tree: an index into ``RegionTree/regions``.
package typealias RegionIndex = Int32

/// One place of the tree, at any level.
package struct Region: Sendable {
  /// Text of digits, 2+2+2+3+3 for official units; unique but for the same unit under two parents at different times.
  package var code: String
  package var name: String
  package var aliases: [String]
  package var parent: RegionIndex?
  /// Index into ``RegionTree/levels``.
  package var level: Int
  package var validFrom: CivilDate?
  package var validTo: CivilDate?
  /// The units it took over from when it began, in the order given: one where it was renamed or moved, several
  /// where they were merged. All have ended before it.
  package var predecessors: [RegionIndex]
  /// The units that took over from it, in the tree's order: several where it was split.
  package internal(set) var successors: [RegionIndex] = []
  /// One behind the last of its descendants: the subtree is `index..<subtreeEnd`.
  package var subtreeEnd: RegionIndex
  package var location: Location

  package init(
    code: String, name: String, aliases: [String] = [], parent: RegionIndex?, level: Int,
    validFrom: CivilDate? = nil, validTo: CivilDate? = nil, predecessors: [RegionIndex] = [],
    subtreeEnd: RegionIndex, location: Location
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.parent = parent
    self.level = level
    self.validFrom = validFrom
    self.validTo = validTo
    self.predecessors = predecessors
    self.subtreeEnd = subtreeEnd
    self.location = location
  }

  /// Whether the unit exists on the day; both ends count.
  package func isValid(on day: CivilDate) -> Bool {
    (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
  }
}

/// A level of the tree: `community`, 社区.
package struct RegionLevel: Hashable, Sendable {
  package var id: String
  package var title: String

  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// A number as a source gave it.
package struct Amount: Hashable, Sendable {
  package var value: Rational
  package var exactness: Exactness
  /// The source's own words when it was not exact, `6000多`; without unit.
  package var written: String?

  package init(value: Rational, exactness: Exactness = .exact, written: String? = nil) {
    self.value = value
    self.exactness = exactness
    self.written = written
  }
}

/// A base column of `regions.csv`, as `households`.
package struct BaseColumn: Sendable {
  package var name: String
  package var title: String
  package var unit: String?
  /// By region index.
  package var amounts: [Amount?]

  package init(name: String, title: String, unit: String?, amounts: [Amount?]) {
    self.name = name
    self.title = title
    self.unit = unit
    self.amounts = amounts
  }
}

/// The tree of places. Regions stand in preorder: a subtree is one range of indices,
/// children follow the order of the file.
package struct RegionTree: Sendable {
  package let levels: [RegionLevel]
  package let regions: [Region]
  package let base: [BaseColumn]
  let byCode: [String: [RegionIndex]]
  /// By ``PlaceName/key(_:)``.
  let byName: [String: [RegionIndex]]

  package init(levels: [RegionLevel], regions: [Region], base: [BaseColumn]) {
    var regions = regions
    var codes: [String: [RegionIndex]] = [:]
    var names: [String: [RegionIndex]] = [:]
    for (index, region) in regions.enumerated() {
      codes[region.code, default: []].append(RegionIndex(index))
      for name in Set(([region.name] + region.aliases).map(PlaceName.key)) {
        names[name, default: []].append(RegionIndex(index))
      }
      for earlier in region.predecessors { regions[Int(earlier)].successors.append(RegionIndex(index)) }
    }
    self.levels = levels
    self.regions = regions
    self.base = base
    byCode = codes
    byName = names
  }

  package subscript(index: RegionIndex) -> Region { regions[Int(index)] }

  package func subtree(_ index: RegionIndex) -> Range<Int> {
    Int(index)..<Int(regions[Int(index)].subtreeEnd)
  }

  /// - Complexity: O(children), by skipping subtrees.
  package func children(of index: RegionIndex) -> [RegionIndex] {
    var result: [RegionIndex] = []
    var next = index + 1
    while next < regions[Int(index)].subtreeEnd {
      result.append(next)
      next = regions[Int(next)].subtreeEnd
    }
    return result
  }

  /// From the top of the tree down to the region itself.
  package func path(to index: RegionIndex) -> [RegionIndex] {
    var path = [index]
    while let parent = regions[Int(path[path.count - 1])].parent { path.append(parent) }
    return path.reversed()
  }
}
