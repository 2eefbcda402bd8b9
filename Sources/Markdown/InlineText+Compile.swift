import Common

extension InlineText {
  /// Reads a line of plain text that may hold inline figures; `\{{` is a literal `{{`.
  ///
  /// - Parameter start: The place of the text's first character.
  /// - Complexity: O(bytes), and the rest of the line for each pair of braces.
  package static func compile(_ text: String, at start: Location, findings: inout Findings) -> InlineText {
    let bytes = Array(text.utf8)
    var runs: [Run] = []
    var plain: [UInt8] = []

    func location(_ offset: Int) -> Location {
      guard case .text(let line, let column) = start.position else { return start }
      let before = bytes[..<offset].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      return Location(file: start.file, line: line, column: column + before)
    }
    func flush() {
      if !plain.isEmpty { runs.append(.text(String(decoding: plain, as: UTF8.self))) }
      plain.removeAll()
    }

    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [0x5C, 0x7B, 0x7B]) {
        plain.append(contentsOf: [0x7B, 0x7B])
        index += 3
        continue
      }
      guard let mark = FigureMark(in: bytes, at: index, end: bytes.count) else {
        plain.append(bytes[index])
        index += 1
        continue
      }
      if case .figure(let content) = mark.kind {
        let reference = FigureSyntax.parse(
          String(decoding: bytes[content], as: UTF8.self), at: location(content.lowerBound),
          braces: location(index), findings: &findings)
        flush()
        if let reference { runs.append(.figure(reference)) }
      } else {
        let found = String(decoding: bytes[mark.range], as: UTF8.self)
        let rule: Rule = mark.kind == .fullWidth ? .markdownFullWidthBraces : .markdownFigureUnclosed
        findings.add(Diagnostic(rule, at: location(index), ["found": found]))
        plain.append(contentsOf: bytes[mark.range])
      }
      index = mark.range.upperBound
    }
    flush()
    return InlineText(runs: runs)
  }
}
