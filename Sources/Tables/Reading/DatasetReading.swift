import Common

/// What became of a dataset's files and rows: nothing is dropped that is not counted here.
package struct DatasetReading: Sendable {
  /// A row that is not in the table, and why.
  package struct RefusedRow: Sendable {
    /// The line in its file, or the row of its sheet.
    package var row: Int
    /// By declared field, as it stands in the file; `nil` for what is personal, missing there or in no column of the file.
    package var cells: [String?]
    package var reasons: [Diagnostic]

    package init(row: Int, cells: [String?], reasons: [Diagnostic]) {
      self.row = row
      self.cells = cells
      self.reasons = reasons
    }
  }

  /// A file, or a sheet of one, that has the dataset's header. 合计 rows, notes and empty rows are no rows of it.
  package struct Source: Sendable {
    package var file: String
    /// `nil` where the file has no sheets.
    package var sheet: String?
    /// Rows that are in the table.
    package var accepted = 0
    package var refused: [RefusedRow] = []
    /// Rows of days behind the reporting day.
    package var later = 0
    /// Rows that `where` or `places` leave out.
    package var passedOver = 0
    /// Rows in whose place others hold: sent again, or equal to another.
    package var replaced = 0

    package init(file: String, sheet: String? = nil) {
      self.file = file
      self.sheet = sheet
    }

    package var rows: Int { accepted + refused.count + later + passedOver + replaced }
  }

  /// A file of which nothing was read, and why.
  package struct Unread: Sendable {
    package var file: String
    package var reasons: [Diagnostic]

    package init(file: String, reasons: [Diagnostic]) {
      self.file = file
      self.reasons = reasons
    }
  }

  package var sources: [Source] = []
  package var unread: [Unread] = []

  package init() {}

  package var refused: Int { sources.reduce(0) { $0 + $1.refused.count } }
}
