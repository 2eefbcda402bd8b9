import Common
import Reading

/// Rows whose place is named by several fields, from top to bottom: country, province and city.
extension RowReader {
  /// Reads the place that the lowest given field names below those above it.
  mutating func readPath(
    _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) {
    if declaration.regionFields.contains(where: row.faulty.contains) { return }
    let lowest = gatherPath(declaration.regionFields, record, scanner, scan)
    guard let field = lowest ?? declaration.regionFields.last(where: { scan.header.positions[$0] != nil }),
      let position = scan.header.positions[field]
    else { return }
    let path = path
    withCell(field, position, record, scanner) { reader, cell in
      if lowest == nil {
        reader.refuse(.valueMissing, cell, &row, reader.location(cell, record, scanner, scan))
        return
      }
      let place = path.withUnsafeBufferPointer { reader.place($0, cell, &row, record, scanner, scan) }
      guard place >= 0, reader.mayReport(place, cell, &row, record, scanner, scan) else { return }
      row.region = place
    }
  }

  /// The place that a field above the row's own names, -1 where it is empty.
  mutating func upperPlace(
    _ field: Int, _ row: RowState, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> RegionIndex {
    let fields = declaration.regionFields.prefix { $0 != field } + [field]
    guard row.region >= 0, gatherPath(Array(fields), record, scanner, scan) == field else { return -1 }
    let path = path
    return path.withUnsafeBufferPointer { text in
      let settled = places.settledPlace(text)
      if settled >= 0 { return settled }
      guard case .found(let place) = places.find(text, on: row.civilDay) else { return -1 }
      return place
    }
  }

  /// Puts the cells that are given one behind the other into ``path``.
  ///
  /// - Returns: the lowest field that gives one.
  private mutating func gatherPath(
    _ fields: [Int], _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> Int? {
    path.removeAll(keepingCapacity: true)
    var lowest: Int?
    for field in fields {
      guard let position = scan.header.positions[field] else { continue }
      withCell(field, position, record, scanner) { reader, cell in
        guard !reader.missing.contains(cell.bytes) else { return }
        if lowest != nil { reader.path.append(PlaceLookup.pathSeparator) }
        reader.path.append(contentsOf: cell.bytes)
        lowest = field
      }
    }
    return lowest
  }

  /// The place that a path names on the row's day, -1 where it is refused.
  private mutating func place(
    _ path: UnsafeBufferPointer<UInt8>, _ cell: Cell, _ row: inout RowState, _ record: CSVRecord,
    _ scanner: CSVScanner, _ scan: FileScan
  ) -> RegionIndex {
    let settled = places.settledPlace(path)
    if settled >= 0 { return settled }
    let location = location(cell, record, scanner, scan)
    switch places.find(path, on: row.civilDay) {
    case .found(let place):
      guard let day = row.civilDay, !tree[place].isValid(on: day) else { return place }
      refusePlace(place, on: day, cell, &row, location)
    case .ambiguous(let candidates):
      refuse(.ambiguousPlace, cell, &row, location, suggestions: places.candidates(candidates))
    case .unknown: refuseUnknown(PlaceLookup.parts(path), cell, &row, record, scanner, scan)
    }
    return -1
  }

  /// Says which of a path's texts is no place, or that the lowest does not stand below the others.
  private mutating func refuseUnknown(
    _ parts: [String], _ cell: Cell, _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner,
    _ scan: FileScan
  ) {
    let location = location(cell, record, scanner, scan)
    let upper = Array(parts.dropLast())
    if let known = tree.lowestPlace(of: upper) {
      let own = parts.last.map { tree.find($0, on: row.civilDay) } ?? .unknown
      if own == .unknown {
        let nearest = places.nearest(to: parts.last ?? "", below: known)
        refuse(.unknownPlace, cell, &row, location, suggestions: nearest)
      } else {
        let elsewhere = places.candidates(Array(own.all.prefix(3)))
        refuse(.placeNotBelow, cell, &row, location, ["parent": tree[known].name], suggestions: elsewhere)
      }
      return
    }
    // The first that nothing bears the name of, in its own cell.
    let index = upper.indices.first { tree.lowestPlace(of: Array(upper[...$0])) == nil } ?? 0
    let given = declaration.regionFields.filter { field in
      scan.header.positions[field].map { position in
        withCell(field, position, record, scanner) { !$0.missing.contains($1.bytes) }
      } ?? false
    }
    guard given.indices.contains(index), let position = scan.header.positions[given[index]] else { return }
    withCell(given[index], position, record, scanner) { reader, upperCell in
      let nearest = reader.places.nearest(to: parts[index])
      reader.refuse(
        .unknownPlace, upperCell, &row, reader.location(upperCell, record, scanner, scan),
        suggestions: nearest)
    }
  }
}

extension RegionTree {
  /// The place a path names, on whatever day; `nil` where it names none. Of several the first.
  fileprivate func lowestPlace(of path: [String]) -> RegionIndex? {
    find(path: path).all.first
  }
}

extension RegionTree.Match {
  fileprivate var all: [RegionIndex] {
    switch self {
    case .found(let place): [place]
    case .ambiguous(let places): places
    case .unknown: []
    }
  }
}
