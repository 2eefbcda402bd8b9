/// A sheet's cells that hold something, row by row, and what it hides and merges.
package struct Sheet: Sendable {
  /// One row of cells.
  struct Row: Sendable {
    /// From 1.
    var number: Int32
    var isHidden: Bool
    /// The index of its first cell; the cells end where the next row's begin.
    var firstCell: Int
  }

  /// A cell, lent while its row is visited.
  package struct Cell {
    /// From 0.
    package let column: Int
    package let kind: CellKind
    /// UTF-8, with line feeds where it has several lines. Empty for ``CellKind/uncalculated``.
    package let text: ArraySlice<UInt8>
  }

  package let name: String
  /// In the order in which they are written.
  package let merges: [CellRange]
  /// Columns from 0.
  package let hiddenColumns: [ClosedRange<Int>]
  let rows: [Row]
  let cells: [StoredCell]
  let bytes: [UInt8]
  let strings: SharedStrings

  package var rowCount: Int { rows.count }

  /// A row's number from 1, by its index among the rows that hold something; ascending.
  package func number(ofRow index: Int) -> Int { Int(rows[index].number) }

  package func isHidden(row index: Int) -> Bool { rows[index].isHidden }

  /// How many of a row's cells hold something.
  package func cellCount(inRow index: Int) -> Int { range(ofRow: index).count }

  /// The column of a row's first cell, from 0.
  package func firstColumn(inRow index: Int) -> Int? {
    range(ofRow: index).first.map { Int(cells[$0].column) }
  }

  /// Lends a row's cells from left to right.
  package func forEachCell(inRow index: Int, _ body: (Cell) -> Void) {
    for at in range(ofRow: index) {
      let cell = cells[at]
      body(Cell(column: Int(cell.column), kind: cell.kind, text: text(cell)))
    }
  }

  private func range(ofRow index: Int) -> Range<Int> {
    rows[index].firstCell..<(index + 1 < rows.count ? rows[index + 1].firstCell : cells.count)
  }

  private func text(_ cell: StoredCell) -> ArraySlice<UInt8> {
    cell.isShared ? strings[Int(cell.start)] : bytes[Int(cell.start)..<Int(cell.start + cell.length)]
  }
}
