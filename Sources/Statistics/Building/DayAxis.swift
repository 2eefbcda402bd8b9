import Common
import Reading
import Tables

/// The days for which cells are kept, one slot each: every day of the data, the days to which reports
/// are carried behind it, and the reporting day.
struct DayAxis: Sendable {
  /// Ascending.
  let days: [Int32]
  /// First to last day of the data, with the days to which reports are carried behind it, and the reporting day
  /// where a register holds on it.
  let data: ClosedRange<CivilDate>
  let asOf: CivilDate

  /// Beyond this many days a range is taken for a mistyped year, and only days with data get a slot.
  private static let longestRange: Int32 = 1000
  /// How far back a register alone, without any dated table, opens the series.
  private static let longestRegister: Int32 = 365

  /// - Parameter others: days of cases by other fields than their datasets' own dates.
  init(
    tables: [Table], others: [[Int32]] = [], asOf given: CivilDate?, longestCarry: Int,
    period: ClosedRange<CivilDate>?
  ) {
    let bound = given?.dayNumber ?? .max
    var present: Set<Int32> = []
    for table in tables {
      var previous = Column.missingDay
      for day in table.days where day != previous && day <= bound {
        present.insert(day)
        previous = day
      }
    }
    for days in others { present.formUnion(days.lazy.filter { $0 <= bound }) }
    present.remove(Column.missingDay)
    let validity = Self.validityBounds(of: tables)
    let last = given?.dayNumber ?? present.max() ?? validity?.upperBound ?? period?.upperBound.dayNumber ?? 0
    if present.isEmpty {
      let first = max(validity?.lowerBound ?? last, last - Self.longestRegister)
      present = first <= last ? Set(first...last) : [last]
    }
    let range = (present.min() ?? last)...(present.max() ?? last)
    var slots = present
    if range.upperBound - range.lowerBound <= Self.longestRange { slots.formUnion(range) }
    let carry = Int32(min(longestCarry, Int(Self.longestRegister)))
    if carry > 0 {
      for day in present { slots.formUnion(((day + 1)...(day + carry)).filter { $0 <= last }) }
    }
    slots.insert(last)
    var end = max(range.upperBound, min(last, range.upperBound + carry))
    let hasRegister = tables.contains { $0.declaration.date == .none && $0.rowCount > 0 }
    if hasRegister, last - end <= Self.longestRegister {
      slots.formUnion(end...last)
      end = last
    }
    days = slots.sorted()
    data = CivilDate(dayNumber: range.lowerBound)...CivilDate(dayNumber: end)
    asOf = CivilDate(dayNumber: last)
  }

  /// The days on which registers begin to hold; of those without a beginning the days on which they end.
  private static func validityBounds(of tables: [Table]) -> ClosedRange<Int32>? {
    func days(_ end: (DatasetDeclaration.Validity) -> Int?) -> [Int32] {
      tables.flatMap { table -> [Int32] in
        guard table.declaration.date == .none, let field = table.declaration.validity.flatMap(end),
          let days = table.columns[field].calendarDays
        else { return [] }
        return days.filter { $0 != Column.missingDay }
      }
    }
    let begins = days { $0.from }
    let bounds = begins.isEmpty ? days { $0.to } : begins
    guard let first = bounds.min(), let last = bounds.max() else { return nil }
    return first...last
  }

  var count: Int { days.count }

  /// - Complexity: O(1) where no day is left out, else O(log n).
  func slot(of day: Int32) -> Int? {
    let guess = Int(day) - Int(days[0])
    if days.indices.contains(guess), days[guess] == day { return guess }
    let at = firstSlot(from: day)
    return at < days.count && days[at] == day ? at : nil
  }

  func slot(of day: CivilDate) -> Int? { slot(of: day.dayNumber) }

  /// The slots of the days from `first` to `last`, both included.
  func slots(from first: Int32, to last: Int32) -> Range<Int> {
    guard first <= last else { return 0..<0 }
    return firstSlot(from: first)..<(last == .max ? days.count : firstSlot(from: last + 1))
  }

  func date(_ slot: Int) -> CivilDate { CivilDate(dayNumber: days[slot]) }

  private func firstSlot(from day: Int32) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
