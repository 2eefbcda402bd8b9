import Reading

/// A table's top records, and what they are as headers.
struct HeaderRows {
  private struct Row {
    var line: Int
    var texts: [String]
    var folded: [String]
    var lines: [Int]
    var isFaulty: Bool
    var scannerBehind: CSVScanner
  }

  private var rows: [Row] = []
  private let layout: RecordLayout

  /// Reads as many records as a header is looked for in.
  init(_ start: CSVScanner, layout: RecordLayout) {
    self.layout = layout
    var scanner = start
    var record = CSVRecord()
    while rows.count < HeaderSearch.depth, scanner.next(into: &record) {
      let texts = record.fields.map { scanner.text($0).trimmingBlanks }
      rows.append(
        Row(
          line: record.line, texts: texts.map { String($0.prefix(60)) }, folded: texts.map(HeadingFold.fold),
          lines: record.fields.map { scanner.line(of: $0, in: record) }, isFaulty: record.isFaulty,
          scannerBehind: scanner))
    }
  }

  /// What is wrong in the records.
  var faults: [CSVFault] { rows.last?.scannerBehind.faults ?? [] }

  func scanner(behind candidate: HeaderCandidate) -> CSVScanner {
    rows[candidate.records.upperBound - 1].scannerBehind
  }

  /// Headers of one record and more that begin at some of the records.
  func candidates(startingIn starts: Range<Int>, _ names: HeadingNames) -> [HeaderCandidate] {
    starts.clamped(to: rows.indices).flatMap { start in
      (1...HeaderSearch.mostRecords).filter { start + $0 <= rows.count }.map {
        candidate(start..<(start + $0), names)
      }
    }
  }

  private func candidate(_ records: Range<Int>, _ names: HeadingNames) -> HeaderCandidate {
    let last = rows[records.upperBound - 1]
    let filled = filled(records)
    let headings = last.texts.indices.map { column in
      var path: [(row: Int, folded: String, text: String)] = []
      for (row, cells) in zip(records, filled) {
        guard let source = cells[column], path.last?.folded != rows[row].folded[source] else { continue }
        path.append((row, rows[row].folded[source], rows[row].texts[source]))
      }
      let line = path.last.map { rows[$0.row] }.flatMap {
        column < $0.lines.count ? $0.lines[column] : $0.line
      }
      return HeaderCandidate.Heading(
        text: path.map(\.text).joined(separator: "/"), line: line ?? last.line,
        field: names.field(ofPath: path.map(\.folded)))
    }
    return HeaderCandidate(
      records: records, line: last.line, headings: headings,
      isFaulty: records.contains { rows[$0].isFaulty }, cutsMergedCells: cutsMergedCells(records))
  }

  /// By record and column: the column whose text holds there, `nil` where none does. In the upper records a heading holds
  /// over the empty columns to its right, as far as the heading above it does.
  private func filled(_ records: Range<Int>) -> [[Int?]] {
    let width = rows[records.upperBound - 1].texts.count
    var result: [[Int?]] = []
    for row in records {
      let folded = rows[row].folded
      let isLowest = row == records.upperBound - 1
      var cells: [Int?] = []
      for column in 0..<width {
        if column < folded.count, !folded[column].isEmpty {
          cells.append(column)
        } else if isLowest || column == 0 || !continues(column, above: result)
          || !hasText(column, below: row, in: records)
        {
          cells.append(nil)
        } else {
          cells.append(cells[column - 1])
        }
      }
      result.append(cells)
    }
    return result
  }

  /// Whether a record below has text of its own in a column: where none has, no heading reaches over it.
  private func hasText(_ column: Int, below row: Int, in records: Range<Int>) -> Bool {
    records.contains { $0 > row && column < rows[$0].folded.count && !rows[$0].folded[column].isEmpty }
  }

  /// Whether every record above holds the same heading over a column as over the one to its left.
  private func continues(_ column: Int, above: [[Int?]]) -> Bool {
    above.allSatisfy { $0[column] == $0[column - 1] }
  }

  private func cutsMergedCells(_ records: Range<Int>) -> Bool {
    guard !layout.merges.isEmpty else { return false }
    let first = layout.row(ofLine: rows[records.lowerBound].line)
    let last = layout.row(ofLine: rows[records.upperBound - 1].line)
    return layout.merges.contains { merge in
      merge.rows.overlaps(first...last) && !(first <= merge.rows.lowerBound && merge.rows.upperBound <= last)
    }
  }
}
