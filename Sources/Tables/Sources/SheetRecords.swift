import Common
import Reading
import Spreadsheets

/// Writes a sheet's rows as records: row 7 is the seventh.
///
/// Of a sheet's 16,384 columns only those are written that hold something in its top rows, where its header is looked for:
/// no other can have a heading. A merged cell's text stands in all its cells, as people read it; where it is not a
/// heading, a label of a total or a note, each of them is a fault.
struct SheetRecords {
  private let path: String
  private let sheet: Sheet
  private let from1904: Bool
  /// The sheet's columns, ascending.
  private let columns: [Int]
  /// By column: its position in a record, -1 where it has none.
  private let positions: [Int]

  init(path: String, sheet: Sheet, from1904: Bool) {
    self.path = path
    self.sheet = sheet
    self.from1904 = from1904
    columns = Self.columns(of: sheet)
    var positions = Array(repeating: -1, count: (columns.last ?? -1) + 1)
    for (position, column) in columns.enumerated() { positions[column] = position }
    self.positions = positions
  }

  /// - Returns: `nil` when the records would be larger than a sheet may be.
  /// - Complexity: O(n) in cells and merged ranges, and in the cells that these cover.
  func file() -> RecordFile? {
    var writer = RecordWriter(width: columns.count)
    var layout = RecordLayout(naming: .sheet(sheet.name))
    var merges = MergeSweep(sheet.merges, columns: columns)
    var lines = 0
    for row in 0..<sheet.rowCount {
      let number = sheet.number(ofRow: row)
      writer.skip(number - 1 - lines)
      lines = number
      write(row, number, &writer, &layout, &merges)
      if sheet.isHidden(row: row) { layout.facts.hiddenRows.append(Int32(number)) }
      if writer.bytes.count > Limits.sheet { return nil }
    }
    layout.continuations = writer.continuations
    layout.merges = headingMerges()
    layout.facts.columns = columns.map { Int32($0) }
    layout.facts.from1904 = from1904
    layout.facts.hiddenPositions = Set(
      columns.indices.filter { position in
        sheet.hiddenColumns.contains { $0.contains(columns[position]) }
      })
    return RecordFile(path: path, bytes: writer.bytes, separator: .comma, layout: layout)
  }

  private func write(
    _ row: Int, _ number: Int, _ writer: inout RecordWriter, _ layout: inout RecordLayout,
    _ merges: inout MergeSweep
  ) {
    merges.advance(to: number)
    sheet.forEachCell(inRow: row) { cell in
      merges.take(cell)
      guard cell.column < positions.count, positions[cell.column] >= 0 else { return }
      let position = positions[cell.column]
      writer.set(position, cell.kind == .uncalculated ? [0x3D] : cell.text)
      if let fault = Self.fault(of: cell) { layout.faults[CellPlace(row: number, column: position)] = fault }
    }
    if merges.isNote(cells: sheet.cellCount(inRow: row)) { layout.facts.notes.insert(Int32(number)) }
    merges.forEachCell { position, text, fault in
      if !writer.has(position) { writer.set(position, text) }
      if let fault { layout.faults[CellPlace(row: number, column: position)] = fault }
    }
    writer.endRecord()
  }

  private static func fault(of cell: Sheet.Cell) -> CellFault? {
    switch cell.kind {
    case .uncalculated: CellFault(.formulaNotCalculated)
    case .error: CellFault(.errorValue)
    // The digits are somebody's number: how many there are is enough.
    case .imprecise:
      CellFault(.numberLostDigits, ["digits": String(cell.text.count { $0 != 0x2D }), "found": "…"])
    case .text, .number, .percent, .date, .boolean: nil
    }
  }

  /// Columns that hold something, themselves or as part of a merged cell, in the rows in which a header may stand; and the
  /// sheet's first one, where labels of totals stand.
  private static func columns(of sheet: Sheet) -> [Int] {
    var used: Set<Int> = []
    let top = 0..<min(sheet.rowCount, HeaderSearch.depth)
    for row in top { sheet.forEachCell(inRow: row) { used.insert($0.column) } }
    let rows = top.isEmpty ? 0...0 : sheet.number(ofRow: 0)...sheet.number(ofRow: top.count - 1)
    for merge in sheet.merges where rows.overlaps(merge.rows) && used.contains(merge.columns.lowerBound) {
      used.formUnion(merge.columns)
    }
    var first = Int.max
    for row in 0..<sheet.rowCount {
      if let column = sheet.firstColumn(inRow: row) { first = min(first, column) }
    }
    if first < .max { used.insert(first) }
    return used.sorted()
  }

  /// Merged cells that begin in the rows in which a header may stand; their columns are positions.
  private func headingMerges() -> [MergedCells] {
    guard sheet.rowCount > 0 else { return [] }
    let last = sheet.number(ofRow: min(sheet.rowCount, HeaderSearch.depth) - 1)
    return sheet.merges.compactMap { merge in
      guard merge.rows.lowerBound <= last, let first = positions(in: merge.columns) else { return nil }
      return MergedCells(rows: merge.rows, columns: first)
    }
  }

  private func positions(in range: ClosedRange<Int>) -> ClosedRange<Int>? {
    let inside = columns.indices.filter { range.contains(columns[$0]) }
    guard let first = inside.first, let last = inside.last else { return nil }
    return first...last
  }
}
