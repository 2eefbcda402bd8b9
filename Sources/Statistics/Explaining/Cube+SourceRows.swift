import Common
import Reading
import Tables

extension Cube {
  /// The reports behind a pool's sides; none for a base column.
  func reportIndices(_ pool: Int) -> [Int] {
    sides[pool].compactMap { side in
      guard case .rows(_, let reports) = side.input else { return nil }
      return reports
    }
  }

  /// The units of the subtree that count in the pool on the day, and the regions that stand in for theirs.
  func countedRegions(_ pool: Int, _ region: Int, _ slot: Int) -> [Int] {
    listedRegions(pool, region, slot, isOwn: false).filter { pools.isKnown(pool, grid.cell(slot, $0)) }
  }

  /// The units expected in the subtree, counted or not, and the regions that stand in for theirs.
  func listedRegions(_ pool: Int, _ region: Int, _ slot: Int, isOwn: Bool) -> [Int] {
    guard !isOwn, let level = pools[pool].level else { return [region] }
    guard pools[pool].range.contains(region) else { return [] }
    let day = grid.axis.days[slot]
    return grid.shape.subtree(region).filter { at in
      grid.shape.levels[at] == level
        ? grid.shape.isValid(at, day) : pools[pool].standIns.contains(grid.cell(slot, at))
    }
  }

  func sourceRows(_ pool: Int, _ side: Int, _ regions: [Int], _ slot: Int) -> [Explanation.SourceRows] {
    Self.grouped(rows(pool, side, regions, slot), tables)
  }

  /// Rows of the reports that stand for the regions on the day and met the side's conditions, by dataset.
  func rows(_ pool: Int, _ side: Int, _ regions: [Int], _ slot: Int) -> [(dataset: Int, row: Int32)] {
    guard sides[pool].indices.contains(side), case .rows(let source, let reports) = sides[pool][side].input
    else {
      return []
    }
    let index = indexes[source.index]
    // Where one side's units are finer than the other's, the rows are those of the whole place.
    let isFiner = pools[pool].level.map { index.level > $0 } ?? false
    let places = isFiner ? regions.flatMap { Array(grid.shape.subtree($0)) } : regions
    var result: [(Int, Int32)] = []
    for region in places {
      guard self.reports[reports].effective[grid.cell(slot, region)] >= 0 else { continue }
      let cell = self.reports[reports].source(slot, region, grid)
      for position in index.range(ofCell: cell) where source.matches(index.rows[position]) {
        result.append((source.dataset, index.rows[position]))
      }
    }
    return result
  }

  /// Rows as lines of their files, each once.
  static func grouped(_ rows: [(dataset: Int, row: Int32)], _ tables: [Table]) -> [Explanation.SourceRows] {
    var result: [Explanation.SourceRows] = []
    var part = 0
    var previous: (dataset: Int, row: Int32)?
    for (dataset, row) in rows.sorted(by: <) {
      if let previous, previous == (dataset, row) { continue }
      let table = tables[dataset]
      if previous?.dataset != dataset { part = 0 }
      let before = part
      while part + 1 < table.parts.count, table.parts[part + 1].firstRow <= row { part += 1 }
      if previous?.dataset != dataset || part != before {
        let source = table.parts.indices.contains(part) ? table.parts[part] : nil
        result.append(
          Explanation.SourceRows(
            dataset: dataset, file: source?.file ?? table.declaration.location.file, sheet: source?.sheet,
            lines: []))
      }
      result[result.count - 1].lines.append(Int(table.lines[Int(row)]))
      previous = (dataset, row)
    }
    return result
  }
}
