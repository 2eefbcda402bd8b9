import Common
import Reading

/// A level's own total against the sum of its children.
extension DeclaredChecks {
  /// What a place says of a field on a day.
  private struct Said {
    var row: Int
    /// `nil` where one of its rows does not tell it exactly.
    var value: Int128?
  }

  /// Compares where every unit below has said its number on the day.
  func levelSums(_ field: Int, _ tolerance: Rational, _ breaches: inout Breaches) {
    guard hasNumbers([field]) else { return }
    let allowed = Millionths.floor(tolerance)
    for said in said(field) {
      for (region, own) in said.sorted(by: { $0.value.row < $1.value.row }) {
        guard tree[region].level < level, let value = own.value, let sum = sum(below: region, said, own.row),
          sum.parts > 0, abs(value - sum.value) > allowed
        else { continue }
        breaches.add(
          .levelSumDiffers, of: region, at: { builder.location(row: own.row, field: field) },
          {
            [
              "field": title(field), "place": tree[region].name, "found": written(value, field),
              "sum": written(sum.value, field), "children": String(sum.parts),
              "difference": written(abs(value - sum.value), field),
            ]
          })
      }
    }
  }

  /// By day, and by the values of the key's other fields: what each place says, several rows added up.
  private func said(_ field: Int) -> [[RegionIndex: Said]] {
    let others = declaration.key.filter { !isOwnPlaceOrDay($0) && $0 != field }.map { builder.columns[$0] }
    var days = ColumnBuilder(kind: .days)
    days.narrow = builder.days
    let groups = RowGroups(
      rowCount: builder.rowCount, columns: (builder.hasDays ? [days] : []) + others)
    var result: [[RegionIndex: Said]] = Array(repeating: [:], count: groups.firstRows.count)
    for row in 0..<builder.rowCount {
      let value = exact(field, row)
      let group = Int(groups.groups[row])
      if let earlier = result[group][builder.regions[row]] {
        let sum = earlier.value.flatMap { first in value.map { first + $0 } }
        result[group][builder.regions[row]] = Said(row: earlier.row, value: sum)
      } else {
        result[group][builder.regions[row]] = Said(row: row, value: value)
      }
    }
    return result
  }

  /// The sum of what stands next below a place; `nil` where one of its units is silent.
  private func sum(below region: RegionIndex, _ said: [RegionIndex: Said], _ row: Int)
    -> (value: Int128, parts: Int)?
  {
    let day = builder.hasDays ? CivilDate(dayNumber: builder.days[row]) : nil
    var result: (value: Int128, parts: Int) = (0, 0)
    for child in tree.children(of: region) where day.map({ tree[child].isValid(on: $0) }) ?? true {
      if let own = said[child] {
        guard let value = own.value else { return nil }
        result = (result.value + value, result.parts + 1)
      } else {
        guard tree[child].level < level, let below = sum(below: child, said, row) else { return nil }
        result = (result.value + below.value, result.parts + below.parts)
      }
    }
    return result
  }
}
