/// Blocks of raw HTML, as CommonMark tells them from text. They are reported elsewhere; here they are passed over.
enum HTMLBlock {
  enum End {
    case blankLine
    /// A line that holds the text.
    case text([UInt8])

    var isBlankLine: Bool { if case .blankLine = self { true } else { false } }
  }

  /// How the block ends that begins with the line; `nil` where none does.
  static func start(_ line: ArraySlice<UInt8>, interrupts: Bool) -> End? {
    guard line.first == 0x3C else { return nil }
    let rest = line.dropFirst()
    if rest.starts(with: [0x21, 0x2D, 0x2D]) { return .text([0x2D, 0x2D, 0x3E]) }
    if rest.first == 0x3F { return .text([0x3F, 0x3E]) }
    if rest.first == 0x21, let letter = rest.dropFirst().first, isLetter(letter) { return .text([0x3E]) }
    let isClosing = rest.first == 0x2F
    let name = rest.dropFirst(isClosing ? 1 : 0).prefix {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard let first = name.first, isLetter(first) else { return nil }
    let behind = line[name.endIndex...].first
    guard behind.map({ [0x20, 0x09, 0x3E, 0x2F].contains($0) }) ?? true else { return nil }
    let tag = String(decoding: name, as: UTF8.self).lowercased()
    if !isClosing, ["script", "pre", "style", "textarea"].contains(tag) {
      return .text(Array("</\(tag)>".utf8))
    }
    if blocks.contains(tag) { return .blankLine }
    // Any other tag begins a block when it stands alone on its line.
    guard !interrupts, let close = line.firstIndex(of: 0x3E) else { return nil }
    return line[(close + 1)...].allSatisfy { $0 == 0x20 || $0 == 0x09 } ? .blankLine : nil
  }

  static func ends(_ line: ArraySlice<UInt8>, _ end: End) -> Bool {
    guard case .text(let text) = end, let first = text.first else { return false }
    return line.indices.contains { line[$0] == first && line[$0...].starts(with: text) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "html",
    "iframe", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "search", "section",
    "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]
}
