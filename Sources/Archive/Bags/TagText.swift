/// The lines of a tag file, as UTF-8.
struct TagText: Sendable {
  struct Line: Sendable, Equatable {
    /// From 1.
    var number: Int
    var bytes: ArraySlice<UInt8>
    /// Whether LF, CR or CRLF stands behind it.
    var isEnded: Bool
  }

  let lines: [Line]
  /// Whether the text began with a byte order mark, which is in no line.
  let hadMark: Bool

  /// - Complexity: O(bytes)
  init(utf8 bytes: [UInt8]) {
    hadMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var lines: [Line] = []
    var start = hadMark ? 3 : 0
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(Line(number: lines.count + 1, bytes: bytes[start..<at - 1], isEnded: true))
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
      start = at
    }
    if start < bytes.count {
      lines.append(Line(number: lines.count + 1, bytes: bytes[start...], isEnded: false))
    }
    self.lines = lines
  }
}

extension Collection<UInt8> where SubSequence: Collection<UInt8> {
  /// Without blanks and tabs at either end.
  var trimmed: [UInt8] {
    let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    return Array(Array(drop(while: blank)).reversed().drop(while: blank).reversed())
  }
}
