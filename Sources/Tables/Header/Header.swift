/// Which field of a file's records holds which declared field.
struct Header: Sendable {
  /// The physical line on which it begins.
  var line: Int
  /// How many fields it has, and so each record.
  var width: Int
  /// By declared field: its place in a record from 0, `nil` where the file does not have it.
  var positions: [Int?]
  /// Where 合计 and its like may stand: the columns that name the place, and the first.
  var labelColumns: [Int]
  /// Whether it is that of a 问卷星 export.
  var isSurvey = false
}
