import Common
import Reading

/// Names beside codes: `region_names`.
extension RowReader {
  /// A place and a text that was held against its name.
  struct NamedPlace: Hashable {
    var place: RegionIndex
    var text: UInt64
  }

  /// Says where the name beside a code is another place's: columns may have slipped. A name that is part of the other is none.
  mutating func checkName(
    _ place: RegionIndex, level: Int, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) {
    guard declaration.regionNames.indices.contains(level),
      let position = scan.header.positions[declaration.regionNames[level]]
    else { return }
    withCell(declaration.regionNames[level], position, record, scanner) { reader, cell in
      guard !reader.missing.contains(cell.bytes),
        reader.checkedNames.insert(NamedPlace(place: place, text: ByteHash.hash(cell.bytes))).inserted
      else { return }
      let region = reader.tree[place]
      let text = String(decoding: cell.bytes, as: UTF8.self)
      let key = PlaceName.key(text)
      let names = ([region.name] + region.aliases).map(PlaceName.key)
      if names.contains(where: { $0.hasPrefix(key) || key.hasPrefix($0) }) { return }
      reader.findings.add(
        Diagnostic(
          .nameOfAnother, .warning, at: reader.location(cell, record, scanner, scan),
          ["found": text, "code": region.code, "place": region.name]))
    }
  }
}
