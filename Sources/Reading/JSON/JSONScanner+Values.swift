extension JSONScanner {
  /// Appends a value's text: a string without its escapes, a number in plain decimals, `true`, `false`, and nothing
  /// for null.
  ///
  /// - Complexity: O(n) in its bytes.
  package func append(_ value: JSONValue, to text: inout [UInt8]) {
    switch value.kind {
    case .null: break
    case .string(hasEscapes: true): appendUnescaped(value.range, to: &text)
    case .number: appendPlain(value.range, to: &text)
    case .string, .yes, .no, .object, .array: text.append(contentsOf: bytes[value.range])
    }
  }

  private func appendUnescaped(_ range: Range<Int>, to text: inout [UInt8]) {
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == 0x5C else {
        text.append(bytes[at])
        at += 1
        continue
      }
      switch bytes[at + 1] {
      case 0x62: text.append(0x08)
      case 0x66: text.append(0x0C)
      case 0x6E: text.append(0x0A)
      case 0x72: text.append(0x0D)
      case 0x74: text.append(0x09)
      case 0x75:
        at += appendScalar(at, to: &text)
        continue
      case let byte: text.append(byte)
      }
      at += 2
    }
  }

  /// `\u793e`, or the pair of a character beyond the first plane.
  ///
  /// - Returns: how many bytes it takes.
  private func appendScalar(_ at: Int, to text: inout [UInt8]) -> Int {
    let first = hexadecimal(at + 2) ?? 0
    let isPair = first & 0xFC00 == 0xD800
    let low = isPair ? hexadecimal(at + 8) ?? 0 : 0
    let code = isPair ? 0x10000 + (first & 0x3FF) << 10 + low & 0x3FF : first
    if let scalar = Unicode.Scalar(code) { text.append(contentsOf: Character(scalar).utf8) }
    return isPair ? 12 : 6
  }

  /// A number without its exponent, digit for digit: `1.25e2` is 125. One that would grow beyond any column stays as
  /// it is, and is refused there.
  private func appendPlain(_ range: Range<Int>, to text: inout [UInt8]) {
    let written = bytes[range]
    guard let mark = written.firstIndex(where: { $0 | 0x20 == 0x65 }),
      let exponent = Int(String(decoding: written[(mark + 1)...], as: UTF8.self)), abs(exponent) <= 40
    else {
      text.append(contentsOf: written)
      return
    }
    var digits = written[..<mark].filter { $0 &- 0x30 <= 9 }
    let point = written[..<mark].firstIndex(of: 0x2E)
    // How many digits stand before the point.
    var whole = digits.count - (point.map { mark - $0 - 1 } ?? 0) + exponent
    if whole <= 0 {
      digits.insert(contentsOf: Array(repeating: 0x30, count: 1 - whole), at: 0)
      whole = 1
    }
    if whole > digits.count { digits += Array(repeating: 0x30, count: whole - digits.count) }
    let zeros = min(whole - 1, digits.prefix { $0 == 0x30 }.count)
    digits.removeFirst(zeros)
    whole -= zeros
    if written.first == 0x2D { text.append(0x2D) }
    text.append(contentsOf: digits[..<whole])
    if whole < digits.count {
      text.append(0x2E)
      text.append(contentsOf: digits[whole...])
    }
  }
}
