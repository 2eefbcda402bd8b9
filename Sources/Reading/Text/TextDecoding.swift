import Common
import Glibc

/// Says whether YAML or Markdown is text that can be read, and finds the first byte that is not.
package enum TextDecoding {
  /// The byte order mark in UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Checks that the bytes are UTF-8 text, with or without a byte order mark; columns are counted in characters.
  ///
  /// - Returns: where the text begins, behind the mark; `nil` when a finding says why it cannot be read.
  /// - Complexity: O(n).
  package static func check(_ bytes: [UInt8], file: String, findings: inout Findings) -> Int? {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if let rule = noText(bytes) ?? (isUTF16 ? .textInUTF16 : nil) {
      findings.add(Diagnostic(rule, at: Location(file: file)))
      return nil
    }
    if let offset = firstZero(in: bytes) {
      findings.add(Diagnostic(.binaryFile, at: location(of: offset, in: bytes, file: file)))
      return nil
    }
    if let offset = firstInvalidByte(in: bytes) {
      findings.add(
        Diagnostic(
          .textNotUTF8, at: location(of: offset, in: bytes, file: file), ["offset": String(offset)]))
      return nil
    }
    return bytes.starts(with: mark) ? 3 : 0
  }

  /// The offset of the first byte that is not UTF-8 by Unicode's table 3-7.
  package static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  static func firstZero(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, 0, buffer.count) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// What is wrong with a file that holds no text in any encoding.
  static func noText(_ bytes: [UInt8]) -> Rule? {
    if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) || bytes == mark { return .emptyFile }
    // A ZIP archive, or a compound file of an old office program.
    let isPacked =
      bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    return isPacked ? .spreadsheetByAnotherName : nil
  }

  /// The line and the character of a byte.
  private static func location(of offset: Int, in bytes: [UInt8], file: String) -> Location {
    var line = 1
    var lineStart = 0
    for at in 0..<offset {
      let isBreak = bytes[at] == 0x0A || (bytes[at] == 0x0D && bytes[at + 1] != 0x0A)
      if isBreak { (line, lineStart) = (line + 1, at + 1) }
    }
    let before = String(decoding: bytes[lineStart..<offset], as: UTF8.self)
    return Location(file: file, line: line, column: before.count + 1)
  }
}
