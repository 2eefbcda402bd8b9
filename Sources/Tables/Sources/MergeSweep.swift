import Common
import Spreadsheets

/// The merged cells that cover a row, as a sheet's rows go by from the top down.
struct MergeSweep {
  private struct Active {
    var range: CellRange
    var positions: Range<Int>
    /// The text of its first cell, which is the text of all.
    var text: ArraySlice<UInt8> = []
    var fault: CellFault?
  }

  private let columns: [Int]
  /// From the last row they begin in to the first.
  private var waiting: [CellRange]
  private var active: [Active] = []
  /// By position: the row down to which a merged cell covers it.
  private var coveredTo: [Int]
  private var row = 0

  /// - Parameter columns: the sheet's columns that have positions, ascending.
  init(_ merges: [CellRange], columns: [Int]) {
    self.columns = columns
    waiting = merges.filter { $0.rows.count > 1 || $0.columns.count > 1 }
    waiting.sort { $0.rows.lowerBound > $1.rows.lowerBound }
    coveredTo = Array(repeating: 0, count: columns.count)
  }

  /// - Complexity: O(1) for a sheet without merged cells; otherwise in the columns they cover.
  mutating func advance(to row: Int) {
    self.row = row
    active.removeAll { $0.range.rows.upperBound < row }
    while let next = waiting.last, next.rows.lowerBound <= row {
      waiting.removeLast()
      guard next.rows.upperBound >= row else { continue }
      let positions =
        firstPosition(from: next.columns.lowerBound)..<firstPosition(from: next.columns.upperBound + 1)
      // Merged cells that overlap are against the format's rules: the first holds, and the work stays bounded.
      guard !positions.isEmpty, positions.allSatisfy({ coveredTo[$0] < row }) else { continue }
      for position in positions { coveredTo[position] = next.rows.upperBound }
      active.append(Active(range: next, positions: positions))
    }
  }

  /// Takes a cell of the row: the text of a merged cell that begins with it.
  mutating func take(_ cell: Sheet.Cell) {
    guard !active.isEmpty, let index = active.firstIndex(where: { begins($0, cell.column) }) else { return }
    active[index].text = cell.text
    let isLabel = cell.text.withUnsafeBufferPointer { TotalsRow.Label(CellText.trimmed($0)) != nil }
    if !isLabel { active[index].fault = CellFault(.mergedCell, ["range": active[index].range.name]) }
  }

  private func begins(_ merge: Active, _ column: Int) -> Bool {
    merge.range.rows.lowerBound == row && merge.range.columns.lowerBound == column
  }

  /// Whether a row of so many cells is a note: one text over several columns, and not the label of a total.
  func isNote(cells: Int) -> Bool {
    cells == 1
      && active.contains { $0.range.rows.lowerBound == row && $0.positions.count > 1 && $0.fault != nil }
  }

  /// Lends the positions that merged cells cover in the row, with their text, and why it is none of theirs.
  func forEachCell(_ body: (Int, ArraySlice<UInt8>, CellFault?) -> Void) {
    for merge in active {
      for position in merge.positions { body(position, merge.text, merge.fault) }
    }
  }

  /// The first position whose column is not left of one.
  private func firstPosition(from column: Int) -> Int {
    var (low, high) = (0, columns.count)
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension CellRange {
  /// `A5:C7`
  fileprivate var name: String {
    Location.cellName(row: rows.lowerBound, column: columns.lowerBound + 1) + ":"
      + Location.cellName(row: rows.upperBound, column: columns.upperBound + 1)
  }
}
