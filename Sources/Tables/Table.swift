import Common
import Reading

/// A field's values, one a row.
package enum Column: Sendable {
  /// Whole numbers in units of 10^-`scale` (0 for `integer`, 6 for `number` and `percent`); ``Column/missing`` where none was given.
  case numbers([Int64], scale: Int)
  /// Codes into `names`, -1 where missing. Types `string` and `boolean`.
  case categories([Int32], names: [String])
  /// Codes of lists into `lists`, -1 where missing; a list is of codes into `names`, each once, in the order written.
  case lists([Int32], lists: [[Int32]], names: [String])
  /// Day numbers, ``Column/missingDay`` where none was given. Type `date`.
  case days([Int32])
  /// Days as written, with the second where one stood beside them; ``Moment/missing``. Type `datetime`.
  case moments([Moment])
  /// Region indices, -1 where missing.
  case regions([RegionIndex])
  /// A personal field: read past, never kept. Only its hashes, for `count_distinct`; 0 where missing.
  case withheld(hashes: [UInt64])

  package static let missing = Int64.min
  package static let missingDay = Int32.min

  /// The day on which each row counts by this column, ``missingDay`` where none was given; `nil` for what holds no days.
  ///
  /// - Parameter cutOff: seconds after midnight at which a reporting day ends; a `date` has no time to be later.
  /// - Complexity: O(rows) for moments.
  package func reportingDays(cutOff: Int32) -> [Int32]? {
    switch self {
    case .days(let days): days
    case .moments(let moments):
      moments.map { $0.isMissing ? Self.missingDay : $0.reportingDay(cutOff: cutOff).dayNumber }
    case .numbers, .categories, .lists, .regions, .withheld: nil
    }
  }

  package func isMissing(_ row: Int) -> Bool {
    switch self {
    case .numbers(let values, _): values[row] == Self.missing
    case .categories(let codes, _): codes[row] < 0
    case .lists(let codes, _, _): codes[row] < 0
    case .days(let days): days[row] == Self.missingDay
    case .moments(let moments): moments[row].isMissing
    case .regions(let regions): regions[row] < 0
    case .withheld(let hashes): hashes[row] == 0
    }
  }

  /// The moment, or the day without a time, that stands in a row; `nil` where none was given, or none can.
  package func moment(_ row: Int) -> Moment? {
    switch self {
    case .moments(let moments): moments[row].isMissing ? nil : moments[row]
    case .days(let days):
      days[row] == Self.missingDay ? nil : Moment(day: CivilDate(dayNumber: days[row]), second: nil)
    case .numbers, .categories, .lists, .regions, .withheld: nil
    }
  }

  /// The day that stands in each row, whatever its time.
  package var calendarDays: [Int32]? { reportingDays(cutOff: Int32(Moment.secondsPerDay)) }
}

/// What a source wrote in a cell that is not exact.
package struct Approximation: Hashable, Sendable {
  package var exactness: Exactness
  /// Without unit: `6000多`.
  package var written: String

  package init(exactness: Exactness, written: String) {
    self.exactness = exactness
    self.written = written
  }
}

/// A dataset's rows in typed columns, in the order of the files' names and then of their lines.
package struct Table: Sendable {
  /// A run of rows from one file or sheet: rows from `firstRow` on until the next part.
  package struct Part: Sendable {
    package var file: String
    /// `nil` where the file has no sheets.
    package var sheet: String?
    package var firstRow: Int
    /// By field: its place in a record from 0; `nil`, or none at all, where the file does not have it.
    package var positions: [Int?]

    package init(file: String, sheet: String? = nil, firstRow: Int, positions: [Int?] = []) {
      self.file = file
      self.sheet = sheet
      self.firstRow = firstRow
      self.positions = positions
    }
  }

  /// Rows that a refused cell took out, by unit and day; that unit counts as not reported then.
  package struct Refused: Hashable, Sendable {
    package var region: RegionIndex
    package var day: CivilDate?
    package var rows: Int

    package init(region: RegionIndex, day: CivilDate?, rows: Int) {
      self.region = region
      self.day = day
      self.rows = rows
    }
  }

  package var declaration: DatasetDeclaration
  /// The level whose units report, an index into the tree's levels.
  package var level: Int
  /// The region below which units are expected and added up.
  package var within: RegionIndex
  package var regions: [RegionIndex]
  /// Numbers of the reporting days: those of the date field, moved by the dataset's cut-off; empty for a register.
  package var days: [Int32]
  /// One for each declared field, in its order.
  package var columns: [Column]
  /// By field index, then row.
  package var approximations: [Int: [Int: Approximation]]
  /// What is printed where a value is missing, by field index, then row; only where the dataset has a label for it.
  package var labels: [Int: [Int: String]] = [:]
  /// By row: when it first became known, where a later report has taken its place since.
  package var firstKnown: [Int: Moment] = [:]
  package var parts: [Part]
  /// The physical line in its file on which each row begins, or its row in its sheet.
  package var lines: [Int32]
  package var refused: [Refused]

  package init(
    declaration: DatasetDeclaration, level: Int, within: RegionIndex, regions: [RegionIndex], days: [Int32],
    columns: [Column],
    approximations: [Int: [Int: Approximation]] = [:], parts: [Part], lines: [Int32], refused: [Refused] = []
  ) {
    self.declaration = declaration
    self.level = level
    self.within = within
    self.regions = regions
    self.days = days
    self.columns = columns
    self.approximations = approximations
    self.parts = parts
    self.lines = lines
    self.refused = refused
  }

  package var rowCount: Int { regions.count }

  /// Where a row stands in its file, or one of its cells.
  package func location(row: Int, field: Int? = nil) -> Location {
    guard let part = parts.last(where: { $0.firstRow <= row }) else {
      return Location(file: declaration.location.file, line: Int(lines[row]), column: 1)
    }
    let position = field.flatMap { part.positions.indices.contains($0) ? part.positions[$0] : nil } ?? 0
    guard let sheet = part.sheet else {
      return Location(file: part.file, line: Int(lines[row]), column: position + 1)
    }
    return Location(file: part.file, sheet: sheet, row: Int(lines[row]), column: position + 1)
  }
}
