import Common
import CommonMark
import YAML

extension BodyWriter {
  mutating func codeBlock(_ event: borrowing MarkdownEvent) {
    startBlock()
    let info = String(decoding: source.restored(event.info, isLiteral: false).bytes, as: UTF8.self)
    let words = info.split { $0 == " " || $0 == "\t" }
    let word = words.first.map(String.init) ?? ""
    guard options.hasSite else {
      listing(event, language: word)
      return
    }
    switch Directive.Kind.read(word) {
    case .code: listing(event, language: word)
    case .misspelt(let names):
      findings.add(
        Diagnostic(.markdownUnknownDirective, at: wordLocation(event), ["found": word], suggestions: names))
    case .directive where !event.isTopLevel:
      findings.add(Diagnostic(.markdownNestedDirective, at: wordLocation(event), ["found": word]))
    case .directive(let kind):
      if words.count > 1 {
        findings.add(
          Diagnostic(
            .markdownDirectiveExtraWords, .warning, at: wordLocation(event),
            ["found": words.dropFirst().joined(separator: " ")]))
      }
      directive(kind, event)
    }
  }

  private mutating func listing(_ event: borrowing MarkdownEvent, language: String) {
    output.startLine()
    output.write("<pre><code")
    if !language.isEmpty {
      output.write(" class=\"language-")
      output.write(escaped: Array(language.utf8))
      output.write("\"")
    }
    output.write(">")
    output.write(escaped: event.withLiteral { source.restored($0).bytes })
    output.write("</code></pre>\n")
  }

  /// The body is read from the file itself: there it has its own columns.
  private mutating func directive(_ kind: Directive.Kind, _ event: borrowing MarkdownEvent) {
    let file = source.source
    let fence = file.lines.line(of: source.sourceOffset(source.offset(line: event.line)))
    let count = event.withLiteral { LineIndex($0).starts.count - 1 }
    let first = min(fence + 1, file.lines.starts.count - 1)
    let end = first + count < file.lines.starts.count ? file.lines.starts[first + count] : file.bytes.count
    let lines = file.lines.starts[first]..<max(end, file.lines.starts[first])
    let body =
      count == 0
      ? nil
      : YAMLParser.parse(file.bytes[lines], file: file.path, firstLine: first + 1, findings: &findings)
    output.startLine()
    output.append(.directive(Directive(kind: kind, body: body, location: wordLocation(event))))
  }

  /// The place of the info string's first word.
  private func wordLocation(_ event: borrowing MarkdownEvent) -> Location {
    let line = source.line(event.line)
    var index = min(line.endIndex, line.startIndex + max(0, event.column - 1))
    while index < line.endIndex, [0x60, 0x7E, 0x20, 0x09].contains(line[index]) { index += 1 }
    return source.location(at: index)
  }
}
