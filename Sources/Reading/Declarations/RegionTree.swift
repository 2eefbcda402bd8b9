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
  /// One behind the last of its descendants: the subtree is `index..<subtreeEnd`.
  package var subtreeEnd: RegionIndex
  package var location: Location

  package init(
    code: String, name: String, aliases: [String] = [], parent: RegionIndex?, level: Int,
    validFrom: CivilDate? = nil, validTo: CivilDate? = nil, subtreeEnd: RegionIndex, location: Location
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.parent = parent
    self.level = level
    self.validFrom = validFrom
    self.validTo = validTo
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
  private let byCode: [String: [RegionIndex]]
  private let byName: [String: [RegionIndex]]

  package init(levels: [RegionLevel], regions: [Region], base: [BaseColumn]) {
    self.levels = levels
    self.regions = regions
    self.base = base
    var codes: [String: [RegionIndex]] = [:]
    var names: [String: [RegionIndex]] = [:]
    for (index, region) in regions.enumerated() {
      codes[region.code, default: []].append(RegionIndex(index))
      for name in Set([region.name] + region.aliases) {
        names[name, default: []].append(RegionIndex(index))
      }
    }
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

  /// How a text named a place.
  package enum Match: Hashable, Sendable {
    case found(RegionIndex)
    case unknown
    /// Several places bear the name; a code or a path `街道/社区` tells them apart.
    case ambiguous([RegionIndex])
  }

  /// Finds a place by code, name, alias or a path of names from any ancestor down, `卢沟桥街道/民岳家园社区`.
  /// With a day, units that do not exist on it are passed over where another one does.
  package func find(_ text: String, on day: CivilDate? = nil) -> Match {
    if let indices = byCode[text] { return choose(indices, on: day) }
    if let indices = byName[text] { return choose(indices, on: day) }
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count > 1, let last = parts.last, let indices = byName[last] ?? byCode[last] else {
      return .unknown
    }
    let matching = indices.filter { index in
      var ancestors = path(to: index).dropLast()[...]
      for part in parts.dropLast().reversed() {
        guard
          let at = ancestors.lastIndex(where: {
            self[$0].name == part || self[$0].aliases.contains(part) || self[$0].code == part
          })
        else { return false }
        ancestors = ancestors[..<at]
      }
      return true
    }
    return choose(matching, on: day)
  }

  private func choose(_ indices: [RegionIndex], on day: CivilDate?) -> Match {
    var wanted = indices
    if indices.count > 1, let day {
      let valid = indices.filter { self[$0].isValid(on: day) }
      if !valid.isEmpty { wanted = valid }
    }
    if wanted.count > 1, Set(wanted.map { self[$0].code }).count == 1, let last = wanted.last {
      return .found(last)
    }
    return wanted.count == 1 ? .found(wanted[0]) : wanted.isEmpty ? .unknown : .ambiguous(wanted)
  }

  /// Every name, alias and code, for suggestions.
  package var allNames: [String] {
    regions.flatMap { [$0.name] + $0.aliases }
  }
}
