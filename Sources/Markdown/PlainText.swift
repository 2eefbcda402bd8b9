import CommonMark

/// What is inside a node as plain text: for headings' ids, alternative texts and the opening.
struct PlainText {
  private(set) var bytes: [UInt8] = []
  /// In order; the text leaves them out.
  private(set) var figures: [FigureMark] = []
  private var breakBefore: Unicode.Scalar?

  /// - Complexity: O(nodes inside).
  init(inside node: borrowing MarkdownEvent, source: PreparedSource) {
    var text = PlainText()
    node.forEachInside { event in
      guard event.isEntering else { return }
      switch event.kind {
      case .text, .code: event.withLiteral { text.append($0, isCode: event.kind == .code, source: source) }
      case .softBreak: text.softBreak()
      case .lineBreak: text.bytes.append(0x20)
      default: break
      }
    }
    self = text
  }

  private init() {}

  /// The text without white space at its ends.
  var string: String {
    var text = bytes[...]
    while let first = text.first, first <= 0x20 { text = text.dropFirst() }
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func softBreak() {
    breakBefore = EastAsianText.scalar(in: bytes, before: bytes.count) ?? " "
  }

  private mutating func append(_ literal: UnsafeBufferPointer<UInt8>, isCode: Bool, source: PreparedSource) {
    if let before = breakBefore, let after = EastAsianText.first(of: literal) {
      if !EastAsianText.joins(before, after) { bytes.append(0x20) }
      breakBefore = nil
    }
    if isCode {
      bytes.append(contentsOf: source.restored(literal).bytes)
      return
    }
    source.forEachRun(in: literal) { run in
      switch run {
      case .text(let part): bytes.append(contentsOf: part)
      case .mark(let mark):
        switch mark.kind {
        case .escaped(let byte): bytes.append(byte)
        case .footnote: break
        case .unknownFootnote: bytes.append(contentsOf: source.source.bytes[mark.range])
        case .figure, .unclosed, .fullWidth: figures.append(mark)
        }
      }
    }
  }
}
