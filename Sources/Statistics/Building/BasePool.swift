import Common
import Reading

/// A base column of `regions.csv` as a finished pool: the region's own value, or the sum of its children's.
struct BasePool {
  let pool: Pool
  /// Expected are the values of the nearest regions that have one; a leaf without a value is missing.
  let reporting: Reporting

  /// - Complexity: O(cells).
  init(_ column: BaseColumn, grid: Grid, reporting index: Int) {
    let known = column.amounts.compactMap(\.self)
    let scale = (0...6).first { scale in
      known.allSatisfy { Scaled.power(scale) % $0.value.denominator == 0 }
    }
    let cells = column.amounts.map { $0.flatMap { Self.cell($0, scale: scale ?? 6) } }
    var pool = Pool(
      aggregations: [.add], scales: [scale ?? 6], level: nil, isBase: true, range: 0..<grid.regions,
      grid: grid,
      reporting: index)
    var reporting = Reporting(level: nil, range: 0..<grid.regions, cells: grid.cells)
    for (region, amount) in cells.enumerated() {
      guard let amount else { continue }
      pool.own[region] = Pool.Own(first: amount, second: nil, flags: amount.flags)
      pool.written[region] = amount.written
    }
    for slot in 0..<grid.slots {
      let day = grid.axis.days[slot]
      for region in (0..<grid.regions).reversed() {
        let cell = grid.cell(slot, region)
        var counts = reporting[cell]
        if let amount = cells[region] {
          pool.first[cell] = amount.value
          pool.flags[cell] = amount.flags
          counts = Reporting.Counts(expected: 1, reported: 1)
        } else if counts.expected == 0 {
          counts.expected = 1
        }
        reporting.set(cell, counts)
        let parent = Int(grid.shape.parents[region])
        guard parent >= 0, grid.shape.isValid(region, day) else { continue }
        let above = grid.cell(slot, parent)
        var sum = reporting[above]
        sum.expected += counts.expected
        sum.reported += counts.reported
        reporting.set(above, sum)
        let (value, overflow) = pool.first[above].addingReportingOverflow(pool.first[cell])
        pool.first[above] = value
        pool.flags[above] |= pool.flags[cell] | (overflow ? CellFlags.overflow : 0)
      }
      for region in 0..<grid.regions where reporting[grid.cell(slot, region)].reported == 0 {
        reporting.set(grid.cell(slot, region), Reporting.Counts())
      }
    }
    self.pool = pool
    self.reporting = reporting
  }

  private static func cell(_ amount: Amount, scale: Int) -> CellValue? {
    guard let value = Int64(exactly: amount.value.scaled(to: Scaled.power(scale))) else { return nil }
    return CellValue(
      value: value, flags: CellFlags.known | CellFlags.of(amount.exactness),
      written: amount.exactness == .exact ? nil : amount.written)
  }
}
