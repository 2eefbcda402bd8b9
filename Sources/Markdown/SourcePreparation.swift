import Common

/// Marks figures, footnotes, escaped signs and emphasis in a Markdown body before it is parsed.
struct SourcePreparation {
  private let source: SourceText
  private let body: Range<Int>
  private let marksPipes: Bool
  private let footnotes: FootnoteScan
  private var output: [UInt8] = []
  private var edits: [PreparedSource.Edit] = []
  private var marks: [FigureMark] = []
  /// What is being read: the body up to a footnote, or a line of one.
  private var part: Range<Int>
  /// Source bytes before this one are in the output.
  private var copied: Int
  private var hasTildes = false

  /// Prepares the bytes of `body`, which are valid UTF-8 without NUL.
  ///
  /// - Complexity: O(bytes).
  static func prepare(
    _ source: SourceText, body: Range<Int>, findings: inout Findings
  ) -> PreparedSource {
    var preparation = SourcePreparation(
      source: source, body: body, footnotes: FootnoteScan(source, body: body, findings: &findings))
    preparation.run(findings: &findings)
    return PreparedSource(
      source: source, start: body.lowerBound, bytes: preparation.output, marks: preparation.marks,
      edits: preparation.edits, footnotes: preparation.footnotes.definitions,
      hasTildes: preparation.hasTildes)
  }

  private init(source: SourceText, body: Range<Int>, footnotes: FootnoteScan) {
    self.source = source
    self.body = body
    self.footnotes = footnotes
    part = body
    copied = body.lowerBound
    marksPipes = TableShape.mayOccur(in: source.bytes[body])
    output.reserveCapacity(body.count + body.count / 8)
  }

  /// Footnotes go first, each as a quotation: whatever a text leaves open ends there.
  private mutating func run(findings: inout Findings) {
    for footnote in footnotes.definitions {
      for line in footnote.lines {
        insert("> ", at: line.lowerBound)
        read(line, findings: &findings)
        if output.last != 0x0A, output.last != 0x0D { insert("\n", at: line.upperBound) }
      }
      insert("\n", at: footnote.range.upperBound)
    }
    var start = body.lowerBound
    for footnote in footnotes.definitions {
      insert("", at: start)
      read(start..<footnote.range.lowerBound, findings: &findings)
      insert("\n", at: footnote.range.upperBound)
      start = footnote.range.upperBound
    }
    read(start..<body.upperBound, findings: &findings)
  }

  /// Writes bytes that stand nowhere in the file, and goes on from there.
  private mutating func insert(_ text: StaticString, at offset: Int) {
    let start = output.count
    text.withUTF8Buffer { output.append(contentsOf: $0) }
    edits.append(PreparedSource.Edit(output: start..<output.count, source: offset..<offset))
    copied = offset
  }

  private mutating func read(_ range: Range<Int>, findings: inout Findings) {
    part = range
    var index = range.lowerBound
    while index < range.upperBound {
      switch source.bytes[index] {
      case 0x5C: index += escape(at: index)
      case 0x7B, 0xEF, 0xF0:
        if let mark = FigureMark(in: source.bytes, at: index, end: range.upperBound) {
          place(mark)
          index = mark.range.upperBound
        } else if let length = reservedLength(at: index) {
          findings.add(Diagnostic(.markdownReservedCharacter, at: source.location(at: index)))
          replace(index..<index + length, by: [0xEF, 0xBF, 0xBD])
          index += length
        } else {
          index += 1
        }
      case 0x5B:
        if let mark = footnote(at: index) {
          place(mark)
          index = mark.range.upperBound
        } else {
          index += 1
        }
      case 0x2A, 0x5F: index = emphasis(at: index)
      case 0x7E:
        hasTildes = true
        index += 1
      default: index += 1
      }
    }
    copy(to: range.upperBound)
  }

