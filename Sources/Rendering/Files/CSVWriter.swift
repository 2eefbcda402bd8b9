import Common
import Pages

/// Writes tables as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets in Chinese need).
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection); numbers stay
/// numbers.
package enum CSVWriter {
  static func write(_ table: TableView, into buffer: inout ByteBuffer) {
    begin(&buffer)
    row(table.columns.map { ($0.title, false) }, into: &buffer)
    for row in table.rows {
      self.row([(row.header.text, false)] + row.cells.map { ($0.plain, $0.isNumber) }, into: &buffer)
    }
  }

  /// The byte order mark.
  package static func begin(_ buffer: inout ByteBuffer) { buffer.write([0xEF, 0xBB, 0xBF]) }

  package static func row(_ cells: [(text: String, isNumber: Bool)], into buffer: inout ByteBuffer) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.write(",") }
      if cell.isNumber { field(cell.text, into: &buffer) } else { text(cell.text, into: &buffer) }
    }
    buffer.write("\r\n")
  }

  /// One field of text, guarded and quoted where it has to be.
  static func text(_ text: String, into buffer: inout ByteBuffer) {
    field(guarded(text), into: &buffer)
  }

  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  private static func field(_ text: String, into buffer: inout ByteBuffer) {
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
      buffer.write(string: text)
      return
    }
    buffer.write("\"")
    for byte in text.utf8 {
      if byte == 0x22 { buffer.write(byte: byte) }
      buffer.write(byte: byte)
    }
    buffer.write("\"")
  }
}
