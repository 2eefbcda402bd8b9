import Common

extension RegionTree {
  /// Reads `regions.csv`.
  ///
  /// A row with a fault stands in the tree all the same where it has a code, so that its name is known to what is
  /// checked later.
  ///
  /// - Parameters:
  ///   - levels: top first; `nil` when `site.yaml` could not be read, and levels are not checked.
  ///   - base: the declared base columns; `nil` the same, and columns that are not known are passed over.
  /// - Returns: `nil` when the file is no such table.
  /// - Complexity: O(n log n) in rows.
  package static func read(
    _ source: SourceFile, levels: [RegionLevel]?, base: [SiteDeclaration.BaseColumnDeclaration]?,
    findings: inout Findings
  ) -> RegionTree? {
    guard let text = TableText.read(source, findings: &findings) else { return nil }
    let read = text.withUnsafeBufferPointer { bytes -> (rows: [RegionRow], columns: RegionColumns)? in
      var scanner = CSVScanner(bytes)
      var record = CSVRecord()
      defer { for fault in scanner.faults { findings.add(fault.diagnostic(file: source.path)) } }
      guard scanner.next(into: &record),
        let columns = RegionColumns(
          header: record.fields.map { scanner.text($0) }, line: record.line, base: base, file: source.path,
          findings: &findings)
      else { return nil }
      let reader = RegionRowReader(file: source.path, columns: columns, levels: levels, base: base ?? [])
      var rows: [RegionRow] = []
      while scanner.next(into: &record) {
        if scanner.isBlank(record) { continue }
        if let row = reader.read(record, of: scanner, findings: &findings) { rows.append(row) }
      }
      return (rows, columns)
    }
    guard let read else { return nil }
    guard !read.rows.isEmpty else {
      findings.add(Diagnostic(.noRegions, at: Location(file: source.path)))
      return nil
    }
    var builder = RegionTreeBuilder(rows: read.rows, columns: read.columns, file: source.path)
    return builder.build(levels: levels, base: base ?? [], findings: &findings)
  }
}
