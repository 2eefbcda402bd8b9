import Common
import Reading

/// Holds a file's 合计 and 小计 rows against its rows.
struct TotalsCheck {
  let builder: TableBuilder
  let tree: RegionTree

  /// - Complexity: O(n log n) in the file's rows, times the totals that cover them.
  func verify(_ scan: FileScan, findings: inout Findings) {
    guard !scan.totals.isEmpty else { return }
    let all = Array(scan.firstRow..<builder.rowCount)
    let byDay = builder.hasDays ? Dictionary(grouping: all) { builder.days[$0] } : [:]
    for totals in scan.totals {
      let isSubtotal = totals.label == .subtotal
      let isIncomplete = isSubtotal ? scan.lost.touch(lines: totals.lines) : scan.lost.touch(day: totals.day)
      // What covers a row that was left out cannot be checked; the row's own finding stands.
      if isIncomplete { continue }
      let rows = isSubtotal ? Array(totals.rows) : totals.day.map { byDay[$0] ?? [] } ?? all
      let covered = lowest(
        rows.filter { row in
          totals.filters.allSatisfy { builder.columns[$0.field].narrow[row] == $0.code }
        })
      for claim in totals.claims { verify(claim, of: totals, covered, scan, &findings) }
    }
  }

  private func verify(
    _ claim: TotalsRow.Claim, of totals: TotalsRow, _ rows: [Int], _ scan: FileScan,
    _ findings: inout Findings
  ) {
    let column = builder.columns[claim.field]
    var sum: Int128 = 0
    for row in rows where !column.isMissing(row) {
      if builder.isApproximate(claim.field, row: row) { return }
      sum += Int128(column.wide[row])
    }
    guard sum != Int128(claim.value), let units = column.unitsPerOne else { return }
    func written(_ value: Int128) -> String {
      (Rational(value, over: Int128(units)) ?? .zero).plainDecimal()
    }
    findings.add(
      Diagnostic(
        .wrongTotal, at: scan.location(line: claim.line, position: claim.position),
        [
          "label": totals.label.rawValue, "field": builder.declaration.fields[claim.field].title,
          "found": written(Int128(claim.value)), "expected": written(sum), "rows": String(rows.count),
        ]))
  }

  /// The rows without those whose place has another of the rows below it on the same day: a street's own
  /// total beside its communities is not counted twice.
  private func lowest(_ rows: [Int]) -> [Int] {
    func isBefore(_ left: (Int32, RegionIndex), _ right: (Int32, RegionIndex)) -> Bool { left < right }
    func place(_ row: Int) -> (Int32, RegionIndex) {
      (builder.hasDays ? builder.days[row] : 0, builder.regions[row])
    }
    let places = rows.map(place).sorted(by: isBefore)
    return rows.filter { row in
      let (day, region) = place(row)
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore((day, region), places[middle]) { high = middle } else { low = middle + 1 }
      }
      guard low < places.count else { return true }
      return places[low].0 != day || places[low].1 >= tree[region].subtreeEnd
    }
  }
}
