/// Which report stands for each cell: the day's own, or the last one carried forward.
///
/// A unit that was renamed or moved is the same unit, and its last report under the old name is carried too. One that
/// was merged or split never sent what would have to be carried.
struct Reports: Sendable {
  struct Key: Hashable {
    /// A row index.
    var index: Int
    /// Calendar days.
    var carry: Int
  }

  /// The slot whose report counts in the cell, -1 where there is none.
  let effective: [Int32]

  /// The cell whose rows stand for a region's cell that has a report.
  func source(_ slot: Int, _ region: Int, _ grid: Grid) -> Int {
    let from = Int(effective[grid.cell(slot, region)])
    guard from != slot, grid.shape.lineage.hasPredecessors(region) else { return grid.cell(from, region) }
    return grid.cell(from, grid.shape.lineage.sameUnit(as: region, on: grid.axis.days[from]) ?? region)
  }

  /// A register holds by its validity and a region's own total is of its day: neither is carried.
  init(key: Key, index: RowIndex, grid: Grid) {
    var effective = [Int32](repeating: -1, count: grid.cells)
    var last = [Int32](repeating: -1, count: grid.regions)
    let lineage = grid.shape.lineage
    let carries = key.carry > 0 && !index.isRegister
    for slot in 0..<grid.slots {
      let base = slot * grid.regions
      let day = grid.axis.days[slot]
      for region in index.range {
        if index.sent[base + region] {
          last[region] = Int32(slot)
          effective[base + region] = Int32(slot)
          continue
        }
        guard carries else { continue }
        if last[region] < 0, lineage.hasPredecessors(region), grid.shape.isValid(region, day),
          let old = lineage.formerSelf(of: region)
        {
          last[region] = last[old]
        }
        if last[region] >= 0, Int(day - grid.axis.days[Int(last[region])]) <= key.carry,
          !index.rollsUp || index.isUnit(region, day, in: grid.shape)
        {
          effective[base + region] = last[region]
        }
      }
    }
    self.effective = effective
  }
}
