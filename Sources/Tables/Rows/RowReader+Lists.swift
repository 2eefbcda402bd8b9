import Common
import Reading

/// Cells that hold several values: the choices a respondent ticked.
extension RowReader {
  /// The code of a cell's list; -1 where the cell is refused or holds delimiters only.
  mutating func list(
    _ cell: Cell, _ delimiter: [UInt8], _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner,
    _ scan: FileScan
  ) -> Int32 {
    let field = cell.field
    if let known = builder.columns[field].lists.code(ofCell: cell.bytes) { return known }
    var codes: [Int32] = []
    for part in Self.parts(cell.bytes, delimiter) {
      let text = scan.header.isSurvey ? Self.withoutRemark(part) : part
      let value = CellText.trimmed(text)
      if value.isEmpty { continue }
      let code = builder.columns[field].names.code(for: value)
      let allowed = fields[field].allowedTexts
      if !allowed.isEmpty, !allowed.contains(builder.columns[field].names.name(of: code)) {
        let one = Cell(bytes: value, field: field, place: cell.place, position: cell.position)
        refuseUnlisted(one, &row, location(cell, record, scanner, scan))
        return -1
      }
      if !codes.contains(code) { codes.append(code) }
    }
    guard !codes.isEmpty else {
      if fields[field].isRequired { refuse(.valueMissing, cell, &row, location(cell, record, scanner, scan)) }
      return -1
    }
    return builder.columns[field].lists.code(for: codes, ofCell: cell.bytes)
  }

  static func parts(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: [UInt8]
  ) -> [UnsafeBufferPointer<UInt8>] {
    var parts: [UnsafeBufferPointer<UInt8>] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      if at + delimiter.count <= bytes.count, bytes[at..<at + delimiter.count].elementsEqual(delimiter) {
        parts.append(UnsafeBufferPointer(rebasing: bytes[start..<at]))
        at += delimiter.count
        start = at
      } else {
        at += 1
      }
    }
    return parts + [UnsafeBufferPointer(rebasing: bytes[start...])]
  }

  /// A choice without what the respondent wrote beside it: `其他〖买药〗`.
  static func withoutRemark(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    // U+3016
    let mark: [UInt8] = [0xE3, 0x80, 0x96]
    let start = bytes.indices.first { $0 > 0 && bytes[$0...].starts(with: mark) }
    return UnsafeBufferPointer(rebasing: bytes[..<(start ?? bytes.count)])
  }
}
