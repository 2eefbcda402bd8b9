import Common
import Glibc

/// Says whether a file's bytes are text that can be read, and finds the first that is not.
package enum TextDecoding {
  /// What the file is to its writer: the remedy differs.
  package enum Kind: Sendable {
    /// A table from a spreadsheet program; columns are counted in fields.
    case table
    /// YAML or Markdown; columns are counted in characters.
    case prose
  }

  /// Checks that the bytes are UTF-8 text, with or without a byte order mark.
  ///
  /// - Returns: where the text begins, behind the mark; `nil` when a finding says why it cannot be read.
  /// - Complexity: O(n).
  package static func check(
    _ bytes: [UInt8], file: String, as kind: Kind, findings: inout Findings
  ) -> Int? {
    let whole = Location(file: file)
    if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) || bytes == [0xEF, 0xBB, 0xBF] {
      findings.add(Diagnostic(.emptyFile, at: whole))
      return nil
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      findings.add(Diagnostic(kind == .table ? .tableInUTF16 : .textInUTF16, at: whole))
      return nil
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      findings.add(Diagnostic(.spreadsheetByAnotherName, at: whole))
      return nil
    }
    if kind == .table, isHTML(bytes) {
      findings.add(Diagnostic(.htmlByAnotherName, at: whole))
      return nil
    }
    if let offset = firstZero(in: bytes) {
      findings.add(Diagnostic(.binaryFile, at: location(of: offset, in: bytes, file: file, as: kind)))
      return nil
    }
    if let offset = firstInvalidByte(in: bytes) {
      findings.add(
        Diagnostic(
          kind == .table ? .tableNotUTF8 : .textNotUTF8,
          at: location(of: offset, in: bytes, file: file, as: kind), ["offset": String(offset)]))
      return nil
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
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

  private static func firstZero(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, 0, buffer.count) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private static func isHTML(_ bytes: [UInt8]) -> Bool {
    let opening = bytes.prefix(512).drop { $0 != 0x3C }.prefix(14).map { $0 | 0x20 }
    let isFirst = bytes.prefix(512).prefix { $0 != 0x3C }.allSatisfy { $0 <= 0x20 || $0 >= 0x80 }
    return isFirst
      && ["<html", "<!doctype html", "<table", "<?xml"].contains {
        opening.starts(with: $0.utf8.map { $0 | 0x20 })
      }
  }

  /// The line and column of a byte.
  private static func location(of offset: Int, in bytes: [UInt8], file: String, as kind: Kind) -> Location {
    switch kind {
    case .table: return fieldLocation(of: offset, in: bytes, file: file)
    case .prose:
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

  private static func fieldLocation(of offset: Int, in bytes: [UInt8], file: String) -> Location {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer)
      var record = CSVRecord()
      var last = Location(file: file, line: 1, column: 1)
      while scanner.next(into: &record) {
        for (index, field) in record.fields.enumerated() {
          if field.start > offset { return last }
          last = Location(file: file, line: scanner.line(of: field, in: record), column: index + 1)
          if offset < field.end { return last }
        }
      }
      return last
    }
  }
}
