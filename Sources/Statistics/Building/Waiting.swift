import Common
import Reading
import Tables

/// How many cases of a cohort are not mature, by cell, rolled up.
struct Waiting: Sendable {
  /// Cases that entered on the cell's day and are not mature at the end of the reporting day.
  private(set) var entered: [Int32]
  /// Cases that had entered by the cell's day and were not mature at its end.
  private(set) var standing: [Int32]

  /// - Complexity: O(rows + cells).
  init(
    _ cohort: Cohort, _ conditions: [Condition], table: Table, index: RowIndex, tree: RegionTree, grid: Grid
  ) {
    entered = [Int32](repeating: 0, count: grid.cells)
    standing = entered
    let cases = CohortCases(cohort, table: table, tree: tree, asOf: grid.axis.asOf)
    let matching = RowFilter.matching(conditions, in: table, tree: tree)
    let asOf = grid.axis.asOf.dayNumber
    for row in 0..<table.rowCount where matching.isEmpty || matching[row] {
      let region = Int(table.regions[row])
      guard region >= 0, index.range.contains(region), let mature = cases.matureDay(row) else { continue }
      guard !index.rollsUp || grid.shape.levels[region] == index.level else { continue }
      // What is due stands from the day on which it is known of.
      let isDue = if case .outcome = cohort.success { true } else { false }
      let known = !isDue ? cases.entryDay(row) : table.days.isEmpty ? Int32.min : table.days[row]
      guard known < mature else { continue }
      if mature > asOf, let slot = grid.axis.slot(of: cases.entryDay(row)) {
        entered[grid.cell(slot, region)] += 1
      }
      // Only the ends of each span are noted: the sum over the days before a day is what stands on it.
      let span = grid.axis.slots(from: known, to: mature - 1)
      guard !span.isEmpty else { continue }
      standing[grid.cell(span.lowerBound, region)] += 1
      if span.upperBound < grid.slots { standing[grid.cell(span.upperBound, region)] -= 1 }
    }
    for cell in grid.regions..<max(grid.regions, grid.cells) {
      standing[cell] += standing[cell - grid.regions]
    }
    guard index.rollsUp else { return }
    for slot in 0..<grid.slots {
      grid.addUp(&entered, slot: slot, in: index.range)
      grid.addUp(&standing, slot: slot, in: index.range)
    }
  }
}
