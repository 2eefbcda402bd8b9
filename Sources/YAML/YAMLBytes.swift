import Common

/// A text's bytes before they are parsed: that they are UTF-8 and hold no control characters.
struct YAMLBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  /// More of them say nothing new: the file is not text.
  private static let mostReported = 10

  /// Without the byte order mark, if there is one.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = hasMark ? UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) : bytes
  }

  /// Line breaks and tabs are none; the C1 set and U+FFFE, U+FFFF are, as YAML has it.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// `U+0007`
  static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// - Returns: whether the bytes can be parsed.
  func check(file: String, firstLine: Int, findings: inout Findings) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      let hex = String(bytes[offset], radix: 16, uppercase: true)
      findings.add(
        Diagnostic(
          .yamlNotUTF8, at: location(of: offset, file: file, firstLine: firstLine),
          ["found": "0x" + hex]))
      return false
    }
    var reported = 0
    for (offset, byte) in bytes.enumerated() where Self.mayBeControl(byte) {
      guard let scalar = scalar(at: offset), Self.isControl(scalar) else { continue }
      findings.add(
        Diagnostic(
          .yamlControlCharacter, at: location(of: offset, file: file, firstLine: firstLine),
          ["found": Self.codePoint(scalar)]))
      reported += 1
      if reported == Self.mostReported { break }
    }
    return reported == 0
  }

  private static func mayBeControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F, 0xC2, 0xEF: true
    default: false
    }
  }

  private func scalar(at offset: Int) -> Unicode.Scalar? {
    var decoder = UTF8()
    var rest = bytes[offset...].makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&rest) { return scalar }
    return nil
  }

  /// - Complexity: O(offset)
  private func location(of offset: Int, file: String, firstLine: Int) -> Location {
    var (line, column) = (firstLine, 1)
    for (index, byte) in bytes[..<offset].enumerated() {
      switch byte {
      case 0x0A: (line, column) = (line + 1, 1)
      case 0x0D where bytes[index + 1] != 0x0A: (line, column) = (line + 1, 1)
      case 0x80..<0xC0: break
      default: column += 1
      }
    }
    return Location(file: file, line: line, column: column)
  }

  /// A line of the text, counted from 0; empty where there is none.
  ///
  /// - Complexity: O(bytes)
  func line(_ number: Int) -> [Unicode.Scalar] {
    var start = 0
    var left = number
    while left > 0, let end = lineEnd(from: start) {
      start = end.next
      left -= 1
    }
    guard left == 0 else { return [] }
    let end = lineEnd(from: start)?.end ?? bytes.count
    return Array(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)
  }

  private func lineEnd(from start: Int) -> (end: Int, next: Int)? {
    guard let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return (end, isPair ? end + 2 : end + 1)
  }
}
