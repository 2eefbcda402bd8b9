import Common

/// One side's unit values on one day, before the sides are joined.
struct SideSlot {
  var values: [Int64]
  /// ``CellFlags``, `sent` and `carried` included.
  var flags: [UInt8]
  var fractions: [Int: Rational] = [:]
  var written: [Int: String] = [:]
  var pairs: [DistinctPair] = []
  /// Own reports of regions above the units.
  var own: [Int: CellValue] = [:]

  init(regions: Int) {
    values = [Int64](repeating: 0, count: regions)
    flags = [UInt8](repeating: 0, count: regions)
  }

  private mutating func reset() {
    for region in flags.indices { flags[region] = 0 }
    fractions = [:]
    written = [:]
    pairs = []
    own = [:]
  }

  /// Reads the reports that stand for the day, carried ones included.
  mutating func fill(_ source: MeasureSource, _ index: RowIndex, _ reports: Reports, slot: Int, grid: Grid) {
    reset()
    let base = slot * grid.regions
    let levels = grid.shape.levels
    for region in index.range {
      let from = Int(reports.effective[base + region])
      guard from >= 0 else { continue }
      let rows = index.range(ofCell: reports.source(slot, region, grid))
      let cell = source.read(index.rows, rows)
      if index.rollsUp, levels[region] < index.level {
        own[region] = cell
        continue
      }
      values[region] = cell.value
      flags[region] = cell.flags | CellFlags.sent | (from == slot ? 0 : CellFlags.carried)
      if let fraction = cell.fraction { fractions[region] = fraction }
      if let text = cell.written { written[region] = text }
      if source.verb == .countDistinct { source.appendPairs(index.rows, rows, region: region, to: &pairs) }
    }
  }

  /// Takes the base column's value at every region, its own or the sum of its children's.
  mutating func fill(base pool: Pool, slot: Int, grid: Grid) {
    reset()
    let base = slot * grid.regions
    for region in 0..<grid.regions {
      values[region] = pool.first[base + region]
      flags[region] = pool.flags[base + region]
    }
  }

  /// Adds units of a finer level up to `level`, where the other side's units stand; there a region's own total counts.
  mutating func lift(
    _ aggregation: Aggregation, scale: Int, to level: Int32, in range: Range<Int>, shape: TreeShape
  ) {
    var sums: [Int: Rational] = [:]
    var counts: [Int: Int] = [:]
    for region in range.reversed() where shape.levels[region] >= level {
      if aggregation == .mean, shape.levels[region] == level, let count = counts[region] {
        fractions[region] = (sums[region] ?? .zero) / Rational(count) ?? .zero
        values[region] = 0
      }
      if aggregation != .distinct, let total = own.removeValue(forKey: region) {
        let isStandIn = flags[region] & CellFlags.known == 0
        if isStandIn || shape.levels[region] == level { replace(region, by: total) }
      }
      guard shape.levels[region] > level, flags[region] != 0 else { continue }
      let parent = Int(shape.parents[region])
      if flags[region] & CellFlags.known != 0 {
        if aggregation == .mean {
          let value = fractions[region] ?? Scaled.rational(Int128(values[region]), scale: scale)
          sums[parent] = (sums[parent] ?? .zero) + (sums[region] ?? value)
          counts[parent] = (counts[parent] ?? 0) + (counts[region] ?? 1)
        }
        let isFirst = flags[parent] & CellFlags.known == 0
        let (value, overflow) = aggregation.combine(
          isFirst ? aggregation.neutral : values[parent], values[region])
        values[parent] = value
        if overflow { flags[parent] |= CellFlags.overflow }
      }
      flags[parent] |= flags[region]
    }
    pairs = pairs.compactMap { pair in
      shape.ancestor(of: Int(pair.region), at: level).map { DistinctPair(key: pair.key, region: Int32($0)) }
    }
  }

  private mutating func replace(_ region: Int, by total: CellValue) {
    guard total.flags & CellFlags.known != 0 else { return }
    values[region] = total.value
    fractions[region] = total.fraction
    flags[region] = total.flags | CellFlags.sent
  }
}
