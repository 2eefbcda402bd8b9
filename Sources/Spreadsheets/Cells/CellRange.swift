/// Cells of a sheet that are one.
package struct CellRange: Hashable, Sendable {
  /// From 1.
  package var rows: ClosedRange<Int>
  /// From 0.
  package var columns: ClosedRange<Int>

  /// Reads `A5:C7`.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let colon = text.firstIndex(of: 0x3A),
      let first = CellReference(UnsafeBufferPointer(rebasing: text[..<colon])),
      let last = CellReference(UnsafeBufferPointer(rebasing: text[(colon + 1)...]))
    else { return nil }
    rows = min(first.row, last.row)...max(first.row, last.row)
    columns = min(first.column, last.column)...max(first.column, last.column)
  }
}
