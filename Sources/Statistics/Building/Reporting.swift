extension [Reporting] {
  /// The counts of a cell, read in place.
  func counts(_ reporting: Int, _ cell: Int) -> Reporting.Counts {
    Reporting.Counts(
      expected: Int(self[reporting].expected[cell]), reported: Int(self[reporting].reported[cell]),
      carried: Int(self[reporting].carried[cell]))
  }
}

/// How many units were expected, reported and carried forward, by cell.
struct Reporting: Sendable {
  struct Counts: Sendable, Hashable {
    var expected = 0
    var reported = 0
    /// Of the reported.
    var carried = 0
  }

  /// The level of the units; `nil` where each region stands for itself.
  let level: Int32?
  let range: Range<Int>
  private(set) var expected: [Int32]
  private(set) var reported: [Int32]
  private(set) var carried: [Int32]

  init(level: Int32?, range: Range<Int>, cells: Int) {
    self.level = level
    self.range = range
    expected = [Int32](repeating: 0, count: cells)
    reported = expected
    carried = expected
  }

  /// The counts of one dataset. Facts expect nobody but the place that has one.
  init(reports: Reports, index: RowIndex, grid: Grid) {
    self.init(level: index.rollsUp ? index.level : nil, range: index.range, cells: grid.cells)
    for slot in 0..<grid.slots {
      let day = grid.axis.days[slot]
      for region in index.range {
        let cell = grid.cell(slot, region)
        let from = reports.effective[cell]
        guard index.rollsUp ? index.isUnit(region, day, in: grid.shape) : from >= 0 else { continue }
        set(
          cell, Counts(expected: 1, reported: from >= 0 ? 1 : 0, carried: from >= 0 && from != slot ? 1 : 0))
      }
    }
    addUp(grid)
  }

  /// Units that both sides expect, where both reported; where one side is of facts, the other side's counts there.
  init(_ first: Reporting, _ second: Reporting, grid: Grid) {
    guard let level = first.level, let other = second.level else {
      let (counting, facts) = first.level == nil ? (second, first) : (first, second)
      self.init(level: counting.level, range: counting.range, cells: grid.cells)
      for cell in 0..<grid.cells where facts.expected[cell] > 0 { set(cell, counting[cell]) }
      return
    }
    guard level == other else {
      self = level < other ? first : second
      return
    }
    self.init(level: level, range: first.range.clamped(to: second.range), cells: grid.cells)
    for slot in 0..<grid.slots {
      for region in range where grid.shape.levels[region] == level {
        let cell = grid.cell(slot, region)
        let (a, b) = (first[cell], second[cell])
        let reported = min(a.reported, b.reported)
        set(
          cell,
          Counts(
            expected: min(a.expected, b.expected), reported: reported,
            carried: min(reported, max(a.carried, b.carried))))
      }
    }
    addUp(grid)
  }

  subscript(cell: Int) -> Counts {
    Counts(expected: Int(expected[cell]), reported: Int(reported[cell]), carried: Int(carried[cell]))
  }

  mutating func set(_ cell: Int, _ counts: Counts) {
    expected[cell] = Int32(counts.expected)
    reported[cell] = Int32(counts.reported)
    carried[cell] = Int32(counts.carried)
  }

  /// Rolls the units' counts up to the range's first region, unless each region stands for itself.
  mutating func addUp(_ grid: Grid) {
    guard level != nil else { return }
    for slot in 0..<grid.slots {
      grid.addUp(&expected, slot: slot, in: range)
      grid.addUp(&reported, slot: slot, in: range)
      grid.addUp(&carried, slot: slot, in: range)
    }
  }
}
