import Common

extension RegionTree {
  /// How a text named a place.
  package enum Match: Hashable, Sendable {
    case found(RegionIndex)
    case unknown
    /// Several places bear the name; a code or a path `街道/社区` tells them apart.
    case ambiguous([RegionIndex])
  }

  /// Finds a place by code, name, alias or a path of names from any ancestor down, `卢沟桥街道/民岳家园社区`.
  ///
  /// Full-width letters and blanks make no difference; anything else does: 社区 left out, 居委会 in its place or a
  /// traditional form is another name, unless an alias says so. A code is text: without its leading zeros it is none.
  /// With a day, units that do not exist on it are passed over where another one does.
  package func find(_ text: String, on day: CivilDate? = nil) -> Match {
    let key = PlaceName.key(text)
    if let indices = byCode[key] { return choose(indices, on: day) }
    if let indices = byName[key] { return choose(indices, on: day) }
    let parts = key.split(separator: "/").map(String.init)
    guard parts.count > 1, let last = parts.last, let indices = byName[last] ?? byCode[last] else {
      return .unknown
    }
    return choose(indices.filter { stands($0, below: parts.dropLast()) }, on: day)
  }

  /// Finds the place that the last of several texts names below those that the others name, from top to bottom. One
  /// that stands for itself too is found, as 北京市 in a province's and in a city's column.
  package func find(path: [String], on day: CivilDate? = nil) -> Match {
    let parts = path.map(PlaceName.key)
    guard parts.count > 1, let last = parts.last else {
      return path.first.map { find($0, on: day) } ?? .unknown
    }
    let indices = byCode[last] ?? byName[last] ?? []
    let below = indices.filter { stands($0, below: parts.dropLast()) }
    guard below.isEmpty else { return choose(below, on: day) }
    return choose(
      indices.filter { index in
        stands(index, below: parts.dropLast().filter { !isNamed(index, $0) })
      }, on: day)
  }

  private func stands(_ index: RegionIndex, below names: some BidirectionalCollection<String>) -> Bool {
    var ancestors = path(to: index).dropLast()[...]
    for name in names.reversed() {
      guard let at = ancestors.lastIndex(where: { isNamed($0, name) }) else { return false }
      ancestors = ancestors[..<at]
    }
    return true
  }

  /// Where a code stands in several rows, the last of them that has begun by the day; the first to begin where none
  /// has, and the last of all without a day.
  package func current(_ index: RegionIndex, on day: CivilDate? = nil) -> RegionIndex {
    guard let same = byCode[self[index].code], same.count > 1 else { return index }
    let ordered = same.sorted {
      (self[$0].validFrom?.dayNumber ?? .min) < (self[$1].validFrom?.dayNumber ?? .min)
    }
    guard let day else { return ordered[ordered.count - 1] }
    return ordered.last { self[$0].validFrom.map { $0 <= day } ?? true } ?? ordered[0]
  }

  private func isNamed(_ index: RegionIndex, _ key: String) -> Bool {
    self[index].code == key || byName[key]?.contains(index) ?? false
  }

  private func choose(_ indices: [RegionIndex], on day: CivilDate?) -> Match {
    var wanted = indices
    if indices.count > 1, let day {
      let valid = indices.filter { self[$0].isValid(on: day) }
      if !valid.isEmpty { wanted = valid }
    }
    if wanted.count > 1, Set(wanted.map { self[$0].code }).count == 1 {
      return .found(current(wanted[0], on: day))
    }
    return wanted.count == 1 ? .found(wanted[0]) : wanted.isEmpty ? .unknown : .ambiguous(wanted)
  }

  /// Every name and alias, for suggestions.
  package var allNames: [String] { names(in: regions.indices) }

  package func names(in range: Range<Int>) -> [String] {
    regions[range].flatMap { [$0.name] + $0.aliases }
  }
}
