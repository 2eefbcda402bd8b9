/// Walks through JSON (RFC 8259) byte by byte, strictly: no comments, no `NaN`, no comma before a bracket, nothing
/// behind the end. Numbers stay the digits that were written.
///
/// The caller asks for what may come next: an element of an array, a member of an object, a value.
package struct JSONScanner {
  package let bytes: UnsafeBufferPointer<UInt8>
  package private(set) var position: Int

  /// - Parameter bytes: UTF-8 that has been checked, valid for as long as the scanner is used.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The byte that comes next behind blanks; `nil` at the end.
  package mutating func peek() throws(JSONFault) -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case 0x2F: throw JSONFault(.comment, at: position)
      case let byte: return byte
      }
    }
    return nil
  }

  /// Passes `[` or `{`.
  package mutating func open(_ bracket: UInt8) throws(JSONFault) {
    guard let byte = try peek() else { throw JSONFault(.endsEarly, at: position) }
    guard byte == bracket else { throw unexpected() }
    position += 1
  }

  /// Passes what stands before the next element, or the closing bracket.
  ///
  /// - Parameter isFirst: whether none has been read yet.
  /// - Returns: whether there is another.
  package mutating func next(before closing: UInt8, isFirst: Bool) throws(JSONFault) -> Bool {
    guard let byte = try peek() else { throw JSONFault(.endsEarly, at: position) }
    if byte == closing {
      position += 1
      return false
    }
    guard !isFirst else { return true }
    guard byte == 0x2C else { throw unexpected() }
    position += 1
    guard let behind = try peek() else { throw JSONFault(.endsEarly, at: position) }
    // `[1, ]`
    if behind == closing { throw unexpected() }
    return true
  }

  /// Reads a member's name and passes its colon.
  package mutating func key() throws(JSONFault) -> JSONValue {
    guard let byte = try peek() else { throw JSONFault(.endsEarly, at: position) }
    guard byte == 0x22 else { throw unexpected() }
    let key = try string()
    guard let colon = try peek() else { throw JSONFault(.endsEarly, at: position) }
    guard colon == 0x3A else { throw unexpected() }
    position += 1
    return key
  }

  /// Reads a value; a list or an object is passed over as a whole.
  ///
  /// - Complexity: O(n) in its bytes.
  package mutating func value(depth: Int = 0) throws(JSONFault) -> JSONValue {
    guard let byte = try peek() else { throw JSONFault(.endsEarly, at: position) }
    let start = position
    switch byte {
    case 0x22: return try string()
    case 0x7B:
      try pass(0x7B, closing: 0x7D, depth: depth)
      return JSONValue(kind: .object, range: start..<position)
    case 0x5B:
      try pass(0x5B, closing: 0x5D, depth: depth)
      return JSONValue(kind: .array, range: start..<position)
    case 0x2D, 0x30...0x39: return try number()
    default:
      if try literal("null") { return JSONValue(kind: .null, range: start..<position) }
      if try literal("true") { return JSONValue(kind: .yes, range: start..<position) }
      if try literal("false") { return JSONValue(kind: .no, range: start..<position) }
      let isSign = byte == 0x2B || byte == 0x2E
      if isSign { throw JSONFault(.badNumber(excerpt()), at: position) }
      let isWord = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x27 || byte >= 0x80
      throw isWord ? JSONFault(.notAValue(excerpt()), at: position) : unexpected()
    }
  }

  /// Holds that nothing but blanks is left.
  package mutating func end() throws(JSONFault) {
    if try peek() != nil { throw JSONFault(.trailing(excerpt()), at: position) }
  }

  private mutating func pass(_ opening: UInt8, closing: UInt8, depth: Int) throws(JSONFault) {
    guard depth < Limits.jsonDepth else { throw JSONFault(.tooDeep, at: position) }
    try open(opening)
    var isFirst = true
    while try next(before: closing, isFirst: isFirst) {
      isFirst = false
      if closing == 0x7D { _ = try key() }
      _ = try value(depth: depth + 1)
    }
  }

  private mutating func string() throws(JSONFault) -> JSONValue {
    let start = position + 1
    var at = start
    var hasEscapes = false
    while at < bytes.count {
      switch bytes[at] {
      case 0x22:
        position = at + 1
        return JSONValue(kind: .string(hasEscapes: hasEscapes), range: start..<at)
      case 0x5C:
        hasEscapes = true
        at = try passEscape(at)
      case ..<0x20: throw JSONFault(.badString, at: at)
      default: at += 1
      }
    }
    throw JSONFault(.badString, at: position)
  }

  /// The offset behind an escape. `\u0000` is none that a table may hold, and a surrogate must have its pair.
  private func passEscape(_ at: Int) throws(JSONFault) -> Int {
    guard at + 1 < bytes.count else { throw JSONFault(.badString, at: at) }
    switch bytes[at + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return at + 2
    case 0x75:
      guard let unit = hexadecimal(at + 2), unit != 0, unit & 0xFC00 != 0xDC00 else { break }
      guard unit & 0xFC00 == 0xD800 else { return at + 6 }
      guard at + 7 < bytes.count, bytes[at + 6] == 0x5C, bytes[at + 7] == 0x75,
        let low = hexadecimal(at + 8), low & 0xFC00 == 0xDC00
      else { break }
      return at + 12
    default: break
    }
    throw JSONFault(.badString, at: at)
  }

  /// Four hexadecimal digits.
  func hexadecimal(_ at: Int) -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[at..<at + 4] {
      switch byte {
      case 0x30...0x39: value = value * 16 + UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value * 16 + UInt32((byte | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = position
    var at = start
    func isDigit(_ at: Int) -> Bool { at < bytes.count && bytes[at] &- 0x30 <= 9 }
    func passDigits() throws(JSONFault) {
      guard isDigit(at) else { throw JSONFault(.badNumber(excerpt()), at: start) }
      while isDigit(at) { at += 1 }
    }
    if bytes[at] == 0x2D { at += 1 }
    if at < bytes.count, bytes[at] == 0x30, isDigit(at + 1) {
      throw JSONFault(.badNumber(excerpt()), at: start)
    }
    try passDigits()
    if at < bytes.count, bytes[at] == 0x2E {
      at += 1
      try passDigits()
    }
    if at < bytes.count, bytes[at] | 0x20 == 0x65 {
      at += 1
      if at < bytes.count, bytes[at] == 0x2B || bytes[at] == 0x2D { at += 1 }
      try passDigits()
    }
    position = at
    return JSONValue(kind: .number, range: start..<at)
  }

  /// Passes a word that stands by itself.
  private mutating func literal(_ word: StaticString) throws(JSONFault) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    for offset in 0..<length where bytes[position + offset] != word.utf8Start[offset] { return false }
    if position + length < bytes.count {
      let behind = bytes[position + length]
      let isLonger = (behind | 0x20) >= 0x61 && (behind | 0x20) <= 0x7A || behind &- 0x30 <= 9
      if isLonger { return false }
    }
    position += length
    return true
  }

  private func unexpected() -> JSONFault {
    position < bytes.count
      ? JSONFault(.unexpected(excerpt()), at: position) : JSONFault(.endsEarly, at: position)
  }

  /// What stands at the position, as far as a glance goes.
  private func excerpt() -> String {
    let text = String(decoding: bytes[position..<min(bytes.count, position + 80)], as: UTF8.self)
    let word = text.prefix { !$0.isWhitespace && $0 != "," && $0 != "]" && $0 != "}" }.prefix(20)
    return word.isEmpty ? String(text.prefix(1)) : String(word)
  }
}
