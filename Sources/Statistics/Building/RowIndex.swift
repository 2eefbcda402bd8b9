import Common
import Reading
import Tables

/// A table's rows by cell, in the table's order, and which cells have a report.
///
/// By the dataset's own date a cell has a report when the unit sent rows for that day. By another date a row is a
/// case, and a unit that has none that day is not silent: units that stand in the table at all have reported, on
/// every day from the table's first to its last.
struct RowIndex: Sendable {
  let dataset: Int
  let level: Int32
  /// The regions below which units are expected and added up.
  let range: Range<Int>
  let rollsUp: Bool
  let isRegister: Bool
  /// Whether rows count for days of another field than the dataset's own date.
  let isByCase: Bool
  /// Whether the region sent the dataset for that day; a refused row takes its whole report out.
  let sent: [Bool]
  /// By slot: whether anybody sent it.
  let heard: [Bool]
  /// Row numbers, cell by cell.
  let rows: [Int32]
  private let starts: [Int32]
  /// How many rows belong to no expected unit and to no region above one, and the first of them.
  let strays: Strays?

  struct Strays: Sendable {
    var count: Int
    var first: Int
  }

  /// - Parameter days: for each row the day of the field to go by; `nil` for the dataset's own date.
  init(table: Table, dataset: Int, by days: [Int32]? = nil, grid: Grid) {
    let shape = grid.shape
    let level = Int32(table.level)
    let rollsUp = table.declaration.rollsUp
    let whole = table.within < 0 || !rollsUp
    let range = whole ? 0..<shape.count : shape.subtree(Int(table.within))
    func belongs(_ region: Int, _ day: Int32) -> Bool {
      guard rollsUp else { return true }
      guard range.contains(region) else { return false }
      // A case at a place above the units is no total of that place's own.
      if shape.levels[region] < level { return days == nil }
      return shape.levels[region] == level && shape.isValid(region, day)
    }

    let spans = RowSpans(table: table, by: days, axis: grid.axis)
    var counts = [Int32](repeating: 0, count: grid.cells + 1)
    var strays: Strays?
    for row in 0..<table.rowCount {
      let region = Int(table.regions[row])
      var counted = false
      let span = spans.slots(of: row)
      for slot in span where region >= 0 && belongs(region, grid.axis.days[slot]) {
        counts[grid.cell(slot, region) + 1] += 1
        counted = true
      }
      if !counted, !span.isEmpty {
        strays = Strays(count: (strays?.count ?? 0) + 1, first: strays?.first ?? row)
      }
    }
    for cell in 0..<grid.cells { counts[cell + 1] += counts[cell] }
    var next = counts
    var rows = [Int32](repeating: 0, count: Int(counts[grid.cells]))
    for row in 0..<table.rowCount where table.regions[row] >= 0 {
      let region = Int(table.regions[row])
      for slot in spans.slots(of: row) where belongs(region, grid.axis.days[slot]) {
        let cell = grid.cell(slot, region)
        rows[Int(next[cell])] = Int32(row)
        next[cell] += 1
      }
    }

    var sent = (0..<grid.cells).map { counts[$0 + 1] > counts[$0] }
    if days != nil, rollsUp {
      let span = spans.slots(ofCases: table)
      let listed = Set(table.regions.filter { $0 >= 0 && shape.levels[Int($0)] == level }.map(Int.init))
      for unit in table.declaration.absentIsZero ? Array(range) : listed.sorted() {
        for slot in span where shape.levels[unit] == level && belongs(unit, grid.axis.days[slot]) {
          sent[grid.cell(slot, unit)] = true
        }
      }
    } else if spans.isRegister, rollsUp {
      // A unit that stands in the register has sent it; on a day without a row that holds it counts nothing.
      for region in Set(table.regions) where region >= 0 && shape.levels[Int(region)] == level {
        for slot in spans.registerSlots where belongs(Int(region), grid.axis.days[slot]) {
          sent[grid.cell(slot, Int(region))] = true
        }
      }
    }
    if days == nil, table.declaration.absentIsZero, rollsUp, !spans.isRegister {
      // The list is everybody's: on a day on which it has a unit's row the other units have none, which is known.
      for slot in 0..<grid.slots {
        let units = range.filter { shape.levels[$0] == level && shape.isValid($0, grid.axis.days[slot]) }
        guard units.contains(where: { sent[grid.cell(slot, $0)] }) else { continue }
        for unit in units { sent[grid.cell(slot, unit)] = true }
      }
    }
    for refused in table.refused where refused.region >= 0 {
      let slots: Range<Int>
      if let day = refused.day {
        slots = grid.axis.slots(from: day.dayNumber, to: day.dayNumber)
      } else {
        slots = table.declaration.date == .none ? 0..<grid.slots : 0..<0
      }
      for slot in slots { sent[grid.cell(slot, Int(refused.region))] = false }
    }
    heard = (0..<grid.slots).map { sent[grid.cell($0, 0)..<grid.cell($0 + 1, 0)].contains(true) }
    self.level = level
    self.range = range
    self.rollsUp = rollsUp
    isRegister = spans.isRegister
    isByCase = days != nil
    self.dataset = dataset
    self.sent = sent
    self.rows = rows
    starts = counts
    self.strays = strays
  }

