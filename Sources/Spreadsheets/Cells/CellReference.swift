/// Where a cell stands: `D17` is row 17, column 3.
package struct CellReference: Hashable, Sendable {
  /// From 1.
  package var row: Int
  /// From 0.
  package var column: Int

  /// A sheet's last row and last column, `XFD1048576`.
  package static let lastRow = 1_048_576
  package static let lastColumn = 16_383

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `D17`, `d17` or `$D$17`.
  ///
  /// - Returns: `nil` for anything else, and for places outside of a sheet.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    var column = 0
    if at < text.count, text[at] == 0x24 { at += 1 }
    while at < text.count, let letter = Self.letter(text[at]), column <= Self.lastColumn {
      column = column * 26 + letter
      at += 1
    }
    if at < text.count, text[at] == 0x24 { at += 1 }
    guard column > 0, column - 1 <= Self.lastColumn,
      let row = Self.row(UnsafeBufferPointer(rebasing: text[at...]))
    else { return nil }
    self.init(row: row, column: column - 1)
  }

  /// A row's number, from 1.
  static func row(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !text.isEmpty, text.count <= 8 else { return nil }
    var row = 0
    for byte in text {
      guard byte &- 0x30 <= 9 else { return nil }
      row = row * 10 + Int(byte &- 0x30)
    }
    return (1...lastRow).contains(row) ? row : nil
  }

  /// 1 for `A`.
  private static func letter(_ byte: UInt8) -> Int? {
    let folded = byte & 0xDF
    return (0x41...0x5A).contains(folded) ? Int(folded) - 0x40 : nil
  }
}
