import Common
import Reading

extension PublicCopier {
  /// The header and the rows behind it, with the kept fields only; and whether no row was left out.
  mutating func rows(
    _ behindHeader: CSVScanner, _ header: Header, _ kept: [Int], _ file: RecordFile
  ) -> (bytes: [UInt8], isWhole: Bool) {
    let missing = MissingValues(
      declaration.missingValues + (header.isSurvey ? SurveyHeadings.missing.map { MissingValue($0) } : []))
    var (reader, scan) = rowReader(of: file, header)
    var isWhole = true
    var scanner = behindHeader
    var writer = RecordWriter(width: kept.count)
    writer.skip(header.line - 1)
    for (column, field) in kept.enumerated() { writer.set(column, declaration.fields[field].name.utf8) }
    writer.endRecord()
    var record = CSVRecord()
    while scanner.next(into: &record) {
      if scanner.isBlank(record) || isNote(record, file) { continue }
      if !record.isFaulty, reader.isFooter(record, scanner, scan) {
        isWhole = false
        continue
      }
      writer.skip(max(0, record.line - writer.nextLine))
      guard record.count == header.width, !record.isFaulty else {
        // Nobody knows which of its cells are personal; it is not read, neither here nor there.
        writer.writeUneven()
        isWhole = false
        continue
      }
      for (column, field) in kept.enumerated() {
        guard let position = header.positions[field] else { continue }
        let cell = scanner.withField(record.fields[position]) { Array($0) }
        writer.set(column, copied(cell, field, header, file, missing))
      }
      // The first column may be one that goes, and have been the place of 合计.
      if let label = label(record, scanner, header, kept),
        let column = kept.firstIndex(of: declaration.regionFields[0])
      {
        writer.set(column, label.rawValue.utf8)
      }
      writer.endRecord()
    }
    return (writer.bytes, isWhole)
  }

  /// What tells rows from what people write below a table.
  private func rowReader(of file: RecordFile, _ header: Header) -> (RowReader, FileScan) {
    let within: RegionIndex =
      if case .found(let region) = tree.find(declaration.within ?? site.root) { region } else { 0 }
    let named = FileNameDate.find(in: file.path)
    return (
      RowReader(declaration, tree: tree, within: within, site: site, asOf: nil),
      FileScan(
        file, header: header,
        dates: DateReader(year: declaration.year ?? named?.year, from1904: file.layout.facts.from1904),
        fileDay: named?.dayNumber, firstRow: 0)
    )
  }

  /// A text over several columns of a sheet: no record.
  private func isNote(_ record: CSVRecord, _ file: RecordFile) -> Bool {
    let notes = file.layout.facts.notes
    return !notes.isEmpty
      && notes.contains(Int32(truncatingIfNeeded: file.layout.row(ofLine: record.line)))
  }

  private func label(
    _ record: CSVRecord, _ scanner: CSVScanner, _ header: Header, _ kept: [Int]
  ) -> TotalsRow.Label? {
    let places = Set(kept.compactMap { header.positions[$0] })
    for position in header.labelColumns where !places.contains(position) {
      let field = record.fields[position]
      let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end])
      if let label = TotalsRow.Label(CellText.trimmed(bytes)) { return label }
    }
    return nil
  }

  private mutating func copied(
    _ cell: [UInt8], _ field: Int, _ header: Header, _ file: RecordFile, _ missing: MissingValues
  ) -> [UInt8] {
    cell.withUnsafeBufferPointer { bytes in
      let text = CellText.trimmed(bytes)
      if declaration.fields[field].isPersonal {
        guard let group = groups[field], !text.isEmpty, !missing.contains(text) else { return [] }
        return Array(String(numbers.number(of: text, in: group)).utf8)
      }
      // What only the layout says, the copy has to say in its cells.
      if header.isSurvey { return survey(text, field) }
      let isDay = [.date, .datetime].contains(declaration.fields[field].type)
      return isDay && file.layout.facts.from1904 ? Self.from1900(text) ?? cell : cell
    }
  }

  /// An answer as it is read: nothing where nothing was answered, choices without what was written beside them.
  private func survey(_ text: UnsafeBufferPointer<UInt8>, _ field: Int) -> [UInt8] {
    if MissingValues(SurveyHeadings.missing.map { MissingValue($0) }).contains(text) { return [] }
    guard declaration.fields[field].type == .list else { return Array(text) }
    let delimiter = Array(declaration.fields[field].delimiter.utf8)
    return Array(
      RowReader.parts(text, delimiter).map { RowReader.withoutRemark($0) }.joined(separator: delimiter))
  }

  /// The serial number that stands for the same day in workbooks that count from 1900; `nil` where it is no serial.
  private static func from1900(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let days = text.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard (1...6).contains(days.count), days.count == text.count || text[days.count] == 0x2E,
      let serial = Int(String(decoding: days, as: UTF8.self))
    else { return nil }
    return Array(String(serial + 1462).utf8) + text.dropFirst(days.count)
  }
}
