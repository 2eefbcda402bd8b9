/// Splits CSV bytes into records, by RFC 4180: quoted fields with doubled quotes and line breaks, lines that
/// end in LF, CRLF or CR. Bytes are never copied and no text is made; nothing is allocated for a record.
///
/// A byte order mark is passed over. Lines without any byte are no records. A `"` inside a field that does not
/// begin with one is an ordinary character. Behind a fault the scanner goes on, so that all are found.
///
/// ```swift
/// bytes.withUnsafeBufferPointer { buffer in
///   var scanner = CSVScanner(buffer)
///   var record = CSVRecord()
///   while scanner.next(into: &record) { … }
/// }
/// ```
package struct CSVScanner {
  package let bytes: UnsafeBufferPointer<UInt8>
  package let separator: CSVSeparator
  package private(set) var faults: [CSVFault] = []
  private var position: Int
  private var line = 1

  /// - Parameters:
  ///   - bytes: valid for as long as the scanner is used.
  ///   - separator: `nil` to have it detected.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, separator: CSVSeparator? = nil) {
    self.bytes = bytes
    self.separator = separator ?? .detect(in: bytes)
    position = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Reads the next record over the last one.
  ///
  /// - Returns: `false` at the end of the bytes.
  /// - Complexity: O(n) in the record's bytes.
  package mutating func next(into record: inout CSVRecord) -> Bool {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { passLineBreak() }
    guard position < bytes.count else { return false }
    record.begin(line: line, start: position)
    while readField(into: &record) {}
    if position - record.start > Limits.line, !record.isFaulty {
      report(.tooLong, line: record.line, in: &record)
    }
    return true
  }

  /// Reads a field and what ends it.
  ///
  /// - Returns: whether the record goes on.
  private mutating func readField(into record: inout CSVRecord) -> Bool {
    if position < bytes.count, bytes[position] == 0x22 { return readQuotedField(into: &record) }
    let start = position
    let separator = separator.rawValue
    var at = position
    while at < bytes.count {
      let byte = bytes[at]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      at += 1
    }
    position = at
    record.fields.append(CSVField(start: start, end: at))
    return passEnd()
  }

  private mutating func readQuotedField(into record: inout CSVRecord) -> Bool {
    let opening = (position: position, line: line)
    let start = position + 1
    let limit = min(bytes.count, start + Limits.line + 1)
    var at = start
    var hasDoubledQuotes = false
    while at < limit {
      switch bytes[at] {
      case 0x22:
        if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
          hasDoubledQuotes = true
          at += 2
        } else {
          record.fields.append(CSVField(start: start, end: at, hasDoubledQuotes: hasDoubledQuotes))
          position = at + 1
          return passEnd(behindQuoteFrom: opening.line, in: &record)
        }
      case 0x0A:
        line += 1
        at += 1
      case 0x0D:
        if at + 1 >= bytes.count || bytes[at + 1] != 0x0A { line += 1 }
        at += 1
      default: at += 1
      }
    }
    // The quote may be a slip: only its own line is given up, or all that follows would go unread.
    position = start
    line = opening.line
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    record.fields.append(CSVField(start: start, end: position))
    report(.unclosedQuote, line: opening.line, in: &record)
    return passEnd()
  }

  private mutating func passEnd(behindQuoteFrom openingLine: Int, in record: inout CSVRecord) -> Bool {
    if position < bytes.count {
      let byte = bytes[position]
      if byte != separator.rawValue, byte != 0x0A, byte != 0x0D {
        report(.textAfterQuote, line: openingLine, in: &record)
        while position < bytes.count, bytes[position] != separator.rawValue, bytes[position] != 0x0A,
          bytes[position] != 0x0D
        {
          position += 1
        }
      }
    }
    return passEnd()
  }

  /// Passes a separator or a line break.
  private mutating func passEnd() -> Bool {
    guard position < bytes.count else { return false }
    if bytes[position] == separator.rawValue {
      position += 1
      return true
    }
    passLineBreak()
    return false
  }

  private mutating func passLineBreak() {
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    position += 1
    line += 1
  }

  private mutating func report(_ kind: CSVFault.Kind, line: Int, in record: inout CSVRecord) {
    record.isFaulty = true
    faults.append(CSVFault(kind: kind, line: line, column: max(1, record.fields.count)))
  }
}
