import Common
import Reading

/// Rows that stand among the data and are none: headers that are repeated on each printed page, and who signed below.
extension RowReader {
  /// Whether a row holds the headings again: in every column that is read its own heading, or nothing.
  mutating func isRepeatedHeader(_ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan) -> Bool {
    guard record.count == scan.header.width else { return false }
    var named = 0
    for field in fields.indices {
      guard let position = scan.header.positions[field] else { continue }
      let isHeading = withCell(field, position, record, scanner) { reader, cell -> Bool? in
        if cell.bytes.isEmpty { return nil }
        // No heading is longer than this, and most cells are settled by their first byte.
        guard cell.bytes.count <= 120, !reader.isDigit(cell.bytes[0]) else { return false }
        return reader.search.field(of: String(decoding: cell.bytes, as: UTF8.self)) == field
      }
      guard let isHeading else { continue }
      if !isHeading { return false }
      named += 1
    }
    guard named >= 2 else { return false }
    findings.add(Diagnostic(.headerRepeated, .remark, at: scan.location(line: record.line, position: 0)))
    return true
  }

  /// Whether a row begins with a label as 填表人： or 注：, names no place and bears no date: nobody's data. What it says is not
  /// repeated, for it holds names.
  mutating func isFooter(_ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan) -> Bool {
    guard let first = firstCell(record, scanner), FooterLabels.begin(first.bytes) else { return false }
    for field in declaration.regionFields + declaration.regionNames where names(field, record, scanner, scan)
    {
      return false
    }
    if case .field(let field) = declaration.date {
      if bearsDate(field, record, scanner, scan) { return false }
    } else if bearsNumber(record, scanner, scan) {
      return false
    }
    findings.add(
      Diagnostic(.footerNotRead, .remark, at: scan.location(line: record.line, position: first.position)))
    return true
  }

  private func firstCell(
    _ record: CSVRecord, _ scanner: CSVScanner
  ) -> (bytes: UnsafeBufferPointer<UInt8>, position: Int)? {
    for (position, field) in record.fields.enumerated() {
      let bytes = CellText.trimmed(UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end]))
      if !bytes.isEmpty { return (bytes, position) }
    }
    return nil
  }

  /// Whether a field's cell names a place.
  private mutating func names(
    _ field: Int, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> Bool {
    guard let position = scan.header.positions[field], position < record.count else { return false }
    return withCell(field, position, record, scanner) { reader, cell in
      !cell.bytes.isEmpty && reader.places.find(cell.bytes, on: nil) != .unknown
    }
  }

  private mutating func bearsDate(
    _ field: Int, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> Bool {
    guard let position = scan.header.positions[field], position < record.count else { return false }
    return withCell(field, position, record, scanner) { _, cell in
      (try? scan.dates.read(cell.bytes)) != nil
    }
  }

  private mutating func bearsNumber(
    _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> Bool {
    fields.indices.contains { field in
      guard case .number(let numbers) = fields[field].plan, let position = scan.header.positions[field],
        position < record.count
      else { return false }
      return withCell(field, position, record, scanner) { _, cell in (try? numbers.read(cell.bytes)) != nil }
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }
}
