/// Reads folded text from its start: literals, digits, blanks.
struct TextCursor {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func take(_ literal: StaticString) -> Bool {
    literal.withUTF8Buffer { literal in
      guard bytes.count - position >= literal.count else { return false }
      for index in 0..<literal.count where bytes[position + index] != literal[index] { return false }
      position += literal.count
      return true
    }
  }

  mutating func take(byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  mutating func skipBlanks() {
    while peek == 0x20 { position += 1 }
  }

  /// A run of digits with their count; `nil` without any. At most nine, so that it fits.
  mutating func digits() -> (value: Int, count: Int)? {
    var value = 0
    var count = 0
    while let byte = peek, (0x30...0x39).contains(byte) {
      guard count < 9 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      count += 1
      position += 1
    }
    return count == 0 ? nil : (value, count)
  }
}
