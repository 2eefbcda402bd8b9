internal import Common

/// A template's bytes, and questions about their lines.
struct TemplateSource {
  let path: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ file: TemplateFile) {
    path = file.path
    bytes = file.bytes
    lineStarts = [0] + bytes.indices.filter { file.bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// Line and column, in characters, of a byte.
  ///
  /// - Complexity: O(log lines + line's length).
  func location(_ offset: Int) -> Location {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let characters = bytes[lineStarts[low]..<min(offset, bytes.count)].count { $0 & 0xC0 != 0x80 }
    return Location(file: path, line: low + 1, column: characters + 1)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func find(_ needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first, start <= bytes.count - needle.count else { return nil }
    return (start...(bytes.count - needle.count)).first { position in
      bytes[position] == first && bytes[position..<(position + needle.count)].elementsEqual(needle)
    }
  }

  /// Where the line's white space before `offset` begins, when nothing else stands before it.
  func blankBefore(_ offset: Int) -> Int? {
    var start = offset
    while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A ? start : nil
  }

  /// Where the next line begins, when only white space stands between `offset` and the line's end.
  func blankAfter(_ offset: Int) -> Int? {
    var end = offset
    while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
    if end == bytes.count { return end }
    if bytes[end] == 0x0A { return end + 1 }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : nil
  }

  /// The range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isSpace(bytes[start]) { start += 1 }
    while start < end, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0A || byte == 0x0D }
}
