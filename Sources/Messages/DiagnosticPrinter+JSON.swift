import Common

extension DiagnosticPrinter {
  /// An array of objects that all have the same members; what does not apply is `null`.
  ///
  /// Arguments, suggestions and names are whole; in `message` and `fix` long values are shortened.
  package func writeJSON(_ diagnostics: [Diagnostic], into writer: inout JSONWriter) {
    writer.beginArray()
    for diagnostic in diagnostics {
      let message = catalogue.message(for: diagnostic.printable)
      writer.beginObject()
      writer.member("rule", diagnostic.rule.id)
      writer.member("severity", diagnostic.severity.rawValue)
      writePlace(diagnostic.location, into: &writer)
      writer.member("message", message.says)
      writer.member("fix", message.do)
      writer.member("suggestions", diagnostic.suggestions)
      writer.member("names", diagnostic.names)
      writer.key("arguments")
      writer.beginObject()
      for argument in diagnostic.arguments { writer.member(argument.name, argument.value) }
      writer.endObject()
      writer.endObject()
    }
    writer.endArray()
  }

  private func writePlace(_ location: Location?, into writer: inout JSONWriter) {
    var text: (line: Int, column: Int)?
    var cell: (sheet: String, cell: String)?
    switch location?.position {
    case .text(let line, let column): text = (line, column)
    case .cell(let sheet, let name): cell = (sheet, name)
    case .whole, nil: break
    }
    writer.member("file", location?.file)
    writer.member("line", text?.line)
    writer.member("column", text?.column)
    writer.member("sheet", cell?.sheet)
    writer.member("cell", cell?.cell)
  }
}
