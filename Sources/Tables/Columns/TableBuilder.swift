import Common
import Reading

/// A dataset's columns while its files are being read, and what findings need to know of the rows' places.
struct TableBuilder: Sendable {
  struct Unit: Hashable, Sendable {
    var region: RegionIndex
    var day: Int32?
  }

  let declaration: DatasetDeclaration
  /// One for each field. Those of the row's own place and day stay empty until ``shareKeyColumns()``.
  var columns: [ColumnBuilder]
  var regions: [RegionIndex] = []
  /// By row: 0, or of which rows that count at a place besides its own it is.
  var origins: [Int32] = []
  var days: [Int32] = []
  /// Physical lines of the CSV a source was read as.
  var lines: [Int32] = []
  /// By field, then row.
  var approximations: [Int: [Int: Approximation]] = [:]
  /// Words for missing values, by field, then row.
  var labels: [Int: [Int: String]] = [:]
  /// By row: when it was first sent, where it was sent again later.
  var firstKnown: [Int: Moment] = [:]
  var parts: [Table.Part] = []
  var refused: [Unit: Int] = [:]
  /// By part: what became of its rows.
  var sources: [DatasetReading.Source] = []
  /// By part: how its places are named.
  private var layouts: [RecordLayout] = []
  /// For rows with line breaks in quotes: each field's line.
  private var cellLines: [Int: [Int32]] = [:]

  init(_ declaration: DatasetDeclaration) {
    self.declaration = declaration
    columns = declaration.fields.indices.map { index in
      if index == declaration.regionField { return ColumnBuilder(kind: .regions) }
      return ColumnBuilder(declaration.fields[index])
    }
  }

  var rowCount: Int { lines.count }

  var hasDays: Bool { declaration.date != .none }

  /// Whether a field's column is that of the row's own place or day. A `datetime` keeps its moments beside the
  /// days they count for.
  func isShared(_ field: Int) -> Bool {
    field == declaration.regionField
      || declaration.date == .field(field) && declaration.fields[field].type == .date
  }

  mutating func beginPart(file: String, layout: RecordLayout, positions: [Int?]) {
    parts.append(
      Table.Part(file: file, sheet: layout.sheet, firstRow: rowCount, positions: positions))
    layouts.append(layout)
    sources.append(DatasetReading.Source(file: file, sheet: layout.sheet))
  }

  /// Keeps a row of the part under way that is not added.
  mutating func refuse(_ row: DatasetReading.RefusedRow) {
    sources[sources.count - 1].refused.append(row)
  }

  /// Adds the row whose cells the columns have already taken.
  mutating func addRow(
    region: RegionIndex, origin: Int32 = 0, day: Int32?, line: Int, cellLines: [Int32]?
  ) {
    if let cellLines { self.cellLines[rowCount] = cellLines }
    regions.append(region)
    origins.append(origin)
    if let day { days.append(day) }
    lines.append(Int32(truncatingIfNeeded: line))
  }

  /// Takes back the cells of a row that was not added.
  mutating func dropCells() {
    for field in columns.indices where !isShared(field) { columns[field].resize(to: rowCount) }
    let row = rowCount
    for field in Array(approximations.keys) { approximations[field]?[row] = nil }
    for field in Array(labels.keys) { labels[field]?[row] = nil }
  }

  /// Gives the columns that a file does not have a missing value for each of its rows.
  mutating func endPart() {
    for field in columns.indices where !isShared(field) { columns[field].resize(to: rowCount) }
  }

  mutating func countRefused(region: RegionIndex, day: Int32?) {
    refused[Unit(region: region, day: day), default: 0] += 1
  }

  mutating func shareKeyColumns() {
    columns[declaration.regionField].narrow = regions
    if case .field(let field) = declaration.date, isShared(field) { columns[field].narrow = days }
  }

  /// What tells rows of one place apart that come of several in the source; `nil` where none do.
  var originColumn: ColumnBuilder? {
    guard origins.contains(where: { $0 != 0 }) else { return nil }
    var column = ColumnBuilder(kind: .categories)
    column.narrow = origins
    return column
  }

  func isApproximate(_ field: Int, row: Int) -> Bool {
    approximations[field]?[row] != nil
  }

  /// Where a row's cell stands; its line where the file does not have the field.
  func location(row: Int, field: Int?) -> Location {
    let part = parts.lastIndex { $0.firstRow <= row } ?? 0
    let position = field.flatMap { parts[part].positions[$0] } ?? 0
    let line = field.flatMap { cellLines[row]?[$0] } ?? lines[row]
    return layouts[part].location(in: parts[part].file, line: Int(line), position: position)
  }

  /// Keeps the rows whose flag is set.
  mutating func keep(_ isKept: [Bool]) {
    var newRow: [Int] = []
    newRow.reserveCapacity(isKept.count + 1)
    for keeps in isKept { newRow.append((newRow.last ?? -1) + (keeps ? 1 : 0)) }
    func moved<Value>(_ values: [Int: Value]) -> [Int: Value] {
      var result: [Int: Value] = [:]
      for (row, value) in values where isKept[row] { result[newRow[row]] = value }
      return result
    }
    regions = kept(regions, isKept)
    origins = kept(origins, isKept)
    if hasDays { days = kept(days, isKept) }
    lines = kept(lines, isKept)
    for field in columns.indices where !isShared(field) { columns[field].keep(isKept) }
    shareKeyColumns()
    approximations = approximations.mapValues(moved)
    labels = labels.mapValues(moved)
    firstKnown = moved(firstKnown)
    cellLines = moved(cellLines)
    for index in parts.indices {
      let first = parts[index].firstRow
      parts[index].firstRow = first == 0 ? 0 : newRow[first - 1] + 1
    }
  }

  func table(level: Int, within: RegionIndex) -> Table {
    let units = refused.keys.sorted { ($0.region, $0.day ?? 0) < ($1.region, $1.day ?? 0) }
    let tally = units.map { unit in
      Table.Refused(
        region: unit.region, day: unit.day.map { CivilDate(dayNumber: $0) }, rows: refused[unit] ?? 0)
    }
    var table = Table(
      declaration: declaration, level: level, within: within, regions: regions, days: days,
      columns: columns.map(\.column), approximations: approximations.filter { !$0.value.isEmpty },
      parts: parts,
      lines: rowsOfSources(lines.indices), refused: tally)
    table.firstKnown = firstKnown
    table.labels = labels.filter { !$0.value.isEmpty }
    return table
  }

  /// Each row's line or row in the words of its source.
  func rowsOfSources(_ rows: Range<Int>) -> [Int32] {
    var result = Array(lines[rows])
    for (part, layout) in layouts.enumerated() {
      if case .text = layout.naming { continue }
      let end = part + 1 < parts.count ? parts[part + 1].firstRow : lines.count
      for row in (parts[part].firstRow..<end).clamped(to: rows) {
        result[row - rows.lowerBound] = Int32(truncatingIfNeeded: layout.shownRow(ofLine: Int(lines[row])))
      }
    }
    return result
  }
}
