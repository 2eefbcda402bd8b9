/// A row that asserts a sum: 合计, 总计, 汇总 of the sheet's rows of its day, 小计 of the rows since the last one.
struct TotalsRow: Sendable {
  struct Claim: Sendable {
    var field: Int
    /// In the column's units.
    var value: Int64
    var line: Int
    /// The field's number in its record, from 0.
    var position: Int
  }

  enum Label: String, Sendable, CaseIterable {
    case total = "合计"
    case grandTotal = "总计"
    case summary = "汇总"
    case subtotal = "小计"

    /// Reads `合计`, with blanks inside too.
    init?(_ cell: UnsafeBufferPointer<UInt8>) {
      // All four begin with E5 or E6; most cells are settled here.
      guard cell.count >= 6, cell[0] == 0xE5 || cell[0] == 0xE6, cell.count <= 32 else { return nil }
      let second = cell[1]
      guard second == 0x90 || second == 0x80 || second == 0xB1 || second == 0xB0 else { return nil }
      self.init(rawValue: String(decoding: cell, as: UTF8.self).filter { !$0.isWhitespace })
    }
  }

  var label: Label
  /// `nil` for all days of the sheet.
  var day: Int32?
  /// The rows and the lines a 小计 covers; a 合计's are the whole sheet.
  var rows: Range<Int>
  var lines: ClosedRange<Int>
  var claims: [Claim]
  /// The other key fields it names: only rows with the same codes are covered.
  var filters: [(field: Int, code: Int32)]
}
