import Common
import Messages
import Preview
import Reading

extension PreviewReport {
  /// How many findings are sent to a page; the rest are in the terminal.
  private static let most = 50
  /// How many characters of a source line.
  private static let longest = 240

  /// Findings in words, each with the line it speaks of as the file has it now.
  ///
  /// - Parameter isStale: Whether errors keep the last good page where it is.
  init(_ findings: Findings, in catalogue: MessageCatalogue, isStale: Bool) {
    let all = findings.sorted()
    let first = Severity.allCases.reversed().flatMap { severity in all.filter { $0.severity == severity } }
      .prefix(Self.most)
    var files = SourceLines()
    let counts: [(key: String, severity: Severity)] = [
      ("cli.preview.errors", .error), ("cli.preview.warnings", .warning), ("cli.preview.remarks", .remark),
    ]
    let parts = counts.compactMap { key, severity -> String? in
      let count = all.count { $0.severity == severity }
      return count == 0 ? nil : catalogue.text(key, ["count": String(count)])
    }
    self.init(
      items: first.map { Item($0, in: catalogue, files: &files) },
      summary: parts.joined(separator: catalogue.text("cli.list-separator")),
      note: isStale ? catalogue.text("cli.preview.stale") : "", hide: catalogue.text("cli.preview.hide"),
      language: catalogue.language.rawValue)
  }

  /// The lines of files that findings speak of, each file read once.
  fileprivate struct SourceLines {
    private var files: [String: [ArraySlice<UInt8>]] = [:]

    mutating func text(_ file: String, _ line: Int) -> String? {
      if files[file] == nil {
        var ignored = Findings()
        let bytes = SourceFolder(path: ".").read(file, limit: Limits.data, findings: &ignored)?.bytes ?? []
        files[file] = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      }
      guard let lines = files[file], lines.indices.contains(line - 1) else { return nil }
      let text = String(decoding: lines[line - 1], as: UTF8.self)
      return String(
        text.unicodeScalars.filter { $0 != "\r" && $0 != "\u{FEFF}" }.prefix(PreviewReport.longest).map(
          Character.init))
    }
  }
}

extension PreviewReport.Item {
  fileprivate init(
    _ finding: Diagnostic, in catalogue: MessageCatalogue, files: inout PreviewReport.SourceLines
  ) {
    var printable = finding
    for index in printable.arguments.indices {
      printable.arguments[index].value = PrintableText.make(printable.arguments[index])
    }
    let message = catalogue.message(for: printable)
    let near = finding.suggestions.map { PrintableText.make($0) }.joined(
      separator: catalogue.text("cli.list-separator"))
    var advice: [String] = []
    if !near.isEmpty { advice.append(catalogue.text("cli.nearest", ["names": near])) }
    if let remedy = message.do { advice.append(catalogue.text("cli.fix", ["do": remedy])) }
    var place: (line: Int, column: Int)?
    if case .text(let line, let column) = finding.location?.position { place = (line, column) }
    let file = finding.location?.file ?? ""
    // In a table the column is a field's number.
    let isTable = file.hasSuffix(".csv") || file.hasSuffix(".tsv")
    self.init(
      severity: finding.severity, label: catalogue.text(finding.severity.key), message: message.says,
      advice: advice,
      place: finding.location.map { PrintableText.make($0.description) }, line: place?.line,
      column: isTable ? nil : place?.column, text: place.flatMap { files.text(file, $0.line) })
  }
}

extension Severity {
  fileprivate var key: String {
    switch self {
    case .error: "cli.error"
    case .warning: "cli.warning"
    case .remark: "cli.remark"
    }
  }
}
