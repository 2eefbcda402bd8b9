import Common

/// Marks figures, escaped pipes and emphasis in a Markdown body before it is parsed.
struct SourcePreparation {
  private let source: SourceText
  private let body: Range<Int>
  private let marksPipes: Bool
  private var output: [UInt8] = []
  private var edits: [PreparedSource.Edit] = []
  private var marks: [FigureMark] = []
  /// Source bytes before this one are in the output.
  private var copied: Int

  /// Prepares the bytes of `body`, which are valid UTF-8 without NUL.
  ///
  /// - Complexity: O(bytes).
  static func prepare(
    _ source: SourceText, body: Range<Int>, findings: inout Findings
  ) -> PreparedSource {
    var preparation = SourcePreparation(source: source, body: body)
    preparation.run(findings: &findings)
    let output = preparation.output
    return PreparedSource(
      source: source, start: body.lowerBound, bytes: output, lines: LineIndex(output),
      marks: preparation.marks,
      edits: preparation.edits)
  }

  private init(source: SourceText, body: Range<Int>) {
    self.source = source
    self.body = body
    copied = body.lowerBound
    marksPipes = TableShape.mayOccur(in: source.bytes[body])
    output.reserveCapacity(body.count + body.count / 8)
  }

  private mutating func run(findings: inout Findings) {
    var index = body.lowerBound
    while index < body.upperBound {
      switch source.bytes[index] {
      case 0x5C:
        index += escape(at: index)
      case 0x7B, 0xEF, 0xF0:
        if let mark = FigureMark(in: source.bytes, at: index, end: body.upperBound) {
          place(mark)
          index = mark.range.upperBound
        } else if let length = reservedLength(at: index) {
          findings.add(Diagnostic(.markdownReservedCharacter, at: source.location(at: index)))
          replace(index..<index + length, by: [0xEF, 0xBF, 0xBD])
          index += length
        } else {
          index += 1
        }
      case 0x2A:
        index = emphasis(at: index)
      default:
        index += 1
      }
    }
    copy(to: body.upperBound)
  }

  /// How many bytes a backslash takes.
  private mutating func escape(at index: Int) -> Int {
    guard index + 1 < body.upperBound else { return 1 }
    switch source.bytes[index + 1] {
    case 0x7C where marksPipes:
      place(FigureMark(kind: .pipe, range: index..<index + 2))
      return 2
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return 2
    default: return 1
    }
  }

  private mutating func emphasis(at start: Int) -> Int {
    var end = start
    while end < body.upperBound, source.bytes[end] == 0x2A { end += 1 }
    let afterMark =
      copied == start && edits.last.map { $0.source.upperBound == start && !$0.source.isEmpty } ?? false
    let before =
      afterMark
      ? Self.figure
      : EastAsianText.scalar(in: source.bytes[body.lowerBound..<start], before: start - body.lowerBound)
    let after =
      FigureMark(in: source.bytes, at: end, end: body.upperBound) != nil
      ? Self.figure : EastAsianText.scalar(in: source.bytes, at: end, end: body.upperBound)
    switch EmphasisGuard.side(before: before, after: after) {
    case .before: replace(start..<start, by: EmphasisGuard.character)
    case .after: replace(end..<end, by: EmphasisGuard.character)
    case nil: break
    }
    return end
  }

  /// A figure is neither punctuation nor space: the parser sees a noncharacter.
  private static let figure: Unicode.Scalar = "0"

  private func reservedLength(at index: Int) -> Int? {
    let rest = source.bytes[index..<body.upperBound]
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
