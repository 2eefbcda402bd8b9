import Common
import Reading

/// What each place says of a field on each day, its rows added up.
struct UnitSums {
  struct Unit: Hashable {
    var region: RegionIndex
    /// ``Column/missingDay`` in a register.
    var day: Int32
  }

  struct Sum {
    /// The first row.
    var row: Int
    /// In millionths; `nil` where a row does not tell its number exactly, or one was refused.
    var value: Int128?
  }

  /// In the order of their first rows.
  private(set) var units: [Unit] = []
  private var sums: [Unit: Sum] = [:]

  init(of field: Int, in table: Table) {
    guard case .numbers(let values, let scale) = table.columns[field] else { return }
    let units: Int64 = scale == 0 ? 1 : 1_000_000
    let approximate = table.approximations[field] ?? [:]
    for row in 0..<table.rowCount {
      let unit = Unit(
        region: table.regions[row], day: table.days.isEmpty ? Column.missingDay : table.days[row])
      let isKnown = values[row] != Column.missing && approximate[row] == nil
      let value = isKnown ? Millionths.of(values[row], unitsPerOne: units) : nil
      if let earlier = sums[unit] {
        sums[unit]?.value = earlier.value.flatMap { first in value.map { first + $0 } }
      } else {
        self.units.append(unit)
        sums[unit] = Sum(row: row, value: value)
      }
    }
    for refused in table.refused {
      let unit = Unit(region: refused.region, day: refused.day?.dayNumber ?? Column.missingDay)
      sums[unit]?.value = nil
    }
  }

  subscript(unit: Unit) -> Sum? { sums[unit] }
}
