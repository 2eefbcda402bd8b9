import Common
import Reading

/// Finds the header of a table: the first of its top 20 records that names every required field (SEMANTICS, rule 21),
/// whatever separates its fields. A header may be two or three records, the upper ones over several columns each.
struct HeaderSearch {
  /// How far down a header is looked for; above it stand titles and notes.
  static let depth = 20
  /// How many records one header may be.
  static let mostRecords = 3

  enum Outcome {
    /// The scanner stands behind the header.
    case found(HeaderCandidate, CSVScanner)
    /// The records that came nearest, and what the scanner found wrong above.
    case missing(best: HeaderCandidate?, faults: [CSVFault])
  }

  let declaration: DatasetDeclaration
  let required: [Int]
  private let names: HeadingNames

  init(_ declaration: DatasetDeclaration) {
    self.declaration = declaration
    required = declaration.fields.indices.filter { declaration.isRequired($0) }
    names = HeadingNames(declaration.fields)
  }

  /// The declared field a heading names.
  func field(of heading: String) -> Int? { names.field(of: heading) }

  /// - Parameters:
  ///   - bytes: the file's, valid for as long as the scanner is used.
  ///   - file: says what separates fields, where it is known, and which cells are merged.
  func find(in bytes: UnsafeBufferPointer<UInt8>, of file: RecordFile) -> Outcome {
    let likeliest = file.separator ?? .detect(in: bytes)
    let others = file.separator == nil ? CSVSeparator.allCases.filter { $0 != likeliest } : []
    var best: HeaderCandidate?
    var faults: [CSVFault] = []
    for separator in [likeliest] + others {
      let rows = HeaderRows(CSVScanner(bytes, separator: separator), layout: file.layout)
      if let found = header(in: rows) { return .found(found, rows.scanner(behind: found)) }
      let nearest = rows.candidates(startingIn: 0..<Self.depth, names).reduce(nil, Self.nearer)
      best = nearest.map { Self.nearer(best, $0) } ?? best
      if separator == likeliest { faults = rows.faults }
    }
    return .missing(best: best, faults: faults)
  }

  /// The first records that name all that is required; of those that overlap with them the ones that name most, so that
  /// neither a title above nor a lower row of headings is taken for part or left out.
  private func header(in rows: HeaderRows) -> HeaderCandidate? {
    for start in 0..<Self.depth {
      let first = rows.candidates(startingIn: start..<(start + 1), names).first { names($0) }
      guard let first else { continue }
      let overlapping = rows.candidates(startingIn: start..<first.records.upperBound, names).filter {
        names($0)
      }
      return overlapping.reduce(first) { Self.fitsBetter($1, than: $0) ? $1 : $0 }
    }
    return nil
  }

  private func names(_ candidate: HeaderCandidate) -> Bool {
    !candidate.isFaulty && candidate.names(required)
  }

  private static func fitsBetter(_ one: HeaderCandidate, than other: HeaderCandidate) -> Bool {
    if one.cutsMergedCells != other.cutsMergedCells { return other.cutsMergedCells }
    if one.score != other.score { return one.score > other.score }
    return one.records.count < other.records.count
  }

  private static func nearer(_ one: HeaderCandidate?, _ other: HeaderCandidate) -> HeaderCandidate {
    guard let one else { return other }
    if one.score != other.score { return one.score > other.score ? one : other }
    return one.records.count <= other.records.count ? one : other
  }
}

extension DatasetDeclaration {
  /// Whether every file must have the field, and every row a value in it.
  func isRequired(_ field: Int) -> Bool {
    if fields[field].constraints.required { return true }
    // Of several that name the place only the top one must be there.
    if regionFields.contains(field) { return field == regionFields[0] }
    return date == .field(field) || key.contains(field)
  }
}

extension String {
  /// The text on one line and without white space at its ends.
  var trimmingBlanks: String {
    let inner = drop { $0.isWhitespace }
    guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(inner[...last].map { $0.isNewline ? " " : $0 })
  }
}
