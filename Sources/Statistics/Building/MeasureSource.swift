import Common
import Reading
import Tables

/// What a measure is for one unit and day, from that report's rows.
struct CellValue: Sendable {
  /// At the source's scale; zero where `fraction` holds the value.
  var value: Int64 = 0
  /// A unit's mean of several rows that is no whole number at the scale.
  var fraction: Rational?
  /// ``CellFlags``: exactness, known, overflow.
  var flags: UInt8 = 0
  /// Rows that met the conditions.
  var matched = 0
  /// The source's words, where one cell that is not exact is the value.
  var written: String?
}

/// A value of one place, for `count_distinct`.
struct DistinctPair: Hashable, Comparable, Sendable {
  var key: Int64
  var region: Int32

  static func < (left: DistinctPair, right: DistinctPair) -> Bool {
    (left.key, left.region) < (right.key, right.region)
  }
}

/// A measure bound to its table: one column of numbers and the rows that count.
struct MeasureSource: Sendable {
  let verb: Measure.Verb
  let dataset: Int
  /// The row index it reads.
  let index: Int
  /// Values are in units of 10^-`scale`.
  let scale: Int
  private let absentIsZero: Bool
  private let numbers: [Int64]
  /// For `count_distinct` and for counting a field's values: what tells them apart, ``Column/missing`` where none.
  private let keys: [Int64]
  /// For values that are lists: what stands behind each key.
  private let lists: [[Int32]]
  private let matching: [Bool]
  private let approximations: [Int: Approximation]

  init(
    _ measure: Measure, dataset: Int, index: Int, table: Table, tree: RegionTree, absentIsZero: Bool,
    asOf: CivilDate
  ) {
    verb = measure.verb
    self.dataset = dataset
    self.index = index
    self.absentIsZero = absentIsZero
    let conditions = RowFilter.matching(measure.conditions, in: table, tree: tree)
    if let side = measure.cohort {
      let cases = CohortCases(side.cohort, table: table, tree: tree, asOf: asOf)
      matching = (0..<table.rowCount).map {
        (conditions.isEmpty || conditions[$0]) && cases.counts($0, in: side.part)
      }
    } else {
      matching = conditions
    }
    let column = measure.field.map { table.columns[$0] }
    if case .lists(_, let lists, _) = column { self.lists = lists } else { lists = [] }
    switch measure.verb {
    case .count, .countDistinct:
      numbers = []
      keys = column.map(Self.keys) ?? []
      scale = 0
      approximations = [:]
    case .sum, .last, .max, .min, .mean, .rollingMean:
      keys = []
      if case .numbers(let values, let scale) = column {
        numbers = values
        self.scale = scale
      } else {
        numbers = [Int64](repeating: Column.missing, count: table.rowCount)
        scale = 0
      }
      approximations = measure.field.flatMap { table.approximations[$0] } ?? [:]
    }
  }

  private static func keys(_ column: Column) -> [Int64] {
    switch column {
    case .numbers(let values, _): values
    case .categories(let codes, _), .lists(let codes, _, _): codes.map { $0 < 0 ? Column.missing : Int64($0) }
    case .days(let days): days.map { $0 == Column.missingDay ? Column.missing : Int64($0) }
    case .moments(let moments): moments.map(\.word)
    case .regions(let regions): regions.map { $0 < 0 ? Column.missing : Int64($0) }
    case .withheld(let hashes): hashes.map { $0 == 0 ? Column.missing : Int64(bitPattern: $0) }
    }
  }

  func matches(_ row: Int32) -> Bool { matching.isEmpty || matching[Int(row)] }

  /// The measure over the rows of one report.
  ///
  /// Without a matching row counts are 0 and the others not known, unless the indicator says `absent: 0`;
  /// of several rows sums add the values given and `last` takes the last row, missing or not.
  func read(_ rows: [Int32], _ range: Range<Int>) -> CellValue {
    var cell = CellValue()
    var present = 0
    var last: Int32 = -1
    for position in range where matches(rows[position]) {
      let row = rows[position]
      cell.matched += 1
      if verb == .last {
        last = row
        continue
      }
      guard !numbers.isEmpty else {
        if keys.isEmpty || keys[Int(row)] != Column.missing { present += 1 }
        continue
      }
      let value = numbers[Int(row)]
      guard value != Column.missing else { continue }
      take(value, first: present == 0, into: &cell)
      present += 1
      last = row
      if !approximations.isEmpty, let approximation = approximations[Int(row)] {
        cell.flags |= CellFlags.of(approximation.exactness)
      }
    }
    switch verb {
    case .count: return CellValue(value: Int64(present), flags: CellFlags.known, matched: cell.matched)
    case .countDistinct:
      let distinct = Set(range.lazy.map { rows[$0] }.filter(matches).flatMap(values))
      return CellValue(value: Int64(distinct.count), flags: CellFlags.known, matched: cell.matched)
    case .last where last >= 0:
      cell.value = numbers[Int(last)]
      guard cell.value != Column.missing else { return CellValue(matched: cell.matched) }
      present = 1
      cell.flags |= approximations[Int(last)].map { CellFlags.of($0.exactness) } ?? 0
    case .mean where present > 1:
      let count = Int64(present)
      if cell.value % count == 0 {
        cell.value /= count
      } else {
        cell.fraction = Rational(Int128(cell.value), over: Int128(count) * Scaled.power(scale))
        cell.value = 0
      }
    default: break
    }
    if cell.flags & CellFlags.overflow != 0 {
      return CellValue(flags: CellFlags.overflow, matched: cell.matched)
    }
    if present > 0 {
      cell.flags |= CellFlags.known
      if present == 1, !approximations.isEmpty { cell.written = approximations[Int(last)]?.written }
    } else if cell.matched == 0, absentIsZero {
      cell.flags = CellFlags.known
    }
    return cell
  }

  private func take(_ value: Int64, first: Bool, into cell: inout CellValue) {
    switch verb {
    case .max: cell.value = first ? value : Swift.max(cell.value, value)
    case .min: cell.value = first ? value : Swift.min(cell.value, value)
    default:
      let (sum, overflow) = cell.value.addingReportingOverflow(value)
      cell.value = sum
      if overflow { cell.flags |= CellFlags.overflow }
    }
  }

  private func key(_ row: Int32) -> Int64 {
    keys.isEmpty ? Int64(row) : keys[Int(row)]
  }

  /// The values that `count_distinct` tells apart, in the region's name.
  func appendPairs(_ rows: [Int32], _ range: Range<Int>, region: Int, to pairs: inout [DistinctPair]) {
    for position in range where matches(rows[position]) {
      for value in values(rows[position]) { pairs.append(DistinctPair(key: value, region: Int32(region))) }
    }
  }

  /// What a row holds: one value, several of a list, or none.
  private func values(_ row: Int32) -> [Int64] {
    let key = key(row)
    if key == Column.missing { return [] }
    return lists.isEmpty ? [key] : lists[Int(key)].map(Int64.init)
  }
}
