/// Which report stands for each cell: the day's own, or the last one carried forward.
struct Reports: Sendable {
  struct Key: Hashable {
    var dataset: Int
    /// Calendar days.
    var carry: Int
  }

  let dataset: Int
  /// The slot whose report counts in the cell, -1 where there is none.
  let effective: [Int32]

  /// A register holds by its validity and a region's own total is of its day: neither is carried.
  init(key: Key, index: RowIndex, grid: Grid) {
    dataset = key.dataset
    var effective = [Int32](repeating: -1, count: grid.cells)
    var last = [Int32](repeating: -1, count: grid.regions)
    let carries = key.carry > 0 && !index.isRegister
    for slot in 0..<grid.slots {
      let base = slot * grid.regions
      let day = grid.axis.days[slot]
      for region in index.range {
        if index.sent[base + region] {
          last[region] = Int32(slot)
          effective[base + region] = Int32(slot)
        } else if carries, last[region] >= 0, Int(day - grid.axis.days[Int(last[region])]) <= key.carry,
          !index.rollsUp || index.isUnit(region, day, in: grid.shape)
        {
          effective[base + region] = last[region]
        }
      }
    }
    self.effective = effective
  }
}
