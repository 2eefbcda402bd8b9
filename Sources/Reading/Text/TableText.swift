import Common

/// The text of a table's file, whatever a spreadsheet program encoded it in.
package enum TableText {
  /// How many Chinese characters in UTF-8 tell that a file is UTF-8 with a fault and not GB18030: that many do not
  /// come about by chance.
  private static let telling = 8

  /// The file as UTF-8. Decoded by its mark (UTF-8, UTF-16 of either end); without one as UTF-8, and where that
  /// fails as GB18030, both strictly.
  ///
  /// - Returns: `nil` when a finding says why it cannot be read, and from which byte on.
  /// - Complexity: O(n).
  package static func read(_ file: SourceFile, findings: inout Findings) -> [UInt8]? {
    let bytes = file.bytes
    guard let kind = Sniffed(bytes, file: file.path, findings: &findings) else { return nil }
    switch kind {
    case .utf16(let encoding): return decode(file, encoding, findings: &findings)
    case .markedUTF8, .unmarked:
      if let offset = TextDecoding.firstZero(in: bytes) {
        findings.add(Diagnostic(.binaryFile, at: place(of: offset, in: bytes, file: file.path)))
        return nil
      }
      guard let offset = TextDecoding.firstInvalidByte(in: bytes) else { return bytes }
      if kind == .markedUTF8 || isTellingUTF8(bytes[..<offset]) {
        findings.add(refusal(.tableDamagedUTF8, offset, bytes, file.path))
        return nil
      }
      return readGB18030(file, notUTF8From: offset, findings: &findings)
    }
  }

  private static func readGB18030(
    _ file: SourceFile, notUTF8From offset: Int, findings: inout Findings
  ) -> [UInt8]? {
    guard let decoder = CharacterDecoder(.gb18030) else {
      findings.add(Diagnostic(.encodingNotSupported, at: Location(file: file.path), ["found": "GB18030"]))
      return nil
    }
    switch decoder.decode(file.bytes, from: 0) {
    case .text(let text):
      findings.add(Diagnostic(.readAsGB18030, .remark, at: Location(file: file.path)))
      return text
    case .invalid(let other, _):
      // The encoding that carries further is the likelier one.
      findings.add(refusal(.tableNotDecodable, max(offset, other), file.bytes, file.path))
      return nil
    }
  }

  private static func decode(
    _ file: SourceFile, _ encoding: CharacterDecoder.Encoding, findings: inout Findings
  ) -> [UInt8]? {
    guard let decoder = CharacterDecoder(encoding) else {
      findings.add(Diagnostic(.encodingNotSupported, at: Location(file: file.path), ["found": "UTF-16"]))
      return nil
    }
    switch decoder.decode(file.bytes, from: 2) {
    case .text(let text):
      guard let offset = TextDecoding.firstZero(in: text) else { return text }
      findings.add(Diagnostic(.binaryFile, at: place(of: offset, in: text, file: file.path)))
    case .invalid(let offset, let before):
      findings.add(
        Diagnostic(
          .tableDamagedUTF16, at: place(of: before.count, in: before, file: file.path),
          ["offset": String(offset)]))
    }
    return nil
  }

  private static func refusal(_ rule: Rule, _ offset: Int, _ bytes: [UInt8], _ file: String) -> Diagnostic {
    Diagnostic(rule, at: place(of: offset, in: bytes, file: file), ["offset": String(offset)])
  }

  /// Whether text that ends at a fault can only have been meant as UTF-8.
  private static func isTellingUTF8(_ valid: ArraySlice<UInt8>) -> Bool {
    var found = 0
    for byte in valid where byte >= 0xE3 && byte <= 0xE9 {
      found += 1
      if found == telling { return true }
    }
    return false
  }

  /// The line and the field of a byte.
  private static func place(of offset: Int, in bytes: [UInt8], file: String) -> Location {
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

extension TableText {
  /// What the first bytes say.
  private enum Sniffed: Equatable {
    case unmarked, markedUTF8
    case utf16(CharacterDecoder.Encoding)

    /// `nil` with a finding for what is no text at all.
    init?(_ bytes: [UInt8], file: String, findings: inout Findings) {
      if let rule = TextDecoding.noText(bytes) ?? (Self.isHTML(bytes) ? .htmlByAnotherName : nil) {
        findings.add(Diagnostic(rule, at: Location(file: file)))
        return nil
      }
      self =
        if bytes.starts(with: [0xFF, 0xFE]) {
          .utf16(.utf16LittleEndian)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
          .utf16(.utf16BigEndian)
        } else if bytes.starts(with: TextDecoding.mark) { .markedUTF8 } else { .unmarked }
    }

    private static func isHTML(_ bytes: [UInt8]) -> Bool {
      let opening = bytes.prefix(512).drop { $0 != 0x3C }.prefix(14).map { $0 | 0x20 }
      let isFirst = bytes.prefix(512).prefix { $0 != 0x3C }.allSatisfy { $0 <= 0x20 || $0 >= 0x80 }
      return isFirst
        && ["<html", "<!doctype html", "<table", "<?xml"].contains {
          opening.starts(with: $0.utf8.map { $0 | 0x20 })
        }
    }
  }
}
