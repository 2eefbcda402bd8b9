import Common
import Reading

/// What is known while one file is read.
struct FileScan {
  let path: String
  let layout: RecordLayout
  let header: Header
  let dates: DateReader
  /// The day in the file's name, where the dataset takes it from there.
  let fileDay: Int32?
  /// The table's row with which the file begins.
  let firstRow: Int
  /// Rows later than the reporting day.
  var laterRows = 0
  /// Rows that became known after the day as of which it is asked.
  var unknownRows = 0
  var lost = LostRows()
  /// By personal field: cells whose numbers have lost digits, and the first of them.
  var imprecise: [Int: (count: Int, first: Location)] = [:]
  var totals: [TotalsRow] = []
  /// The row and the line at which the next 小计 begins to count.
  var subtotalFrom: (row: Int, line: Int)
  /// By field: whether the file's percentages bear a sign; `nil` before the first that says so.
  var hasPercentSigns: [Bool?]
  /// By field: cells with more decimals than are kept.
  var roundedDecimals: [Int]
  var firstRounded: [Int: Location] = [:]
  /// Moments by the texts that mean them.
  var dateTexts = ByteDictionary()
  var dateMoments: [Moment] = []

  init(_ file: RecordFile, header: Header, dates: DateReader, fileDay: Int32?, firstRow: Int) {
    path = file.path
    layout = file.layout
    self.header = header
    self.dates = dates
    self.fileDay = fileDay
    self.firstRow = firstRow
    subtotalFrom = (firstRow, header.line)
    hasPercentSigns = Array(repeating: nil, count: header.positions.count)
    roundedDecimals = Array(repeating: 0, count: header.positions.count)
  }

  /// Where a field of the file's CSV stands: its physical line, its number from 0.
  func location(line: Int, position: Int) -> Location {
    layout.location(in: path, line: line, position: position)
  }
}

/// What is known while one row is read.
struct RowState {
  /// The reporting day.
  var day: Int32?
  /// What the date field holds: the day as written, and its time.
  var moment: Moment?
  /// -1 until a place is found.
  var region: RegionIndex = -1
  var isRefused = false
  /// By a rule of the dataset's `places`.
  var isLeftOut = false
  /// 0 where the row stands for its own place; otherwise which text's rows it is of those that count there.
  var origin: Int32 = 0
  /// Fields whose cells the source itself could not read.
  var faulty: [Int] = []

  var civilDay: CivilDate? { day.map { CivilDate(dayNumber: $0) } }
}

/// One cell while it is read: its bytes without blanks around, and where it stands.
struct Cell {
  let bytes: UnsafeBufferPointer<UInt8>
  let field: Int
  let place: CSVField
  let position: Int
}
