/// How much the reader takes in before it calls a file broken (SEMANTICS, rule 28).
package enum Limits {
  /// Bytes of a record of a table or a line of text.
  package static let line = 1 << 20
  /// Bytes of a configuration file.
  package static let configuration = 16 << 20
  /// Bytes of a Markdown file.
  package static let markdown = 1 << 20
  /// Bytes that a dataset's command may write.
  package static let commandOutput = 256 << 20
  /// How deep lists and objects may stand in each other in a JSON file.
  package static let jsonDepth = 64
  /// How many different keys the objects of a JSON file may have.
  package static let jsonKeys = 1_000
  /// Bytes of one part of a workbook, unpacked, and how many times those it is packed in.
  package static let workbookPart = 1 << 30
  package static let workbookRatio = 1_000
  /// Cells of a workbook, in all its sheets, empty ones too.
  package static let workbookCells = 20_000_000
  /// Bytes of a sheet's cells as text.
  package static let sheet = 1 << 30
  /// Bytes of a data file: what one process can hold beside its columns.
  package static let data = 4 << 30
}
