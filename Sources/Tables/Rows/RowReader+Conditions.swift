import Common
import Reading

/// Rows that the dataset is not about.
extension RowReader {
  /// Whether a row meets the dataset's `where`. A file without the field cannot exclude its rows.
  mutating func meetsConditions(_ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan) -> Bool {
    for (condition, texts) in zip(declaration.rowConditions, conditionTexts) {
      guard let position = scan.header.positions[condition.field] else { continue }
      let isOne = withCell(condition.field, position, record, scanner) { reader, cell in
        texts.contains { text in
          text.isEmpty ? reader.missing.contains(cell.bytes) : text.elementsEqual(cell.bytes)
        }
      }
      if isOne == condition.isNegated { return false }
    }
    return true
  }

  /// Says how many rows were passed over, and what the rules for places did.
  mutating func reportPassedOver() {
    if filteredRows > 0 {
      findings.add(
        Diagnostic(
          .rowsPassedOver, .remark, at: declaration.location,
          ["dataset": declaration.title, "rows": String(filteredRows)]))
    }
    if filesRead > 0 { rules.report(findings: &findings) }
  }
}
