import Common
import CommonMark

extension BodyWriter {
  mutating func htmlBlock(_ event: borrowing MarkdownEvent) {
    startBlock()
    output.startLine()
    let text = event.withLiteral { source.restored($0).bytes }
    if event.isTopLevel, event.withLiteral({ MoreMark.matches($0) }) { endExcerpt() }
    if !Self.isComment(text) { report(text, at: source.location(line: event.line, column: event.column)) }
  }

  mutating func htmlInline(_ event: borrowing MarkdownEvent) {
    let text = event.withLiteral { source.restored($0).bytes }
    if Self.isComment(text) { return }
    if text.starts(with: [0x3C, 0x2F]) {
      if openRawTags > 0 {
        openRawTags -= 1
        return
      }
    } else {
      openRawTags += 1
    }
    report(text, at: source.location(of: event))
  }

  private mutating func report(_ text: [UInt8], at place: Location) {
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    let tag = line.firstIndex(of: 0x3E).map { line[...$0] } ?? line
    let shown = String(String(decoding: tag, as: UTF8.self).prefix(60))
    findings.add(Diagnostic(.markdownRawHTML, .warning, at: place, ["found": shown]))
  }

  /// A comment is meant not to be printed: no finding, where nothing else stands beside it.
  private static func isComment(_ text: [UInt8]) -> Bool {
    guard text.starts(with: [0x3C, 0x21, 0x2D, 0x2D]) else { return false }
    var index = 4
    while index < text.count, !text[index...].starts(with: [0x2D, 0x2D, 0x3E]) { index += 1 }
    return text.dropFirst(index + 3).allSatisfy { $0 <= 0x20 }
  }
}
