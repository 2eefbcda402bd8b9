import Common
import Reading

/// Rows whose place is named by several fields, from top to bottom: country, province and city.
extension RowReader {
  /// The lowest field that a row gives, and the level it stands for: an index into the dataset's ``regionFields``.
  private struct Lowest {
    var level: Int
    var field: Int
  }

  /// Reads the place that the lowest given field names below those above it.
  mutating func readPath(
    _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) {
    let fields = declaration.regionFields
    if (fields + declaration.regionNames).contains(where: row.faulty.contains) { return }
    let lowest = gatherPath(fields.indices, record, scanner, scan)
    guard let field = lowest?.field ?? fields.last(where: { scan.header.positions[$0] != nil }),
      let position = scan.header.positions[field]
    else { return }
    if let lowest, let rule = placeRule(lowest.level, record, scanner, scan) {
      apply(rule, field, position, &row, record, scanner, scan)
      return
    }
    let path = path
    withCell(field, position, record, scanner) { reader, cell in
      guard let lowest else {
        reader.refuse(.valueMissing, cell, &row, reader.location(cell, record, scanner, scan))
        return
      }
      let place = path.withUnsafeBufferPointer { reader.place($0, cell, &row, record, scanner, scan) }
      guard place >= 0, reader.mayReport(place, cell, &row, record, scanner, scan) else { return }
      row.region = place
      if field == fields[lowest.level] {
        reader.checkName(place, level: lowest.level, record, scanner, scan)
      }
    }
  }

  /// The rule for the row's place by its codes or its names, whichever tells more of them. ``path`` is what it was found
  /// for.
  private mutating func placeRule(
    _ level: Int, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> Int? {
    guard !rules.rules.isEmpty else { return nil }
    let byCode = rules.match(path)
    guard declaration.regionNames.indices.contains(level) else { return byCode?.rule }
    let codes = path
    path.removeAll(keepingCapacity: true)
    for field in declaration.regionNames[...level] { _ = gather(field, record, scanner, scan) }
    if let byName = rules.match(path), byName.depth > byCode?.depth ?? 0 { return byName.rule }
    path = codes
    return byCode?.rule
  }

  /// Counts the row where its rule says, or leaves it out.
  mutating func apply(
    _ rule: Int, _ field: Int, _ position: Int, _ row: inout RowState, _ record: CSVRecord,
    _ scanner: CSVScanner, _ scan: FileScan
  ) {
    let target = rules.targets[rule]
    row.origin = rules.origin(of: path)
    withCell(field, position, record, scanner) { reader, cell in
      reader.rules.use(rule, at: reader.location(cell, record, scanner, scan))
      guard let target else {
        row.isLeftOut = true
        return
      }
      let place = target.withUnsafeBufferPointer { reader.place($0, cell, &row, record, scanner, scan) }
      guard place >= 0, reader.mayReport(place, cell, &row, record, scanner, scan) else { return }
      row.region = place
    }
  }

  /// The place that a field above the row's own names, -1 where it is empty.
  mutating func upperPlace(
    _ field: Int, _ row: RowState, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> RegionIndex {
    guard row.region >= 0, let level = declaration.regionFields.firstIndex(of: field),
      gatherPath(0...level, record, scanner, scan)?.level == level
    else { return -1 }
    let path = path
    return path.withUnsafeBufferPointer { text in
      let settled = places.settledPlace(text)
      if settled >= 0 { return settled }
      guard case .found(let place) = places.find(text, on: row.civilDay) else { return -1 }
      return place
    }
  }

  /// Puts the cells that are given one behind the other into ``path``: of each level the code, or else the name.
  private mutating func gatherPath(
    _ levels: some Sequence<Int>, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> Lowest? {
    path.removeAll(keepingCapacity: true)
    let (fields, names) = (declaration.regionFields, declaration.regionNames)
    var lowest: Lowest?
    for level in levels {
      if gather(fields[level], record, scanner, scan) {
        lowest = Lowest(level: level, field: fields[level])
      } else if !names.isEmpty, gather(names[level], record, scanner, scan) {
        lowest = Lowest(level: level, field: names[level])
      }
    }
    return lowest
  }

  /// Adds a field's cell to ``path``; `false` where it gives none.
  private mutating func gather(
    _ field: Int, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> Bool {
    guard let position = scan.header.positions[field] else { return false }
    return withCell(field, position, record, scanner) { reader, cell in
      guard !reader.missing.contains(cell.bytes) else { return false }
      if !reader.path.isEmpty { reader.path.append(PlaceLookup.pathSeparator) }
      reader.path.append(contentsOf: cell.bytes)
      return true
    }
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
    let given = givenFields(record, scanner, scan)
    guard given.indices.contains(index), let position = scan.header.positions[given[index]] else { return }
    withCell(given[index], position, record, scanner) { reader, upperCell in
      let nearest = reader.places.nearest(to: parts[index])
      reader.refuse(
        .unknownPlace, upperCell, &row, reader.location(upperCell, record, scanner, scan),
        suggestions: nearest)
    }
  }

  /// By level that a row gives: the field that gives it.
  private mutating func givenFields(
    _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> [Int] {
    declaration.regionFields.indices.compactMap { level in
      let candidates =
        [declaration.regionFields[level]] + declaration.regionNames.dropFirst(level).prefix(1)
      return candidates.first { field in
        scan.header.positions[field].map { position in
          withCell(field, position, record, scanner) { !$0.missing.contains($1.bytes) }
        } ?? false
      }
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
