import Common
import Reading

/// Rows that are not in the table are kept with their reasons.
extension RowReader {
  /// - Parameter reasons: the first of the findings that say why.
  mutating func keepRefused(
    _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan, since reasons: Int
  ) {
    builder.refuse(
      DatasetReading.RefusedRow(
        row: scan.layout.shownRow(ofLine: record.line), cells: publicCells(record, scanner, scan),
        reasons: Array(findings.items[reasons...])))
  }

  private var hasPersonalFields: Bool { declaration.fields.contains(where: \.isPersonal) }

  /// By field, what the record holds of it. Personal columns, and those that are not declared, never leave the reader; nor
  /// does anything of a record whose cells may have slipped into other columns, where some are personal.
  private mutating func publicCells(
    _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> [String?] {
    let isWhole = record.count == scan.header.width && !record.isFaulty
    return declaration.fields.indices.map { field in
      guard !declaration.fields[field].isPersonal, let position = scan.header.positions[field],
        position < record.count, isWhole || !hasPersonalFields
      else { return nil }
      return withCell(field, position, record, scanner) { _, cell in
        cell.bytes.isEmpty ? nil : String(decoding: cell.bytes, as: UTF8.self)
      }
    }
  }
}
