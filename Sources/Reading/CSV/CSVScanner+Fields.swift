extension CSVScanner {
  /// Lends a field's bytes: those of the file, or a copy where doubled quotes have to be taken out.
  package func withField<Result>(_ field: CSVField, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
  {
    guard field.hasDoubledQuotes else {
      return body(UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]))
    }
    return unescaped(field).withUnsafeBufferPointer(body)
  }

  /// A field's bytes with each `""` as `"`.
  package func unescaped(_ field: CSVField) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(field.end - field.start)
    var at = field.start
    while at < field.end {
      result.append(bytes[at])
      at += field.hasDoubledQuotes && bytes[at] == 0x22 ? 2 : 1
    }
    return result
  }

  /// A field as text, for messages and names; not for every row.
  package func text(_ field: CSVField) -> String {
    withField(field) { String(decoding: $0, as: UTF8.self) }
  }

  /// The physical line on which a field begins: that of its record but for line breaks in quotes before it.
  ///
  /// - Complexity: O(n) in the record's bytes.
  package func line(of field: CSVField, in record: CSVRecord) -> Int {
    var line = record.line
    for at in record.start..<max(record.start, field.start) {
      let isLineBreak =
        bytes[at] == 0x0A || (bytes[at] == 0x0D && (at + 1 >= bytes.count || bytes[at + 1] != 0x0A))
      if isLineBreak { line += 1 }
    }
    return line
  }

  /// Whether a record holds nothing but separators and blanks, as spreadsheets leave below a table.
  package func isBlank(_ record: CSVRecord) -> Bool {
    record.fields.allSatisfy { field in
      bytes[field.start..<field.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
  }
}
