import Common

/// A Markdown body as libcmark gets it, and the way back to the file.
///
/// Every `{{…}}` is one opaque word for the parser, so that nothing inside is taken for emphasis or a table's cell:
/// U+FDD0, its number, U+FDD1. Both are noncharacters, refused in input.
struct PreparedSource: Sendable {
  /// Some bytes of the output that stand for others of the source.
  struct Edit: Sendable {
    var output: Range<Int>
    var source: Range<Int>
  }

  static let open: [UInt8] = [0xEF, 0xB7, 0x90]
  static let close: [UInt8] = [0xEF, 0xB7, 0x91]

  let source: SourceText
  /// The body's first byte in the file.
  let start: Int
  let bytes: [UInt8]
  let lines: LineIndex
  let marks: [FigureMark]
  /// In order.
  let edits: [Edit]
  /// In the order of the file. Each stands in `bytes` as a quotation, before the body.
  let footnotes: [FootnoteDefinition]
  /// Whether some text may be struck out.
  let hasTildes: Bool

  init(
    source: SourceText, start: Int, bytes: [UInt8], marks: [FigureMark], edits: [Edit],
    footnotes: [FootnoteDefinition], hasTildes: Bool
  ) {
    self.source = source
    self.start = start
    self.bytes = bytes
    lines = LineIndex(bytes)
    self.marks = marks
    self.edits = edits
    self.footnotes = footnotes
    self.hasTildes = hasTildes
  }

  /// A text that is parsed as it stands.
  init(unchanged source: SourceText) {
    self.init(
      source: source, start: 0, bytes: source.bytes, marks: [], edits: [], footnotes: [], hasTildes: false)
  }

  /// The offset in the file of an offset in `bytes`.
  ///
  /// - Complexity: O(log edits).
  func sourceOffset(_ offset: Int) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].output.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return start + offset }
    let edit = edits[low - 1]
    if edit.output.contains(offset) { return edit.source.lowerBound }
    return edit.source.upperBound + offset - edit.output.upperBound
  }

  func location(at offset: Int) -> Location {
    source.location(at: sourceOffset(offset))
  }

  /// The place of a block, as libcmark counts its line and byte.
  func location(line: Int, column: Int) -> Location {
    location(at: offset(line: line) + max(0, column - 1))
  }

  /// The first byte of a line of `bytes`, counted from 1.
  func offset(line: Int) -> Int {
    lines.starts[min(max(0, line - 1), lines.starts.count - 1)]
  }

  /// A line without its ending.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    let end = number < lines.starts.count ? lines.starts[number] : bytes.count
    var line = bytes[offset(line: number)..<end]
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    return line
  }

  /// A stretch of text or a mark in it.
  enum Run {
    case text(UnsafeBufferPointer<UInt8>)
    case mark(FigureMark)
  }

  /// Takes apart a text that came out of libcmark.
  ///
  /// - Complexity: O(bytes).
  func forEachRun(in text: UnsafeBufferPointer<UInt8>, _ body: (Run) -> Void) {
    guard !edits.isEmpty else {
      if !text.isEmpty { body(.text(text)) }
      return
    }
    var copied = 0
    var index = 0
    func flush(_ end: Int) {
      if copied < end { body(.text(UnsafeBufferPointer(rebasing: text[copied..<end]))) }
    }
    while index < text.count {
      switch text[index] {
      case 0xEF:
        guard let (mark, end) = mark(in: text, at: index) else { break }
        flush(index)
        body(.mark(mark))
        (index, copied) = (end, end)
        continue
      case 0xF0 where text[index...].starts(with: EmphasisGuard.character):
        flush(index)
        index += 4
        copied = index
        continue
      default: break
      }
      index += 1
    }
    flush(text.count)
  }

  private func mark(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> (FigureMark, Int)? {
    guard text[start...].starts(with: Self.open) else { return nil }
    var index = start + 3
    var number = 0
    while index < text.count, (0x30...0x39).contains(text[index]), number < marks.count {
      number = number * 10 + Int(text[index] - 0x30)
      index += 1
    }
    guard number < marks.count, index > start + 3, text[index...].starts(with: Self.close) else { return nil }
    return (marks[number], index + 3)
  }

  /// The text as it stands in the file, and whether it holds a figure.
  ///
  /// - Parameter isLiteral: `false` for addresses and titles, where a backslash is gone and its character stays.
  func restored(
    _ text: UnsafeBufferPointer<UInt8>, isLiteral: Bool = true
  ) -> (bytes: [UInt8], figure: FigureMark?) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var figure: FigureMark?
    forEachRun(in: text) { run in
      switch run {
      case .text(let part): bytes.append(contentsOf: part)
      case .mark(let mark):
        if case .escaped(let byte) = mark.kind, !isLiteral {
          bytes.append(byte)
        } else {
          bytes.append(contentsOf: source.bytes[mark.range])
        }
        if mark.isFigure, figure == nil { figure = mark }
      }
    }
    return (bytes, figure)
  }

  func restored(_ text: [UInt8], isLiteral: Bool = true) -> (bytes: [UInt8], figure: FigureMark?) {
    text.withUnsafeBufferPointer { restored($0, isLiteral: isLiteral) }
  }
}
