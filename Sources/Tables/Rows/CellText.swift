/// A cell's bytes before they are read as a value.
enum CellText {
  /// The cell without white space at its ends: blanks of any width, line breaks, zero-width marks.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end, let width = blank(bytes, at: start, end: end) { start += width }
    while end > start, let width = blank(bytes, endingAt: end, start: start) { end -= width }
    return start == 0 && end == bytes.count ? bytes : UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The text for a message: on one line and no longer than a glance.
  static func excerpt(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > 40 ? line.prefix(40) + "…" : line
  }

  private static func blank(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> Int? {
    let byte = bytes[start]
    if byte <= 0x20 { return 1 }
    if byte == 0xC2 { return end - start >= 2 && bytes[start + 1] == 0xA0 ? 2 : nil }
    guard byte == 0xE3 || byte == 0xEF || byte == 0xE2, end - start >= 3 else { return nil }
    return isWideBlank(byte, bytes[start + 1], bytes[start + 2]) ? 3 : nil
  }

  private static func blank(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, start: Int) -> Int? {
    let byte = bytes[end - 1]
    if byte <= 0x20 { return 1 }
    guard byte >= 0x80 else { return nil }
    if end - start >= 2, byte == 0xA0, bytes[end - 2] == 0xC2 { return 2 }
    guard end - start >= 3 else { return nil }
    return isWideBlank(bytes[end - 3], bytes[end - 2], byte) ? 3 : nil
  }

  /// U+3000, U+FEFF, U+200B.
  private static func isWideBlank(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0x8B): true
    default: false
    }
  }
}
