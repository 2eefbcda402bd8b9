/// What a sheet says beside its cells.
struct SheetFacts: Sendable {
  /// By position in a record: the sheet's column from 0; ascending. Columns of which nothing is read are left out.
  var columns: [Int32] = []
  /// Rows that hold one text over several columns and nothing else: no records.
  var notes: Set<Int32> = []
  /// Hidden rows that hold something; ascending.
  var hiddenRows: [Int32] = []
  /// Positions of hidden columns.
  var hiddenPositions: Set<Int> = []
  /// Day 0 of its dates is 1904-01-01.
  var from1904 = false

  func column(ofPosition position: Int) -> Int {
    columns.indices.contains(position) ? Int(columns[position]) : position
  }
}
