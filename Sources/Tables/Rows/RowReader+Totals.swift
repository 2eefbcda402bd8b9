import Common
import Reading

extension RowReader {
  /// 合计 and its like, looked for in the region's and the first column.
  func totalsLabel(_ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan) -> TotalsRow.Label? {
    for column in scan.header.labelColumns {
      let field = record.fields[column]
      let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end])
      if let label = TotalsRow.Label(CellText.trimmed(bytes)) { return label }
    }
    return nil
  }

  /// Takes down what a totals row asserts; it is held against the rows when the file has been read.
  mutating func readTotals(
    _ label: TotalsRow.Label, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: inout FileScan
  ) {
    var row = RowState()
    if !scan.layout.faults.isEmpty { refuseFaultyCells(&row, record, scanner, scan) }
    row.day = totalsDay(record, scanner, &scan, &row)
    let from = scan.subtotalFrom
    scan.subtotalFrom = (builder.rowCount, record.line)
    if let day = row.day, day > asOf { return }
    var totals = TotalsRow(
      label: label, day: label == .subtotal ? nil : row.day, rows: from.row..<builder.rowCount,
      lines: from.line...max(from.line, record.line), claims: [], filters: [])
    for field in fields.indices {
      guard let position = scan.header.positions[field], !builder.isShared(field), !row.faulty.contains(field)
      else { continue }
      withCell(field, position, record, scanner) { reader, cell in
        reader.readTotal(cell, &totals, &row, record, scanner, &scan)
      }
    }
    if !row.isRefused { scan.totals.append(totals) }
  }

  /// The day a totals row is for; `nil` when it names none and covers the sheet.
  private mutating func totalsDay(
    _ record: CSVRecord, _ scanner: CSVScanner, _ scan: inout FileScan, _ row: inout RowState
  ) -> Int32? {
    guard case .field(let field) = declaration.date, let position = scan.header.positions[field] else {
      return scan.fileDay
    }
    if row.faulty.contains(field) { return nil }
    return withCell(field, position, record, scanner) { reader, cell in
      let saysNothing = reader.missing.contains(cell.bytes) || TotalsRow.Label(cell.bytes) != nil
      guard !saysNothing, let moment = reader.moment(cell, &row, record, scanner, &scan) else { return nil }
      return moment.reportingDay(cutOff: reader.declaration.cutOff).dayNumber
    }
  }

  private mutating func readTotal(
    _ cell: Cell, _ totals: inout TotalsRow, _ row: inout RowState, _ record: CSVRecord,
    _ scanner: CSVScanner,
    _ scan: inout FileScan
  ) {
    guard !missing.contains(cell.bytes), TotalsRow.Label(cell.bytes) == nil else { return }
    switch fields[cell.field].plan {
    case .number(let numbers) where !fields[cell.field].isPercent:
      do throws(ValueRefusal) {
        let number = try numbers.read(cell.bytes)
        guard let value = number.scaled(toPlaces: fields[cell.field].scale) else { throw .overflow }
        // 约2.4万 asserts nothing that can be held against a sum.
        guard number.exactness == .exact, value.isExact, !number.isRounded else { return }
        let line = scanner.line(of: cell.place, in: record)
        totals.claims.append(
          TotalsRow.Claim(field: cell.field, value: value.value, line: line, position: cell.position))
      } catch {
        refuse(error, cell, &row, location(cell, record, scanner, scan))
      }
    case .text where declaration.key.contains(cell.field):
      if let code = builder.columns[cell.field].names.find(cell.bytes) {
        totals.filters.append((cell.field, code))
      }
    default: break
    }
  }
}
