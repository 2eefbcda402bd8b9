import Common

extension Pool {
  /// Rolls the slot's unit cells up to the range's first region, in one pass a side from the leaves.
  ///
  /// `ownPairs` gives the distinct values of a region's own report, where that stands in for its units.
  ///
  /// - Complexity: O(regions), and O(depth) for each distinct value.
  mutating func rollUp(slot: Int, grid: Grid, ownPairs: (_ side: Int, _ region: Int) -> [DistinctPair]) {
    guard level != nil, range.count > 1 else {
      placeDistinct(slot: slot, grid: grid)
      return
    }
    let base = slot * grid.regions
    let parents = grid.shape.parents
    let regions = (range.lowerBound + 1..<range.upperBound).reversed()
    for region in regions {
      if !own.isEmpty, flags[base + region] == 0, let total = own[base + region] {
        standIn(total, base + region)
        for side in pairs.indices where aggregations[side] == .distinct {
          pairs[side][slot] += ownPairs(side, region)
        }
      }
      if flags[base + region] != 0 { flags[base + Int(parents[region])] |= flags[base + region] }
    }
    placeDistinct(slot: slot, grid: grid)
    Self.rollUp(&first, &flags, aggregations[0], base, regions, parents)
    if !second.isEmpty { Self.rollUp(&second, &flags, aggregations[1], base, regions, parents) }
    if !counts.isEmpty { grid.addUp(&counts, slot: slot, in: range) }
    for side in fractions.indices where !fractions[side].isEmpty {
      for region in regions {
        guard let fraction = fractions[side][base + region] else { continue }
        fractions[side][base + Int(parents[region]), default: .zero] =
          fractions[side][base + Int(parents[region]), default: .zero] + fraction
      }
    }
  }

  private static func rollUp(
    _ values: inout [Int64], _ flags: inout [UInt8], _ aggregation: Aggregation, _ base: Int,
    _ regions: ReversedCollection<Range<Int>>, _ parents: [Int32]
  ) {
    for region in regions where flags[base + region] != 0 {
      let parent = base + Int(parents[region])
      let (value, overflow) = aggregation.combine(values[parent], values[base + region])
      values[parent] = value
      if overflow { flags[parent] |= CellFlags.overflow }
      flags[parent] |= flags[base + region] & CellFlags.overflow
    }
  }

  /// Nothing below is known, so the region's own total takes its place in the sums above.
  private mutating func standIn(_ total: Own, _ cell: Int) {
    standIns.insert(cell)
    flags[cell] = total.flags
    if aggregations[0] != .distinct { first[cell] = total.first.value }
    if let value = total.second, aggregations[1] != .distinct { second[cell] = value.value }
    fractions[0][cell] = total.first.fraction
    if let value = total.second { fractions[1][cell] = value.fraction }
    if !counts.isEmpty { counts[cell] = 1 }
  }

  /// One for each value at each place, and one less where two places with the same value first meet:
  /// summed over a subtree that is the number of distinct values in it.
  private mutating func placeDistinct(slot: Int, grid: Grid) {
    for side in pairs.indices where aggregations[side] == .distinct {
      var sorted: [DistinctPair] = []
      for pair in pairs[side][slot].sorted() where pair != sorted.last { sorted.append(pair) }
      pairs[side][slot] = sorted
      for (index, pair) in sorted.enumerated() {
        add(1, side, grid.cell(slot, Int(pair.region)))
        guard level != nil, index > 0, sorted[index - 1].key == pair.key,
          let meeting = grid.shape.lowestCommonAncestor(Int(sorted[index - 1].region), Int(pair.region))
        else { continue }
        add(-1, side, grid.cell(slot, meeting))
      }
    }
  }

  private mutating func add(_ amount: Int64, _ side: Int, _ cell: Int) {
    if side == 0 { first[cell] += amount } else { second[cell] += amount }
  }
}
