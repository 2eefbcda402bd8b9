import Common
import Reading

extension RowReader {
  mutating func readRow(_ record: CSVRecord, _ scanner: CSVScanner, _ scan: inout FileScan) {
    guard record.count == scan.header.width else {
      reportRagged(record, scanner, &scan)
      return
    }
    if let label = totalsLabel(record, scanner, scan) {
      readTotals(label, record, scanner, &scan)
      return
    }
    guard meetsConditions(record, scanner, scan) else {
      filteredRows += 1
      builder.sources[builder.sources.count - 1].passedOver += 1
      scan.lost.add(line: record.line, day: nil)
      return
    }
    if isKnownLater(record, scanner, scan) {
      scan.unknownRows += 1
      builder.sources[builder.sources.count - 1].later += 1
      scan.lost.add(line: record.line, day: nil)
      return
    }
    var row = RowState()
    let before = findings.items.count
    row.day = scan.fileDay
    if !scan.layout.faults.isEmpty {
      refuseFaultyCells(&row, record, scanner, scan)
      countImprecise(record, &scan)
    }
    if case .field(let field) = declaration.date { readDay(field, &row, record, scanner, &scan) }
    if let day = row.day, day > asOf {
      scan.laterRows += 1
      builder.sources[builder.sources.count - 1].later += 1
      scan.lost.add(line: record.line, day: day)
      return
    }
    readPlace(&row, record, scanner, scan)
    if row.isLeftOut {
      builder.sources[builder.sources.count - 1].passedOver += 1
      scan.lost.add(line: record.line, day: row.day)
      return
    }
    for field in fields.indices {
      guard let position = scan.header.positions[field], !builder.isShared(field), !row.faulty.contains(field)
      else { continue }
      if declaration.upperRegionFields.contains(field) {
        builder.columns[field].append(Int64(upperPlace(field, row, record, scanner, scan)))
        continue
      }
      if declaration.date == .field(field) {
        builder.columns[field].append((row.moment ?? .missing).word)
        continue
      }
      withCell(field, position, record, scanner) { reader, cell in
        reader.builder.columns[field].append(reader.value(cell, &row, record, scanner, &scan))
      }
    }
    if row.isRefused {
      builder.dropCells()
      keepRefused(record, scanner, scan, since: before)
      scan.lost.add(line: record.line, day: row.day)
      if row.region >= 0, row.day != nil || declaration.date == .none {
        builder.countRefused(region: row.region, day: row.day)
      }
    } else {
      builder.addRow(
        region: row.region, origin: row.origin, day: row.day, line: record.line,
        cellLines: cellLines(record, scanner, scan))
    }
  }

  /// Whether the row became known after the day as of which it is asked. A row that does not say when has always been known;
  /// what cannot be read is told where the row is.
  private mutating func isKnownLater(_ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan) -> Bool {
    guard knownBy != .max, let field = declaration.knownAt, let position = scan.header.positions[field] else {
      return false
    }
    let known = withCell(field, position, record, scanner) { _, cell in try? scan.dates.read(cell.bytes).day }
    return known.map { $0.dayNumber > knownBy } ?? false
  }

  /// Whether a record has nothing in any column that is read, as spreadsheets leave below a table, at times with a number
  /// in the first column or a note to the right.
  func isEmpty(_ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan) -> Bool {
    if record.count != scan.header.width || record.isFaulty { return scanner.isBlank(record) }
    return scan.header.positions.allSatisfy { position in
      guard let position else { return true }
      let field = record.fields[position]
      return CellText.trimmed(UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end])).isEmpty
    }
  }

  /// Lends a cell without blanks around it.
  mutating func withCell<Result>(
    _ field: Int, _ position: Int, _ record: CSVRecord, _ scanner: CSVScanner,
    _ body: (inout RowReader, Cell) -> Result
  ) -> Result {
    let place = record.fields[position]
    guard place.hasDoubledQuotes else {
      let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[place.start..<place.end])
      return body(
        &self, Cell(bytes: CellText.trimmed(bytes), field: field, place: place, position: position))
    }
    return scanner.unescaped(place).withUnsafeBufferPointer { bytes in
      body(&self, Cell(bytes: CellText.trimmed(bytes), field: field, place: place, position: position))
    }
  }

  func location(_ cell: Cell, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan) -> Location {
    scan.location(line: scanner.line(of: cell.place, in: record), position: cell.position)
  }

  /// Refuses the cells in which the source itself found no value.
  mutating func refuseFaultyCells(
    _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) {
    let number = scan.layout.row(ofLine: record.line)
    for field in fields.indices where !declaration.fields[field].isPersonal {
      guard let position = scan.header.positions[field],
        let fault = scan.layout.faults[CellPlace(row: number, column: position)]
      else { continue }
      row.faulty.append(field)
      withCell(field, position, record, scanner) { reader, cell in
        reader.refuse(fault, cell, &row, reader.location(cell, record, scanner, scan))
      }
    }
  }

  private mutating func reportRagged(_ record: CSVRecord, _ scanner: CSVScanner, _ scan: inout FileScan) {
    let isLong = record.count > scan.header.width
    let column = isLong ? scan.header.width : record.count
    let field = record.fields[min(column, record.count - 1)]
    findings.add(
      Diagnostic(
        isLong ? .rowTooLong : .rowTooShort,
        at: scan.location(line: scanner.line(of: field, in: record), position: column),
        ["found": String(record.count), "expected": String(scan.header.width)]))
    keepRefused(record, scanner, scan, since: findings.items.count - 1)
    scan.lost.add(line: record.line, day: scan.fileDay)
  }

  /// Each field's line, for a row with line breaks in quotes.
  private func cellLines(_ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan) -> [Int32]? {
    let bytes = scanner.bytes
    let spansLines = record.fields.contains { field in
      field.start > 0 && bytes[field.start - 1] == 0x22
        && bytes[field.start..<field.end].contains { $0 == 0x0A || $0 == 0x0D }
    }
    guard spansLines else { return nil }
    return scan.header.positions.map { position in
      Int32(
        truncatingIfNeeded: position.map { scanner.line(of: record.fields[$0], in: record) } ?? record.line)
    }
  }
}
