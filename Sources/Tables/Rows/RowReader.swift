import Common
import Reading

/// Reads a dataset's files one behind the other into one table.
struct RowReader {
  let declaration: DatasetDeclaration
  let tree: RegionTree
  /// The region below which units are expected.
  let within: RegionIndex
  /// The places a row may stand for; all where nothing is added up.
  let allowed: Range<Int>
  let asOf: Int32
  /// The last day on which something may have become known.
  let knownBy: Int32
  let period: ClosedRange<CivilDate>?
  /// How bad a refused cell is.
  let refusal: Severity
  let fields: [FieldReader]
  /// What stands for a missing value in the file under way.
  var missing: MissingValues
  let search: HeaderSearch
  var builder: TableBuilder
  var places: PlaceLookup
  /// The texts that name a row's place, where several fields do; kept to be filled again.
  var path: [UInt8] = []
  var rules: PlaceRules
  /// By condition of `where`: its texts.
  let conditionTexts: [[[UInt8]]]
  /// Rows that the dataset's `where` passes over.
  var filteredRows = 0
  var checkedNames: Set<NamedPlace> = []
  var findings = Findings()
  var filesRead = 0

  init(
    _ declaration: DatasetDeclaration, tree: RegionTree, within: RegionIndex, site: SiteDeclaration,
    asOf: CivilDate?, knownBy: CivilDate? = nil
  ) {
    self.knownBy = knownBy?.dayNumber ?? .max
    self.declaration = declaration
    self.tree = tree
    self.within = within
    allowed =
      declaration.rollsUp || declaration.within != nil ? tree.subtree(within) : 0..<tree.regions.count
    self.asOf = asOf?.dayNumber ?? .max
    period = site.period
    refusal = site.onRefused == .stop ? .error : .warning
    fields = declaration.fields.indices.map { FieldReader(declaration, $0) }
    missing = MissingValues(declaration.missingValues)
    search = HeaderSearch(declaration)
    builder = TableBuilder(declaration)
    places = PlaceLookup(tree: tree, within: within)
    rules = PlaceRules(declaration.placeRules)
    conditionTexts = declaration.rowConditions.map { $0.texts.map { Array($0.utf8) } }
  }

  /// Reads a file's tables: those that have the header, or the finding is that none has.
  ///
  /// - Complexity: O(n) in the file's bytes.
  mutating func read(_ tables: [RecordFile]) {
    var nearest: (file: RecordFile, best: HeaderCandidate?, faults: [CSVFault])?
    var others: [(RecordFile, HeaderCandidate)] = []
    var hasHeader = false
    for file in tables {
      switch read(file) {
      case .read: hasHeader = true
      case .noDay: return
      case .noHeader(let best, let faults):
        if let best { others.append((file, best)) }
        if nearest == nil || best?.score ?? 0 > nearest?.best?.score ?? 0 { nearest = (file, best, faults) }
      }
    }
    if hasHeader {
      for (file, best) in others { reportUnread(file, best) }
      return
    }
    guard let (file, best, faults) = nearest else { return }
    for fault in faults {
      findings.add(fault.diagnostic(at: file.location(line: fault.line, position: fault.column - 1)))
    }
    for column in search.missingColumns(best, of: file) { findings.add(column) }
  }

  private enum Outcome {
    case read
    /// The file's name should say the day, and does not.
    case noDay
    case noHeader(best: HeaderCandidate?, faults: [CSVFault])
  }

  private mutating func read(_ file: RecordFile) -> Outcome {
    let named = FileNameDate.find(in: file.path)
    if declaration.date == .filename, named == nil {
      findings.add(Diagnostic(.noDateInFileName, at: Location(file: file.path)))
      return .noDay
    }
    if declaration.date == .filename, let named, let period, !period.contains(named) {
      let location = Location(file: file.path)
      findings.add(outsidePeriod(named, period, at: location))
      return .noDay
    }
    return file.bytes.withUnsafeBufferPointer { bytes in
      switch search.find(in: bytes, of: file) {
      case .missing(let best, let faults): return .noHeader(best: best, faults: faults)
      case .found(let candidate, let scanner):
        let header = search.header(candidate, of: file, findings: &findings)
        missing = MissingValues(
          declaration.missingValues
            + (header.isSurvey ? SurveyHeadings.missing.map { MissingValue($0) } : []))
        let scan = FileScan(
          file, header: header,
          dates: DateReader(year: declaration.year ?? named?.year, from1904: file.layout.facts.from1904),
          fileDay: declaration.date == .filename ? named?.dayNumber : nil, firstRow: builder.rowCount)
        read(scan, scanner)
        return .read
      }
    }
  }

  private mutating func read(_ start: FileScan, _ behindHeader: CSVScanner) {
    var scan = start
    var scanner = behindHeader
    var record = CSVRecord()
    var hasRecords = false
    filesRead += 1
    reportHidden(scan)
    builder.beginPart(file: scan.path, layout: scan.layout, positions: scan.header.positions)
    for fault in scanner.faults {
      findings.add(fault.diagnostic(at: scan.location(line: fault.line, position: fault.column - 1)))
    }
    var faults = scanner.faults.count
    while scanner.next(into: &record) {
      if isEmpty(record, scanner, scan) || isNote(record, scan) { continue }
      if !record.isFaulty,
        isFooter(record, scanner, scan) || isRepeatedHeader(record, scanner, scan)
      {
        continue
      }
      hasRecords = true
      if record.isFaulty {
        for fault in scanner.faults[faults...] {
          findings.add(fault.diagnostic(at: scan.location(line: fault.line, position: fault.column - 1)))
        }
        keepRefused(record, scanner, scan, since: findings.items.count - (scanner.faults.count - faults))
        faults = scanner.faults.count
        scan.lost.add(line: record.line, day: scan.fileDay)
      } else {
        readRow(record, scanner, &scan)
      }
    }
    builder.endPart()
    reportImprecise(scan)
    for fault in scanner.faults[faults...] {
      findings.add(fault.diagnostic(at: scan.location(line: fault.line, position: fault.column - 1)))
    }
    let whole = scan.layout.location(in: scan.path)
    if !hasRecords { findings.add(Diagnostic(.noRows, .warning, at: whole)) }
    if scan.laterRows > 0 {
      findings.add(
        Diagnostic(
          .laterThanAsOf, .remark, at: whole,
          ["rows": String(scan.laterRows), "date": CivilDate(dayNumber: asOf).description]))
    }
    if scan.unknownRows > 0 {
      findings.add(
        Diagnostic(
          .laterKnown, .remark, at: whole,
          ["rows": String(scan.unknownRows), "date": CivilDate(dayNumber: knownBy).description]))
    }
    for (field, count) in scan.roundedDecimals.enumerated() where count > 0 {
      findings.add(
        Diagnostic(
          .decimalsRounded, .warning, at: scan.firstRounded[field],
          ["field": fields[field].title, "rows": String(count)]))
    }
    TotalsCheck(builder: builder, tree: tree).verify(scan, findings: &findings)
  }

  func outsidePeriod(_ day: CivilDate, _ period: ClosedRange<CivilDate>, at location: Location) -> Diagnostic
  {
    Diagnostic(
      .dateOutsidePeriod, refusal, at: location,
      [
        "date": day.description, "first": period.lowerBound.description,
        "last": period.upperBound.description,
      ])
  }
}
