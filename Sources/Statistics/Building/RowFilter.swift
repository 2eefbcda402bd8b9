import Common
import Reading
import Tables

/// Which rows meet a measure's conditions. A missing value meets none.
enum RowFilter {
  /// One flag a row; empty when there is no condition.
  static func matching(_ conditions: [Condition], in table: Table, tree: RegionTree) -> [Bool] {
    guard !conditions.isEmpty else { return [] }
    var result = [Bool](repeating: true, count: table.rowCount)
    for condition in conditions {
      let column = table.columns[condition.field]
      switch condition.test {
      case .oneOf(let texts): keep(texts, in: column, tree: tree, &result)
      case .isPresent: keepPresent(in: column, &result)
      case .compares(let comparison, let bound): keep(comparison, bound, in: column, &result)
      }
    }
    return result
  }

  private static func keepPresent(in column: Column, _ result: inout [Bool]) {
    guard case .numbers(let values, _) = column else { return }
    for row in values.indices where values[row] == Column.missing { result[row] = false }
  }

  private static func keep(_ texts: [String], in column: Column, tree: RegionTree, _ result: inout [Bool]) {
    switch column {
    case .numbers(let values, let scale):
      let wanted = Set(texts.compactMap { Rational(decimal: $0).flatMap { Scaled.exact($0, scale: scale) } })
      for row in values.indices where !wanted.contains(values[row]) { result[row] = false }
    case .categories(let codes, let names):
      let wanted = Set(texts)
      let allowed = names.map(wanted.contains)
      for row in codes.indices where codes[row] < 0 || !allowed[Int(codes[row])] { result[row] = false }
    case .lists(let codes, let lists, let names):
      let wanted = Set(texts)
      let allowed = lists.map { $0.contains { wanted.contains(names[Int($0)]) } }
      for row in codes.indices where codes[row] < 0 || !allowed[Int(codes[row])] { result[row] = false }
    case .days, .moments:
      let days = column.calendarDays ?? []
      let wanted = Set(texts.compactMap { CivilDate(iso: $0)?.dayNumber })
      for row in days.indices where !wanted.contains(days[row]) { result[row] = false }
    case .regions(let regions):
      let wanted = Set(
        texts.compactMap { text -> RegionIndex? in
          guard case .found(let region) = tree.find(text) else { return nil }
          return region
        })
      for row in regions.indices where !wanted.contains(regions[row]) { result[row] = false }
    case .withheld:
      for row in result.indices { result[row] = false }
    }
  }

  private static func keep(
    _ comparison: Condition.Comparison, _ bound: Rational, in column: Column, _ result: inout [Bool]
  ) {
    guard case .numbers(let values, let scale) = column else {
      for row in result.indices { result[row] = false }
      return
    }
    let (whole, overflow) = bound.numerator.multipliedReportingOverflow(by: Scaled.power(scale))
    for row in values.indices {
      guard values[row] != Column.missing, !overflow else {
        result[row] = false
        continue
      }
      let (left, tooLarge) = Int128(values[row]).multipliedReportingOverflow(by: bound.denominator)
      let holds =
        switch comparison {
        case .less: left < whole
        case .atMost: left <= whole
        case .greater: left > whole
        case .atLeast: left >= whole
        case .notEqual: left != whole
        }
      if tooLarge || !holds { result[row] = false }
    }
  }
}
