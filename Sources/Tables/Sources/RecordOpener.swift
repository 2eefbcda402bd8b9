import Common
import Reading

/// Makes records of a dataset's files, each by its kind.
struct RecordOpener {
  let declaration: DatasetDeclaration
  let search: HeaderSearch

  /// - Returns: a file's tables; none where a finding says why.
  func open(_ file: SourceFile, findings: inout Findings) -> [RecordFile] {
    if declaration.command != nil { return text(file, findings: &findings) }
    let rule: Rule
    switch kind(of: file.path) {
    case "csv", "tsv", "txt": return text(file, findings: &findings)
    case "json": return json(file, findings: &findings)
    case "xlsx", "xlsm": return WorkbookOpener(declaration: declaration).open(file, findings: &findings)
    case "xls", "xlsb", "ods", "et": rule = .oldSpreadsheet
    default: rule = .unknownFileKind
    }
    findings.add(Diagnostic(rule, at: Location(file: file.path), ["found": String(Self.name(file.path))]))
    return []
  }

  /// What a spreadsheet program leaves beside an open file, and what a system hides.
  static func isLeftover(_ path: String) -> Bool {
    let name = name(path)
    return name.hasPrefix("~$") || name.hasPrefix(".")
  }

  private func text(_ file: SourceFile, findings: inout Findings) -> [RecordFile] {
    TableText.read(file, findings: &findings).map { [RecordFile(path: file.path, bytes: $0)] } ?? []
  }

  private func json(_ file: SourceFile, findings: inout Findings) -> [RecordFile] {
    guard let text = TableText.read(file, findings: &findings) else { return [] }
    let records = JSONRecords(path: file.path, text: text) { search.field(of: $0) }
    return records.read(findings: &findings).map { [$0] } ?? []
  }

  private func kind(of path: String) -> String {
    let parts = Self.name(path).split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
  }

  private static func name(_ path: String) -> Substring {
    path.split(separator: "/").last ?? path[...]
  }
}
