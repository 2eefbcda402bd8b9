/// The few foldings of NFKC that numbers and dates need.
package enum PlainText {
  /// The bytes with full-width ASCII as ASCII, every kind of blank as a space, the minus sign as a hyphen,
  /// zero-width characters left out, and no blanks at either end.
  ///
  /// - Complexity: O(n).
  package static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte >= 0x80, let (folded, length) = fold(bytes, at) {
        if let folded { result.append(folded) }
        at += length
      } else {
        result.append(byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0x20 : byte)
        at += 1
      }
    }
    while result.last == 0x20 { result.removeLast() }
    return Array(result.drop { $0 == 0x20 })
  }

  package static func folded(_ text: String) -> String {
    var text = text
    return String(decoding: text.withUTF8 { folded($0) }, as: UTF8.self)
  }

  /// The bytes without blanks at either end; only ASCII blanks, and nothing is copied.
  package static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start == 0 && end == bytes.count ? bytes : UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The text without blanks of any width at either end, and otherwise as it is.
  package static func trimmed(_ text: String) -> String {
    let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
    var rest = text[...].drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// What the character at an offset becomes, `nil` for nothing, and its length; `nil` when it stays as it is.
  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt8?, Int)? {
    if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 { return (0x20, 2) }  // U+00A0
    guard at + 2 < bytes.count else { return nil }
    switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
    case (0xEF, 0xBC, let last) where (0x81...0xBF).contains(last): return (last - 0x60, 3)  // U+FF01…FF3F
    case (0xEF, 0xBD, let last) where (0x80...0x9E).contains(last): return (last - 0x20, 3)  // U+FF40…FF5E
    case (0xE3, 0x80, 0x80): return (0x20, 3)  // U+3000
    case (0xE2, 0x88, 0x92), (0xE2, 0x80, 0x90), (0xE2, 0x80, 0x91): return (0x2D, 3)  // U+2212, 2010, 2011
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF): return (0x20, 3)  // U+2000…200A, U+202F
    case (0xE2, 0x80, 0x8B...0x8F), (0xEF, 0xBB, 0xBF): return (nil, 3)  // U+200B…200F, U+FEFF
    default: return nil
    }
  }
}
