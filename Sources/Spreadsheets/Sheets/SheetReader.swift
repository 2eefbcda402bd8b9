import XML

/// Reads a worksheet's part: its cells with the styles and shared strings of its workbook.
struct SheetReader {
  let styles: StylesPart
  let strings: SharedStrings
  let uses1904: Bool
  let isNotComputed: Bool
  /// How many cells may still be read.
  private(set) var cellsLeft: Int
  private(set) var isOverLimit = false
  private var sheet = SheetBuilder()
  /// The last row and column met: what follows without a place of its own stands behind them.
  private var row = 0
  private var column = -1
  private var cell = RawCell()

  init(_ styles: StylesPart, _ strings: SharedStrings, _ workbook: WorkbookPart, cellsLeft: Int) {
    self.styles = styles
    self.strings = strings
    uses1904 = workbook.uses1904
    isNotComputed = workbook.isNotComputed
    self.cellsLeft = cellsLeft
  }

  /// Reads one sheet to its end; the reader can then read another.
  mutating func read(_ reader: inout XMLReader, name: String) throws(XMLError) -> Sheet {
    sheet = SheetBuilder()
    row = 0
    while let event = try reader.next() {
      guard event == .start else { continue }
      // What a sheet says of its own size often is not so, and is not asked.
      if reader.isNamed("sheetData") {
        try readRows(&reader)
      } else if reader.isNamed("col") {
        readColumns(&reader)
      } else if reader.isNamed("mergeCell") {
        try readMerge(&reader)
      } else if reader.isNamed("extLst") {
        try reader.skip()
      }
    }
    let finished = sheet.sheet(name: name, strings: strings)
    sheet = SheetBuilder()
    return finished
  }

  private mutating func readColumns(_ reader: inout XMLReader) {
    var (first, last) = (0, 0)
    var isHidden = false
    reader.forEachAttribute { name, value in
      let text = String(decoding: value, as: UTF8.self)
      if name == "min" { first = Int(text) ?? 0 }
      if name == "max" { last = Int(text) ?? 0 }
      if name == "hidden" { isHidden = WorkbookPart.isTrue(text) }
    }
    if isHidden, first > 0, first <= last, last <= CellReference.lastColumn + 1 {
      sheet.hiddenColumns.append((first - 1)...(last - 1))
    }
  }

  private mutating func readMerge(_ reader: inout XMLReader) throws(XMLError) {
    var range: CellRange?
    reader.forEachAttribute { if $0 == "ref" { range = CellRange($1) } }
    guard let range else { throw reader.unexpected }
    try count(&reader)
    sheet.merges.append(range)
  }

  private mutating func readRows(_ reader: inout XMLReader) throws(XMLError) {
    while let event = try reader.next(), event != .end {
      guard event == .start else { continue }
      if reader.isNamed("row") { try readRow(&reader) } else { try reader.skip() }
    }
  }

  private mutating func readRow(_ reader: inout XMLReader) throws(XMLError) {
    var number: Int? = row + 1
    var isHidden = false
    reader.forEachAttribute { name, value in
      if name == "r" { number = CellReference.row(value) }
      if name == "hidden" { isHidden = WorkbookPart.isTrue(String(decoding: value, as: UTF8.self)) }
    }
    guard let number, number <= CellReference.lastRow else { throw reader.unexpected }
    row = number
    column = -1
    sheet.beginRow(row, isHidden: isHidden)
    while let event = try reader.next(), event != .end {
      guard event == .start else { continue }
      if reader.isNamed("c") { try readCell(&reader) } else { try reader.skip() }
    }
  }

  private mutating func readCell(_ reader: inout XMLReader) throws(XMLError) {
    try count(&reader)
    cell.clear()
    var place: CellReference? = CellReference(row: row, column: column + 1)
    reader.forEachAttribute { name, value in
      if name == "r" {
        place = CellReference(value)
      } else if name == "s" {
        cell.style = Int(String(decoding: value, as: UTF8.self)) ?? 0
      } else if name == "t" {
        cell.type = RawCell.Kind(value)
      }
    }
    guard let place, place.row == row, place.column <= CellReference.lastColumn else {
      throw reader.unexpected
    }
    column = place.column
    while let event = try reader.next(), event != .end {
      guard event == .start else { continue }
      if reader.isNamed("v") {
        cell.hasValue = true
        try RichText.readText(&reader, into: &cell.value)
      } else if reader.isNamed("f") {
        cell.isFormula = true
        try reader.skip()
      } else if reader.isNamed("is") {
        cell.hasValue = true
        try RichText.read(&reader, into: &cell.value)
      } else {
        try reader.skip()
      }
    }
    guard add() else { throw reader.unexpected }
  }

  private mutating func count(_ reader: inout XMLReader) throws(XMLError) {
    cellsLeft -= 1
    guard cellsLeft >= 0 else {
      isOverLimit = true
      throw reader.unexpected
    }
  }

  /// Adds the cell that was read, when it holds something.
  ///
  /// - Returns: whether it can be.
  private mutating func add() -> Bool {
    if cell.type == .shared {
      guard cell.hasValue, !cell.value.isEmpty else { return true }
      guard let index = Int(String(decoding: CellReading.trimmed(cell.value), as: UTF8.self)),
        strings.has(index)
      else {
        return false
      }
      if !strings[index].isEmpty {
        sheet.add(
          StoredCell(
            column: UInt16(column), kind: .text, isShared: true, start: UInt32(index), length: 0))
      }
      return true
    }
    let start = sheet.bytes.count
    let reading = CellReading(uses1904: uses1904, isNotComputed: isNotComputed)
    guard let kind = reading.read(cell, format: styles[cell.style], into: &sheet.bytes) else { return true }
    guard let first = UInt32(exactly: start), let length = UInt32(exactly: sheet.bytes.count - start) else {
      return false
    }
    sheet.add(StoredCell(column: UInt16(column), kind: kind, isShared: false, start: first, length: length))
    return true
  }
}
