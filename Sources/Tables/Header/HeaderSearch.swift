import Common
import Reading

/// Finds the header of a CSV file: the first of its top 20 records that names every required field
/// (SEMANTICS, rule 21), whatever separates its fields.
struct HeaderSearch {
  /// How far down a header is looked for; above it stand titles and notes.
  static let depth = 20

  enum Outcome {
    /// The scanner stands behind the header.
    case found(HeaderCandidate, CSVScanner)
    /// The record that came nearest, and what the scanner found wrong above.
    case missing(best: HeaderCandidate?, faults: [CSVFault])
  }

  private let declaration: DatasetDeclaration
  private let required: [Int]
  private let byHeading: [String: Int]

  init(_ declaration: DatasetDeclaration) {
    self.declaration = declaration
    required = declaration.fields.indices.filter { declaration.isRequired($0) }
    var byHeading: [String: Int] = [:]
    for (index, field) in declaration.fields.enumerated() {
      for heading in [field.name, field.title] + field.aliases {
        let folded = HeadingFold.fold(heading)
        if byHeading[folded] == nil { byHeading[folded] = index }
      }
    }
    self.byHeading = byHeading
  }

  /// - Parameter separator: `nil` where the header decides.
  func find(in bytes: UnsafeBufferPointer<UInt8>, separator: CSVSeparator? = nil) -> Outcome {
    let likeliest = separator ?? .detect(in: bytes)
    let others = separator == nil ? CSVSeparator.allCases.filter { $0 != likeliest } : []
    var best: HeaderCandidate?
    var faults: [CSVFault] = []
    for separator in [likeliest] + others {
      var scanner = CSVScanner(bytes, separator: separator)
      var record = CSVRecord()
      for _ in 0..<Self.depth where scanner.next(into: &record) {
        let candidate = candidate(record, scanner)
        if candidate.names(required), !record.isFaulty { return .found(candidate, scanner) }
        if best == nil || candidate.score > best?.score ?? 0 { best = candidate }
      }
      if separator == likeliest { faults = scanner.faults }
    }
    return .missing(best: best, faults: faults)
  }

  /// The declared field a heading names.
  func field(of heading: String) -> Int? { byHeading[HeadingFold.fold(heading)] }

  private func candidate(_ record: CSVRecord, _ scanner: CSVScanner) -> HeaderCandidate {
    let headings = record.fields.map { field in
      let text = scanner.text(field)
      return HeaderCandidate.Heading(
        text: String(text.prefix(60)), line: scanner.line(of: field, in: record),
        field: self.field(of: text))
    }
    return HeaderCandidate(line: record.line, headings: headings)
  }

  /// One finding for each required field that the nearest record does not name, where the heading that
  /// resembles it most stands.
  func missingColumns(_ best: HeaderCandidate?, of file: RecordFile) -> [Diagnostic] {
    let unnamed = best?.headings.filter { $0.field == nil } ?? []
    return required.compactMap { index in
      guard !(best?.headings.contains { $0.field == index } ?? false) else { return nil }
      let field = declaration.fields[index]
      let nearest = nearest(to: field, among: unnamed.map { $0.text.trimmingBlanks }.filter { !$0.isEmpty })
      let column = best?.headings.firstIndex { $0.field == nil && $0.text.trimmingBlanks == nearest.first }
      let line = column.flatMap { best?.headings[$0].line } ?? best?.line ?? 1
      return Diagnostic(
        .requiredColumnMissing, at: file.location(line: line, position: column ?? 0),
        ["field": field.title, "dataset": declaration.title], suggestions: nearest)
    }
  }

  private func nearest(to field: FieldDeclaration, among headings: [String]) -> [String] {
    for name in [field.title, field.name] + field.aliases {
      let found = NearestNames.find(name, in: headings)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The header's columns, with a finding for each that stands twice or is not read.
  func header(_ candidate: HeaderCandidate, of file: RecordFile, findings: inout Findings) -> Header {
    var positions: [Int?] = Array(repeating: nil, count: declaration.fields.count)
    for (position, heading) in candidate.headings.enumerated() {
      let location = file.location(line: heading.line, position: position)
      let text = heading.text.trimmingBlanks
      guard let field = heading.field else { continue }
      if let first = positions[field] {
        findings.add(
          Diagnostic(
            .headingTwice, at: location,
            ["heading": text, "field": declaration.fields[field].title, "first": String(first + 1)]))
      } else {
        positions[field] = position
      }
    }
    let absent = declaration.fields.indices.filter { positions[$0] == nil }.map { declaration.fields[$0] }
    for (position, heading) in candidate.headings.enumerated() where heading.field == nil {
      let text = heading.text.trimmingBlanks
      if text.isEmpty { continue }
      let location = file.location(line: heading.line, position: position)
      let names = absent.map(\.title) + absent.map(\.name)
      let nearest = NearestNames.find(text, in: names)
      findings.add(
        Diagnostic(
          .columnNotRead, .warning, at: location, ["heading": text],
          // A renamed column may not resemble its old name at all, and its data would be missing.
          suggestions: nearest.isEmpty && absent.count <= 3 ? absent.map(\.title) : nearest))
    }
    return Header(line: candidate.line, width: candidate.headings.count, positions: positions)
  }
}

extension DatasetDeclaration {
  /// Whether every file must have the field, and every row a value in it.
  func isRequired(_ field: Int) -> Bool {
    field == regionField || date == .field(field) || key.contains(field) || fields[field].constraints.required
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
