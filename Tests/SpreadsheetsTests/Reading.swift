import HandMade

@testable import Spreadsheets

/// The sheets of a workbook, or why it is not read.
func read(_ bytes: [UInt8], limits: WorkbookLimits = .standard) -> Result<[Sheet], WorkbookError> {
  do throws(WorkbookError) {
    var workbook = try Workbook(bytes, limits: limits)
    var sheets: [Int: Sheet] = [:]
    try workbook.read(workbook.sheets.indices) { sheets[$0] = $1 }
    return .success(sheets.sorted { $0.key < $1.key }.map(\.value))
  } catch {
    return .failure(error)
  }
}

/// `B2 number 5` of each cell of the only sheet.
func cells(_ book: HandMadeBook) throws -> [String] {
  try read(book.bytes).get().flatMap { described($0) }
}

/// Cells of a sheet whose rows are given as XML.
func cells(rows: String) throws -> [String] {
  try cells(HandMadeBook([HandMadeBook.Sheet("甲", rows: rows)]))
}

func described(_ sheet: Sheet) -> [String] {
  var result: [String] = []
  for row in 0..<sheet.rowCount {
    sheet.forEachCell(inRow: row) { cell in
      let letter = UnicodeScalar(UInt8(min(0x5A, 0x41 + cell.column)))
      let text = String(decoding: cell.text, as: UTF8.self)
      result.append("\(letter)\(sheet.number(ofRow: row)) \(cell.kind) \(text)")
    }
  }
  return result
}
