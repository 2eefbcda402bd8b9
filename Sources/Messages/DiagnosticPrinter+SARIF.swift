import Common

/// SARIF 2.1.0 (OASIS): one run, the rules that were broken, the results with their places.
extension DiagnosticPrinter {
  func writeSARIF(_ diagnostics: [Diagnostic], into writer: inout JSONWriter) {
    let rules = Set(diagnostics.map(\.rule.id)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let index = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    writer.beginObject()
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    writeTool(rules, into: &writer)
    writer.member("language", catalogue.language == .chinese ? "zh-CN" : "en-US")
    writer.member("columnKind", "unicodeCodePoints")
    writer.key("results")
    writer.beginArray()
    for diagnostic in diagnostics {
      writeResult(diagnostic, ruleIndex: index[diagnostic.rule.id], into: &writer)
    }
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
  }

  private func writeTool(_ rules: [String], into writer: inout JSONWriter) {
    writer.key("tool")
    writer.beginObject()
    writer.key("driver")
    writer.beginObject()
    writer.member("name", "jianbao")
    writer.member("version", version)
    writer.key("rules")
    writer.beginArray()
    for id in rules {
      writer.beginObject()
      writer.member("id", id)
      if let entry = catalogue.entries[id] {
        writeMessage("shortDescription", entry.says.filled { _ in "…" }, into: &writer)
        if let remedy = entry.remedy { writeMessage("help", remedy.filled { _ in "…" }, into: &writer) }
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endObject()
  }

  private func writeMessage(_ name: String, _ text: String, into writer: inout JSONWriter) {
    writer.key(name)
    writer.beginObject()
    writer.member("text", text)
    writer.endObject()
  }

  private func writeResult(_ diagnostic: Diagnostic, ruleIndex: Int?, into writer: inout JSONWriter) {
    let printable = diagnostic.printable
    let message = catalogue.message(for: printable)
    let remedy = message.do.map { catalogue.text("cli.fix", ["do": $0]) }
    let lines = [message.says, list(printable), nearest(printable), remedy].compactMap { $0 }
    writer.beginObject()
    writer.member("ruleId", diagnostic.rule.id)
    if let ruleIndex { writer.member("ruleIndex", ruleIndex) }
    writer.member("level", diagnostic.severity.sarifLevel)
    writeMessage("message", lines.joined(separator: "\n"), into: &writer)
    writer.key("locations")
    writer.beginArray()
    if let location = diagnostic.location { writeLocation(location, into: &writer) }
    writer.endArray()
    writer.endObject()
  }

  private func writeLocation(_ location: Location, into writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("physicalLocation")
    writer.beginObject()
    writer.key("artifactLocation")
    writer.beginObject()
    writer.member("uri", ArtifactURI.make(location.file))
    writer.endObject()
    if case .text(let line, let column) = location.position {
      writer.key("region")
      writer.beginObject()
      writer.member("startLine", line)
      // The column of a table is a field's number, which SARIF has no word for.
      if !location.isInTable { writer.member("startColumn", column) }
      writer.endObject()
    }
    writer.endObject()
    if case .cell(let sheet, let cell) = location.position {
      writer.key("logicalLocations")
      writer.beginArray()
      writer.beginObject()
      writer.member("fullyQualifiedName", "\(sheet)!\(cell)")
      writer.endObject()
      writer.endArray()
    }
    writer.endObject()
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .remark: "note"
    }
  }
}

extension Location {
  fileprivate var isInTable: Bool {
    let name = file.lowercased()
    return [".csv", ".tsv"].contains { name.hasSuffix($0) }
  }
}
