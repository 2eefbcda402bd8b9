import Common
import Reading

extension RowReader {
  /// Whether a row is one text over several columns: a note below the table, not a record.
  mutating func isNote(_ record: CSVRecord, _ scan: FileScan) -> Bool {
    guard !scan.layout.facts.notes.isEmpty else { return false }
    let row = scan.layout.row(ofLine: record.line)
    guard scan.layout.facts.notes.contains(Int32(truncatingIfNeeded: row)) else { return false }
    findings.add(Diagnostic(.noteNotRead, .remark, at: scan.location(line: record.line, position: 0)))
    return true
  }

  /// Hidden rows and columns are read: whoever hid them may not know.
  mutating func reportHidden(_ scan: FileScan) {
    let facts = scan.layout.facts
    let header = scan.layout.row(ofLine: scan.header.line)
    let rows = facts.hiddenRows.filter { Int($0) > header }
    if let first = rows.first {
      let location = scan.layout.location(in: scan.path, row: Int(first), position: 0)
      findings.add(
        Diagnostic(
          .hiddenRows, .warning, at: location,
          ["rows": RowRanges.described(rows.map { Int($0) }), "count": String(rows.count)]))
    }
    for field in fields.indices {
      guard let position = scan.header.positions[field], facts.hiddenPositions.contains(position) else {
        continue
      }
      findings.add(
        Diagnostic(
          .hiddenColumns, .warning, at: scan.location(line: scan.header.line, position: position),
          ["field": fields[field].title]))
    }
  }

  /// A sheet beside those that are read, which has some of the headings: it may be one that should be read.
  mutating func reportUnread(_ file: RecordFile, _ best: HeaderCandidate) {
    guard best.score >= 2, let sheet = file.layout.sheet else { return }
    let missing = search.required.filter { field in !best.headings.contains { $0.field == field } }
    findings.add(
      Diagnostic(
        .sheetNotRead, .warning, at: file.location(line: best.line, position: 0),
        ["sheet": sheet, "fields": missing.map { fields[$0].title }.joined(separator: "、")]))
  }

  /// Personal fields are not held against anything, but where numbers have lost digits nobody can be counted by them.
  func countImprecise(_ record: CSVRecord, _ scan: inout FileScan) {
    let row = scan.layout.row(ofLine: record.line)
    for field in fields.indices where declaration.fields[field].isPersonal {
      guard let position = scan.header.positions[field],
        scan.layout.faults[CellPlace(row: row, column: position)]?.rule == .numberLostDigits
      else { continue }
      let first = scan.location(line: record.line, position: position)
      scan.imprecise[field, default: (0, first)].count += 1
    }
  }

  mutating func reportImprecise(_ scan: FileScan) {
    for (field, found) in scan.imprecise.sorted(by: { $0.key < $1.key }) {
      findings.add(
        Diagnostic(
          .personalNumberLostDigits, .warning, at: found.first,
          ["field": fields[field].title, "count": String(found.count)]))
    }
  }
}
