import Common
import Reading

extension RowReader {
  /// Reads the row's day from its field.
  mutating func readDay(
    _ field: Int, _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: inout FileScan
  ) {
    guard let position = scan.header.positions[field], !row.faulty.contains(field) else { return }
    withCell(field, position, record, scanner) { reader, cell in
      if reader.missing.contains(cell.bytes) {
        reader.refuse(.valueMissing, cell, &row, reader.location(cell, record, scanner, scan))
        return
      }
      guard let moment = reader.moment(cell, &row, record, scanner, &scan) else { return }
      let day = moment.day
      if let period = reader.period, !period.contains(day) {
        row.isRefused = true
        reader.findings.add(
          reader.outsidePeriod(day, period, at: reader.location(cell, record, scanner, scan)))
      } else {
        row.moment = moment
        row.day = moment.reportingDay(cutOff: reader.declaration.cutOff).dayNumber
      }
    }
  }

  /// The day a cell names, and its time; texts that are not in the ISO form are read once a file.
  mutating func moment(
    _ cell: Cell, _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: inout FileScan
  ) -> Moment? {
    let isISO = cell.bytes.count == 10 && cell.bytes[4] == 0x2D
    if !isISO, let code = scan.dateTexts.find(cell.bytes) { return scan.dateMoments[Int(code)] }
    do throws(ValueRefusal) {
      let moment = try scan.dates.read(cell.bytes).moment
      if !isISO {
        _ = scan.dateTexts.code(for: cell.bytes)
        scan.dateMoments.append(moment)
      }
      return moment
    } catch {
      refuse(error, cell, &row, location(cell, record, scanner, scan))
      return nil
    }
  }

  /// Reads the place the row stands for.
  mutating func readPlace(
    _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) {
    if !declaration.upperRegionFields.isEmpty || !declaration.regionNames.isEmpty {
      readPath(&row, record, scanner, scan)
      return
    }
    let field = declaration.regionField
    guard let position = scan.header.positions[field], !row.faulty.contains(field) else { return }
    withCell(field, position, record, scanner) { reader, cell in
      if reader.missing.contains(cell.bytes) {
        reader.refuse(.valueMissing, cell, &row, reader.location(cell, record, scanner, scan))
        return
      }
      if !reader.rules.rules.isEmpty, let match = reader.rules.match(Array(cell.bytes)) {
        reader.path = Array(cell.bytes)
        reader.apply(match.rule, field, position, &row, record, scanner, scan)
        return
      }
      let place = reader.place(cell, &row, record, scanner, scan)
      guard place >= 0, reader.mayReport(place, cell, &row, record, scanner, scan) else { return }
      row.region = place
    }
  }

  /// The place a cell names on the row's day, -1 where it is refused.
  mutating func place(
    _ cell: Cell, _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: FileScan
  ) -> RegionIndex {
    let settled = places.settledPlace(cell.bytes)
    if settled >= 0 { return settled }
    let location = location(cell, record, scanner, scan)
    switch places.find(cell.bytes, on: row.civilDay) {
    case .found(let place):
      guard let day = row.civilDay, !tree[place].isValid(on: day) else { return place }
      refusePlace(place, on: day, cell, &row, location)
    case .unknown:
      let nearest = places.nearest(to: String(decoding: cell.bytes, as: UTF8.self))
      refuse(.unknownPlace, cell, &row, location, suggestions: nearest)
    case .ambiguous(let candidates):
      refuse(.ambiguousPlace, cell, &row, location, suggestions: places.candidates(candidates))
    }
    return -1
  }

  /// Refuses a place that does not exist on the row's day; who stands in its place then is the suggestion.
  mutating func refusePlace(
    _ place: RegionIndex, on day: CivilDate, _ cell: Cell, _ row: inout RowState, _ location: Location
  ) {
    if let to = tree[place].validTo, to < day {
      refuse(
        .placeEnded, cell, &row, location, ["date": day.description, "to": to.description],
        suggestions: tree.successors(of: place, on: day).map { tree[$0].name })
    } else {
      refuse(
        .placeNotBegun, cell, &row, location,
        ["date": day.description, "from": tree[place].validFrom?.description ?? ""],
        suggestions: tree.predecessors(of: place, on: day).map { tree[$0].name })
    }
  }

  /// Whether rows of the dataset may stand for the place: not outside its region, not below its level.
  mutating func mayReport(
    _ place: RegionIndex, _ cell: Cell, _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner,
    _ scan: FileScan
  ) -> Bool {
    guard allowed.contains(Int(place)) else {
      refuse(
        .placeOutside, cell, &row, location(cell, record, scanner, scan), ["within": tree[within].name])
      return false
    }
    guard let level = declaration.level, tree.regions[Int(place)].level > level else { return true }
    refuse(
      .placeBelowLevel, cell, &row, location(cell, record, scanner, scan), ["level": tree.levels[level].title]
    )
    return false
  }
}
