/// A sheet's cells while they are being read.
struct SheetBuilder {
  private var rows: [Sheet.Row] = []
  private var cells: [StoredCell] = []
  /// Texts that are not shared, one behind the other.
  var bytes: [UInt8] = []
  var merges: [CellRange] = []
  var hiddenColumns: [ClosedRange<Int>] = []
  /// A row or a cell stood before an earlier one.
  private var isOutOfOrder = false

  mutating func beginRow(_ number: Int, isHidden: Bool) {
    if let last = rows.last {
      if last.firstCell == cells.count { rows.removeLast() }
      isOutOfOrder = isOutOfOrder || number <= Int(last.number)
    }
    rows.append(Sheet.Row(number: Int32(number), isHidden: isHidden, firstCell: cells.count))
  }

  mutating func add(_ cell: StoredCell) {
    if let row = rows.last, row.firstCell < cells.count, let last = cells.last, last.column >= cell.column {
      isOutOfOrder = true
    }
    cells.append(cell)
  }

  /// - Complexity: O(1), but O(n log n) for a sheet whose cells are out of order.
  consuming func sheet(name: String, strings: SharedStrings) -> Sheet {
    if let last = rows.last, last.firstCell == cells.count { rows.removeLast() }
    if isOutOfOrder { sort() }
    return Sheet(
      name: name, merges: merges, hiddenColumns: hiddenColumns, rows: rows, cells: cells, bytes: bytes,
      strings: strings)
  }

  /// Brings rows and cells into their order; of two for one place the later holds, as in spreadsheet programs.
  private mutating func sort() {
    var placed: [(row: Int, cell: Int)] = []
    for (index, row) in rows.enumerated() {
      let end = index + 1 < rows.count ? rows[index + 1].firstCell : cells.count
      placed += (row.firstCell..<end).map { (index, $0) }
    }
    let (oldRows, oldCells) = (rows, cells)
    func place(_ item: (row: Int, cell: Int)) -> (Int32, UInt16, Int) {
      (oldRows[item.row].number, oldCells[item.cell].column, item.cell)
    }
    placed.sort { place($0) < place($1) }
    rows = []
    cells = []
    for item in placed {
      var row = oldRows[item.row]
      let cell = oldCells[item.cell]
      if rows.last?.number != row.number {
        row.firstCell = cells.count
        rows.append(row)
      } else if cells.last?.column == cell.column {
        cells.removeLast()
      }
      cells.append(cell)
    }
  }
}
