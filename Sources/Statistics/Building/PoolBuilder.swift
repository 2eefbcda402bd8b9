import Common
import Reading

/// Joins the sides of a pool unit by unit and rolls them up, day by day.
struct PoolBuilder {
  let grid: Grid
  let sides: [Side]
  let indexes: [RowIndex]
  let reports: [Reports]

  /// The pool, and its own counts of reporting units where its sides stand on different reports.
  ///
  /// - Complexity: O(cells · sides + rows · log rows).
  func build(reporting: Int) -> (pool: Pool, reporting: Reporting?) {
    let (level, range) = place()
    var pool = Pool(
      aggregations: sides.map(\.aggregation), scales: sides.map(\.scale), level: level, range: range,
      grid: grid,
      reporting: reporting)
    var counts = isJoint ? Reporting(level: level, range: range, cells: grid.cells) : nil
    var slots = sides.map { _ in SideSlot(regions: grid.regions) }
    for slot in 0..<grid.slots {
      for side in sides.indices { fill(&slots[side], sides[side], slot: slot, level: level) }
      join(slots, slot: slot, into: &pool, counting: &counts)
      joinOwn(slots, slot: slot, into: &pool)
      pool.rollUp(slot: slot, grid: grid) { side, region in
        var pairs: [DistinctPair] = []
        if case .rows(let source, _) = sides[side].input {
          let index = indexes[source.index]
          source.appendPairs(
            index.rows, index.range(ofCell: grid.cell(slot, region)), region: region, to: &pairs)
        }
        return pairs
      }
    }
    counts?.addUp(grid)
    return (pool, counts)
  }

  private var rowSides: [(source: MeasureSource, reports: Int)] {
    sides.compactMap { side in
      guard case .rows(let source, let reports) = side.input else { return nil }
      return (source, reports)
    }
  }

  /// Whether a unit counts only when two different reports are known.
  private var isJoint: Bool { Set(rowSides.map(\.reports)).count > 1 }

  /// Units stand at the coarsest of the sides' levels, inside all of them; facts at every region.
  private func place() -> (level: Int32?, range: Range<Int>) {
    var level: Int32?
    var range = 0..<grid.regions
    for (source, _) in rowSides where indexes[source.index].rollsUp {
      let index = indexes[source.index]
      level = min(level ?? index.level, index.level)
      range = index.range.clamped(to: range)
    }
    return (level, range)
  }

  private func fill(_ out: inout SideSlot, _ side: Side, slot: Int, level: Int32?) {
    switch side.input {
    case .base(let pool): out.fill(base: pool, slot: slot, grid: grid)
    case .rows(let source, let at):
      let index = indexes[source.index]
      out.fill(source, index, reports[at], slot: slot, grid: grid)
      if let level, index.level > level {
        out.lift(side.aggregation, scale: side.scale, to: level, in: index.range, shape: grid.shape)
      }
    }
  }

  private func join(
    _ slots: [SideSlot], slot: Int, into pool: inout Pool, counting counts: inout Reporting?
  ) {
    let day = grid.axis.days[slot]
    let isPair = slots.count > 1
    for region in pool.range {
      if let level = pool.level {
        guard grid.shape.levels[region] == level, grid.shape.isValid(region, day) else { continue }
      }
      let one = slots[0].flags[region]
      let two = isPair ? slots[1].flags[region] : one
      let isKnown = CellFlags.isKnown(one) && CellFlags.isKnown(two)
      let cell = grid.cell(slot, region)
      if counts != nil, pool.level != nil || isKnown {
        let carried = isKnown && (one | two) & CellFlags.carried != 0
        counts?.set(
          cell, Reporting.Counts(expected: 1, reported: isKnown ? 1 : 0, carried: carried ? 1 : 0))
      }
      guard isKnown else {
        pool.flags[cell] = (one | two) & CellFlags.overflow
        continue
      }
      pool.flags[cell] = CellFlags.known | (one & CellFlags.exactness)
      if isPair { pool.flags[cell] |= (two & CellFlags.exactness) << CellFlags.secondShift }
      if pool.aggregations[0] != .distinct { pool.first[cell] = slots[0].values[region] }
      if isPair, pool.aggregations[1] != .distinct { pool.second[cell] = slots[1].values[region] }
      if !pool.counts.isEmpty { pool.counts[cell] = 1 }
      for side in slots.indices {
        if let fraction = slots[side].fractions[region] { pool.fractions[side][cell] = fraction }
      }
      if !isPair, let text = slots[0].written[region] { pool.written[cell] = text }
    }
    for side in slots.indices where pool.aggregations[side] == .distinct {
      pool.pairs[side][slot] = slots[side].pairs.filter { pool.isKnown(grid.cell(slot, Int($0.region))) }
    }
  }

  /// A region's own total needs both sides; a base column's is the region's own value.
  private func joinOwn(_ slots: [SideSlot], slot: Int, into pool: inout Pool) {
    guard let level = pool.level, let leading = sides.firstIndex(where: { !$0.spec.isBase }) else { return }
    for region in slots[leading].own.keys.sorted() {
      guard pool.range.contains(region), grid.shape.levels[region] < level else { continue }
      let values = sides.indices.compactMap { ownValue(slots[$0], sides[$0], region, slot: slot) }
      guard values.count == sides.count, values.allSatisfy({ CellFlags.isKnown($0.flags) }),
        values.contains(where: { $0.matched > 0 })
      else { continue }
      var flags = CellFlags.known | (values[0].flags & CellFlags.exactness)
      if values.count > 1 { flags |= (values[1].flags & CellFlags.exactness) << CellFlags.secondShift }
      pool.own[grid.cell(slot, region)] = Pool.Own(
        first: values[0], second: values.count > 1 ? values[1] : nil, flags: flags)
    }
  }

  private func ownValue(_ slots: SideSlot, _ side: Side, _ region: Int, slot: Int) -> CellValue? {
    guard case .base(let pool) = side.input else { return slots.own[region] }
    return pool.ownReport(grid.cell(slot, region))?.first
  }
}
