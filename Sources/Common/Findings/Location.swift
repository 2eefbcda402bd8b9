/// A place in one of the user's files.
package struct Location: Hashable, Sendable {
  /// Where in the file.
  package enum Position: Hashable, Sendable {
    /// The file as a whole: it is missing, empty or cannot be read.
    case whole
    /// A physical line and a column, both counted from 1. For CSV the column is the field's number,
    /// for text the character's.
    case text(line: Int, column: Int)
    /// A cell of a spreadsheet, `D17`.
    case cell(sheet: String, cell: String)
  }

  /// The path as the user would type it: relative to the folder the command runs in.
  package var file: String
  package var position: Position

  package init(file: String, position: Position = .whole) {
    self.file = file
    self.position = position
  }

  package init(file: String, line: Int, column: Int) {
    self.init(file: file, position: .text(line: line, column: column))
  }

  /// A spreadsheet's cell by its row and column, both from 1.
  package init(file: String, sheet: String, row: Int, column: Int) {
    self.init(file: file, position: .cell(sheet: sheet, cell: Self.cellName(row: row, column: column)))
  }

  /// `D17` for row 17, column 4.
  package static func cellName(row: Int, column: Int) -> String {
    var letters = ""
    var rest = max(1, column)
    while rest > 0 {
      letters.insert(Character(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))), at: letters.startIndex)
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }
}

extension Location: CustomStringConvertible {
  /// `file`, `file:line:column` or `book.xlsx!sheet!D17`.
  package var description: String {
    switch position {
    case .whole: file
    case .text(let line, let column): "\(file):\(line):\(column)"
    case .cell(let sheet, let cell): "\(file)!\(sheet)!\(cell)"
    }
  }
}

extension Location: Comparable {
  /// The row of `D17`.
  private static func row(_ cell: String) -> Int { Int(cell.drop { !$0.isNumber }) ?? 0 }

  /// By file in byte order, then from the top of the file to its end.
  package static func < (left: Location, right: Location) -> Bool {
    if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
    switch (left.position, right.position) {
    case (.text(let l, let c), .text(let l2, let c2)): return (l, c) < (l2, c2)
    case (.cell(let s, let c), .cell(let s2, let c2)):
      return (s, Self.row(c), c.count, c) < (s2, Self.row(c2), c2.count, c2)
    case (.whole, .whole): return false
    case (.whole, _): return true
    case (_, .whole): return false
    case (.text, .cell): return true
    case (.cell, .text): return false
    }
  }
}
