import Common

extension RegionTree {
  /// The units that stand in a unit's place on a later day: itself, or whoever took over from it, over any number
  /// of changes, in the tree's order. Empty where nobody did.
  ///
  /// - Complexity: O(units that took over).
  package func successors(of index: RegionIndex, on day: CivilDate) -> [RegionIndex] {
    followed(index, on: day) { self[$0].successors }
  }

  /// The units that stood in a unit's place on an earlier day.
  package func predecessors(of index: RegionIndex, on day: CivilDate) -> [RegionIndex] {
    followed(index, on: day) { self[$0].predecessors }
  }

  private func followed(
    _ start: RegionIndex, on day: CivilDate, by next: (RegionIndex) -> [RegionIndex]
  ) -> [RegionIndex] {
    var found: [RegionIndex] = []
    var seen: Set<RegionIndex> = [start]
    var open = [start]
    while let at = open.popLast() {
      if self[at].isValid(on: day) {
        found.append(at)
      } else {
        open += next(at).filter { seen.insert($0).inserted }
      }
    }
    return found.sorted()
  }
}
