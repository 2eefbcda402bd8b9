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
  /// - Returns: the rows that could be read; `nil` when there were files and none of them could be, or when
  ///   the region the dataset is about does not exist. A finding says why.
  /// - Complexity: O(n log n) in the files' rows, O(n) where days stand in order.
  package static func read(
    declaration: DatasetDeclaration, files: [SourceFile], tree: RegionTree, site: SiteDeclaration,
    asOf: CivilDate?, findings: inout Findings
  ) -> Table? {
    let code = declaration.within ?? site.root
    guard case .found(let within) = tree.find(code) else {
      // That the site's own root does not exist is said where it is written.
      if declaration.within != nil {
        findings.add(Diagnostic(.withinNotFound, at: declaration.location, ["found": code]))
      }
      return nil
    }
    var reader = RowReader(declaration, tree: tree, within: within, site: site, asOf: asOf)
    let data = files.filter { !isLeftover($0.path) }
    if data.isEmpty {
      findings.add(
        Diagnostic(
          .noDataFiles, .warning, at: declaration.location,
          ["dataset": declaration.title, "files": declaration.files ?? ""]))
    }
    for file in data where isTable(file.path, declaration, findings: &findings) { reader.read(file) }
    defer { findings.add(contentsOf: reader.findings) }
    guard data.isEmpty || reader.filesRead > 0 else { return nil }
    reader.builder.shareKeyColumns()
    KeyCheck(tree: tree).settle(&reader.builder, findings: &reader.findings)
    DeclaredChecks(builder: reader.builder, tree: tree).run(findings: &reader.findings)
    let level = UnitLevel(tree: tree).level(of: reader.builder, findings: &reader.findings)
    return reader.builder.table(level: level, within: within)
  }

  /// What a spreadsheet program leaves beside an open file, and what a system hides.
  private static func isLeftover(_ path: String) -> Bool {
    let name = name(path)
    return name.hasPrefix("~$") || name.hasPrefix(".")
  }

  private static func name(_ path: String) -> Substring {
    path.split(separator: "/").last ?? path[...]
  }

  /// Whether a file is read here, by its name.
  private static func isTable(
    _ path: String, _ declaration: DatasetDeclaration, findings: inout Findings
  ) -> Bool {
    if declaration.command != nil { return true }
    let name = name(path)
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let kind = parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
    let rule: Rule
    switch kind {
    case "csv", "tsv", "txt": return true
    case "xlsx", "json": rule = .spreadsheetNotRead
    case "xls", "ods", "et": rule = .oldSpreadsheet
    default: rule = .unknownFileKind
    }
    findings.add(Diagnostic(rule, at: Location(file: path), ["found": String(name)]))
    return false
  }
}
