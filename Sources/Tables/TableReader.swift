import Common
import Reading

/// Reads a dataset's files into a table.
package enum TableReader {
  /// Reads every file, reports all that is wrong in them, and settles what was sent twice.
  ///
  /// - Parameters:
  ///   - files: the dataset's, in the byte order of their paths; or the output of its command.
  ///   - tree: the places.
  ///   - site: gives the root, the period, and what becomes of rows with a refused cell.
  ///   - asOf: the reporting day; later rows do not exist.
  ///   - knownBy: the last day on which a row may have become known; one that does not say when is known.
  ///   - explained: what `corrections.yaml` says of changes that would break a check.
  /// - Returns: the rows that could be read; `nil` when there were files and none of them could be, or when
  ///   the region the dataset is about does not exist. A finding says why.
  /// - Complexity: O(n log n) in the files' rows, O(n) where days stand in order.
  package static func read(
    declaration: DatasetDeclaration, files: [SourceFile], tree: RegionTree, site: SiteDeclaration,
    asOf: CivilDate?, knownBy: CivilDate? = nil, explained: Set<ExplainedChange> = [],
    findings: inout Findings
  ) -> Table? {
    var reading = DatasetReading()
    return read(
      declaration: declaration, files: files, tree: tree, site: site, asOf: asOf, knownBy: knownBy,
      explained: explained, reading: &reading, findings: &findings)
  }

  /// The same, with what became of every file and row.
  package static func read(
    declaration: DatasetDeclaration, files: [SourceFile], tree: RegionTree, site: SiteDeclaration,
    asOf: CivilDate?, knownBy: CivilDate? = nil, explained: Set<ExplainedChange> = [],
    reading: inout DatasetReading,
    findings: inout Findings
  ) -> Table? {
    let code = declaration.within ?? site.root
    guard case .found(let within) = tree.find(code) else {
      // That the site's own root does not exist is said where it is written.
      if declaration.within != nil {
        findings.add(Diagnostic(.withinNotFound, at: declaration.location, ["found": code]))
      }
      return nil
    }
    let data = files.filter { !RecordOpener.isLeftover($0.path) }
    if data.isEmpty {
      findings.add(
        Diagnostic(
          .noDataFiles, .warning, at: declaration.location,
          ["dataset": declaration.title, "files": declaration.files ?? ""]))
    }
    var reader = RowReader(declaration, tree: tree, within: within, site: site, asOf: asOf, knownBy: knownBy)
    let opener = RecordOpener(declaration: declaration, search: reader.search)
    // One file's records at a time are held.
    for file in data {
      let (findings, read) = (reader.findings.items.count, reader.filesRead)
      reader.read(opener.open(file, findings: &reader.findings))
      if reader.filesRead == read {
        reading.unread.append(
          DatasetReading.Unread(file: file.path, reasons: Array(reader.findings.items[findings...])))
      }
    }
    let table = data.isEmpty || reader.filesRead > 0 ? settled(&reader, explained) : nil
    reading.sources = reader.builder.sources
    findings.add(contentsOf: reader.findings)
    return table
  }

  /// The table of all that was read, held against what is declared.
  static func settled(_ reader: inout RowReader, _ explained: Set<ExplainedChange> = []) -> Table {
    let tree = reader.tree
    reader.reportPassedOver()
    AbsentColumns(reader.builder).report(findings: &reader.findings)
    reader.builder.shareKeyColumns()
    KeyCheck(tree: tree).settle(&reader.builder, findings: &reader.findings)
    reader.builder.countAccepted()
    let level = UnitLevel(tree: tree).level(of: reader.builder, findings: &reader.findings)
    DeclaredChecks(builder: reader.builder, tree: tree, level: level, explained: explained)
      .run(findings: &reader.findings)
    return reader.builder.table(level: level, within: reader.within)
  }
}