  /// Where the cell's rows stand in ``rows``.
  func range(ofCell cell: Int) -> Range<Int> {
    Int(starts[cell])..<Int(starts[cell + 1])
  }

  /// Whether somebody is expected to report there that day: a valid region of the level; of facts nobody.
  func isUnit(_ region: Int, _ day: Int32, in shape: TreeShape) -> Bool {
    rollsUp && range.contains(region) && shape.levels[region] == level && shape.isValid(region, day)
  }
}

/// The slots on which a table's rows hold.
struct RowSpans {
  let isRegister: Bool
  /// The slots on which the register as a whole holds.
  let registerSlots: Range<Int>
  private let axis: DayAxis
  private let days: [Int32]
  private let from: [Int32]
  private let to: [Int32]

  /// - Parameter other: for each row the day of the field to go by; `nil` for the dataset's own date.
  init(table: Table, by other: [Int32]? = nil, axis: DayAxis) {
    func days(_ field: Int?) -> [Int32] {
      field.flatMap { table.columns[$0].calendarDays } ?? []
    }
    self.axis = axis
    self.days = other ?? table.days
    isRegister = table.declaration.date == .none && other == nil
    let validity = isRegister ? table.declaration.validity : nil
    from = days(validity?.from)
    to = days(validity?.to)
    let asOf = axis.asOf.dayNumber
    registerSlots = validity == nil ? axis.slots(from: asOf, to: asOf) : 0..<axis.count
  }

  /// From the first day of which a list of cases tells to the last, by the cases' days or the dataset's own. A register
  /// is kept to the reporting day. What is written for a later day has not happened yet.
  func slots(ofCases table: Table) -> Range<Int> {
    var (first, last) = (Int32.max, Int32.min)
    for day in [days, table.days].joined() where day != Column.missingDay && day <= axis.asOf.dayNumber {
      first = min(first, day)
      last = max(last, day)
    }
    guard first <= last else { return 0..<0 }
    return axis.slots(from: first, to: table.declaration.date == .none ? axis.asOf.dayNumber : last)
  }

  func slots(of row: Int) -> Range<Int> {
    guard isRegister else {
      let day = days[row]
      return day == Column.missingDay ? 0..<0 : axis.slots(from: day, to: day)
    }
    let first = from.isEmpty || from[row] == Column.missingDay ? Int32.min : from[row]
    let last = to.isEmpty || to[row] == Column.missingDay ? Int32.max : to[row]
    return axis.slots(from: first, to: last).clamped(to: registerSlots)
  }
}
