import Common
import Reading

/// A table as it arrived, whatever it arrived as: its records as CSV, and how places in it are named. A file may give
/// several, one a sheet.
///
/// One scanner and one row reader serve every kind of source, and what a source knows beyond CSV stands in its layout.
package struct RecordFile: Sendable {
  /// As findings name it: `content/data/screening/0214.xlsx`.
  package var path: String
  /// UTF-8, each record on a line of its own where the source has rows: an empty row is an empty line.
  package var bytes: [UInt8]
  /// `nil` where the header decides.
  package var separator: CSVSeparator?
  package var layout: RecordLayout

  package init(
    path: String, bytes: [UInt8], separator: CSVSeparator? = nil, layout: RecordLayout = RecordLayout()
  ) {
    self.path = path
    self.bytes = bytes
    self.separator = separator
    self.layout = layout
  }

  /// Where a field of its CSV stands in the source.
  ///
  /// - Parameters:
  ///   - line: a physical line of ``bytes``.
  ///   - position: the field's number in its record, from 0.
  func location(line: Int, position: Int) -> Location {
    layout.location(in: path, line: line, position: position)
  }
}