  /// How many bytes a backslash takes.
  private mutating func escape(at index: Int) -> Int {
    guard index + 1 < part.upperBound else { return 1 }
    switch source.bytes[index + 1] {
    case 0x7C where marksPipes, 0x7E:
      place(FigureMark(kind: .escaped(source.bytes[index + 1]), range: index..<index + 2))
      return 2
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return 2
    default: return 1
    }
  }

  /// `[^1]` with a definition; or one that looks like it and is no link either.
  private func footnote(at index: Int) -> FigureMark? {
    guard let label = FootnoteLabel.range(in: source.bytes, at: index, end: part.upperBound) else {
      return nil
    }
    let range = index..<label.upperBound + 1
    if let number = footnotes.numbers[FootnoteLabel.key(source.bytes[label])] {
      return FigureMark(kind: .footnote(number), range: range)
    }
    let next = range.upperBound < part.upperBound ? source.bytes[range.upperBound] : 0x0A
    return [0x28, 0x5B, 0x3A].contains(next) ? nil : FigureMark(kind: .unknownFootnote, range: range)
  }

  private mutating func emphasis(at start: Int) -> Int {
    let byte = source.bytes[start]
    var end = start
    while end < part.upperBound, source.bytes[end] == byte { end += 1 }
    var neighbours = EmphasisGuard.Neighbours()
    let line = source.bytes[part]
    if copied == start, let last = edits.last, last.source.upperBound == start, !last.source.isEmpty {
      // What was replaced is a figure, which is like a letter, or the mark's own last character.
      neighbours.hasMarkBefore = true
      neighbours.before = lastMarkIsFigure ? "0" : Unicode.Scalar(source.bytes[start - 1])
    } else {
      neighbours.before = EastAsianText.scalar(in: line, before: start - part.lowerBound)
      if let before = neighbours.before, CJKCharacter.isVariationSelector(before) {
        neighbours.beforeThat = EastAsianText.scalar(
          in: line, before: start - part.lowerBound - UTF8.width(before))
      }
    }
    if FigureMark(in: source.bytes, at: end, end: part.upperBound) != nil {
      (neighbours.hasMarkAfter, neighbours.after) = (true, "0")
    } else {
      neighbours.hasMarkAfter = footnote(at: end) != nil || isEscape(at: end)
      neighbours.after = EastAsianText.scalar(in: source.bytes, at: end, end: part.upperBound)
    }
    let sides =
      byte == 0x2A
      ? EmphasisGuard.sides(ofStars: neighbours) : EmphasisGuard.sides(ofUnderscores: neighbours)
    if sides == .before || sides == .both { replace(start..<start, by: EmphasisGuard.character) }
    if sides == .after || sides == .both { replace(end..<end, by: EmphasisGuard.character) }
    return end
  }

  private var lastMarkIsFigure: Bool { marks.last?.isFigure ?? false }

  /// Whether an escape that is marked begins there.
  private func isEscape(at index: Int) -> Bool {
    guard index + 1 < part.upperBound, source.bytes[index] == 0x5C else { return false }
    return source.bytes[index + 1] == 0x7E || (marksPipes && source.bytes[index + 1] == 0x7C)
  }

  private func reservedLength(at index: Int) -> Int? {
    let rest = source.bytes[index..<part.upperBound]
    if rest.starts(with: PreparedSource.open) || rest.starts(with: PreparedSource.close) { return 3 }
    return rest.starts(with: EmphasisGuard.character) ? 4 : nil
  }

  private mutating func place(_ mark: FigureMark) {
    replace(mark.range, by: PreparedSource.open + Array(String(marks.count).utf8) + PreparedSource.close)
    marks.append(mark)
  }

  private mutating func replace(_ range: Range<Int>, by bytes: [UInt8]) {
    copy(to: range.lowerBound)
    let start = output.count
    output.append(contentsOf: bytes)
    edits.append(PreparedSource.Edit(output: start..<output.count, source: range))
    copied = range.upperBound
  }

  private mutating func copy(to end: Int) {
    output.append(contentsOf: source.bytes[copied..<end])
    copied = end
  }
}
