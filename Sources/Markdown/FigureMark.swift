/// What Jianbao's own syntax opens in a text, before anybody knows whether it stands in prose or in code.
struct FigureMark: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `{{…}}`, with the offsets of what stands between the braces.
    case figure(content: Range<Int>)
    /// No `}}` on the line.
    case unclosed
    /// `｛｛…｝｝`, or a pair with one brace of each width.
    case fullWidth
    /// `\|` or `\~`: a pipe that does not end a table's cell, a tilde that strikes nothing out.
    case escaped(UInt8)
    /// `[^1]`, with its definition's index.
    case footnote(Int)
    /// `[^1]` without a definition.
    case unknownFootnote
  }

  var kind: Kind
  /// Offsets in the source, braces included.
  var range: Range<Int>

  /// Whether braces stand there.
  var isFigure: Bool {
    switch kind {
    case .figure, .unclosed, .fullWidth: true
    case .escaped, .footnote, .unknownFootnote: false
    }
  }

  /// The mark whose opening braces begin at `offset`.
  ///
  /// A pair stands on one line and holds no back-tick and no other opening pair:
  /// `` `{{` and `}}` `` are two pieces of code and no figure.
  /// - Complexity: O(bytes to the end of the line).
  init?(in bytes: [UInt8], at offset: Int, end: Int) {
    guard let open = Self.pair(Self.opening, in: bytes, at: offset, end: end) else { return nil }
    var index = open.end
    while index < end {
      switch bytes[index] {
      case 0x0A, 0x0D, 0x60:
        self.init(kind: open.isWide ? .fullWidth : .unclosed, range: offset..<open.end)
        return
      default: break
      }
      if let close = Self.pair(Self.closing, in: bytes, at: index, end: end) {
        let kind = open.isWide || close.isWide ? Kind.fullWidth : .figure(content: open.end..<index)
        self.init(kind: kind, range: offset..<close.end)
        return
      }
      // `{{{` is one opening and a brace too many, which the name's check reports.
      if index > open.end, Self.pair(Self.opening, in: bytes, at: index, end: end) != nil { break }
      index += 1
    }
    self.init(kind: open.isWide ? .fullWidth : .unclosed, range: offset..<open.end)
  }

  init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  private static let opening: (ascii: UInt8, wide: [UInt8]) = (0x7B, [0xEF, 0xBD, 0x9B])
  private static let closing: (ascii: UInt8, wide: [UInt8]) = (0x7D, [0xEF, 0xBD, 0x9D])

  private static func pair(
    _ brace: (ascii: UInt8, wide: [UInt8]), in bytes: [UInt8], at offset: Int, end: Int
  ) -> (end: Int, isWide: Bool)? {
    func single(_ at: Int) -> Int? {
      guard at < end else { return nil }
      if bytes[at] == brace.ascii { return 1 }
      return bytes[at] == 0xEF && at + 3 <= end && bytes[at..<at + 3].elementsEqual(brace.wide) ? 3 : nil
    }
    guard let first = single(offset), let second = single(offset + first) else { return nil }
    return (offset + first + second, first + second > 2)
  }
}
