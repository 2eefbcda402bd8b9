import Common
import Reading

/// Holds a table against the checks its dataset declares. A row in which one of the numbers is missing or
/// not exact is passed over.
struct DeclaredChecks {
  let builder: TableBuilder
  let tree: RegionTree

  /// - Complexity: O(n log n) in rows for each check.
  func run(findings: inout Findings) {
    for check in builder.declaration.checks {
      switch check.kind {
      case .atMost(let field, let other): atMost(field, other, check.severity, &findings)
      case .sumEquals(let fields, let total): sum(fields, total, check.severity, &findings)
      case .neverFalls(let field): neverFalls(field, check.severity, &findings)
      }
    }
  }

  private func atMost(_ field: Int, _ other: Int, _ severity: Severity, _ findings: inout Findings) {
    guard hasNumbers([field, other]) else { return }
    for row in 0..<builder.rowCount {
      guard let value = exact(field, row), let limit = exact(other, row), value > limit else { continue }
      findings.add(
        Diagnostic(
          .overOtherField, severity, at: builder.location(row: row, field: field),
          [
            "field": title(field), "found": written(value, field), "other": title(other),
            "limit": written(limit, other),
          ]))
    }
  }

  private func sum(_ fields: [Int], _ total: Int, _ severity: Severity, _ findings: inout Findings) {
    guard hasNumbers(fields + [total]) else { return }
    for row in 0..<builder.rowCount {
      guard let expected = exact(total, row) else { continue }
      var sum: Int128 = 0
      var isComplete = true
      for field in fields {
        guard let value = exact(field, row) else {
          isComplete = false
          break
        }
        sum += value
      }
      guard isComplete, sum != expected else { continue }
      findings.add(
        Diagnostic(
          .sumDiffers, severity, at: builder.location(row: row, field: total),
          [
            "fields": fields.map(title).joined(separator: " + "), "sum": written(sum, total),
            "total": title(total), "found": written(expected, total),
          ]))
    }
  }

  /// Within a place, and within each value of the key's other fields.
  private func neverFalls(_ field: Int, _ severity: Severity, _ findings: inout Findings) {
    guard builder.hasDays, hasNumbers([field]) else { return }
    let declaration = builder.declaration
    let others = declaration.key.filter { !builder.isShared($0) && $0 != field }
    let groups = RowGroups(
      rowCount: builder.rowCount,
      columns: [builder.columns[declaration.regionField]] + others.map { builder.columns[$0] })
    var last = Array(repeating: -1, count: groups.firstRows.count)
    for row in rowsByDay() {
      guard let value = exact(field, row) else { continue }
      let group = Int(groups.groups[row])
      defer { last[group] = row }
      guard last[group] >= 0, let earlier = exact(field, last[group]), value < earlier else { continue }
      findings.add(
        Diagnostic(
          .cumulativeFalls, severity, at: builder.location(row: row, field: field),
          [
            "field": title(field), "place": tree[builder.regions[row]].name, "found": written(value, field),
            "date": date(row), "earlier": written(earlier, field), "earlier_date": date(last[group]),
          ]))
    }
  }

  private func rowsByDay() -> [Int] {
    let days = builder.days
    if zip(days, days.dropFirst()).allSatisfy({ $0 <= $1 }) { return Array(days.indices) }
    return days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
  }

  private func hasNumbers(_ fields: [Int]) -> Bool {
    fields.allSatisfy { builder.columns[$0].unitsPerOne != nil }
  }

  /// The value in millionths, whatever the column's scale.
  private func exact(_ field: Int, _ row: Int) -> Int128? {
    let value = builder.columns[field].wide[row]
    guard value != Column.missing, !builder.isApproximate(field, row: row) else { return nil }
    return builder.columns[field].kind == .numbers(scale: 0) ? Int128(value) * 1_000_000 : Int128(value)
  }

  private func written(_ millionths: Int128, _ field: Int) -> String {
    let isPercent = builder.declaration.fields[field].type == .percent
    let value = Rational(millionths, over: isPercent ? 10_000 : 1_000_000) ?? .zero
    return value.plainDecimal() + (isPercent ? "%" : "")
  }

  private func title(_ field: Int) -> String { builder.declaration.fields[field].title }

  private func date(_ row: Int) -> String { CivilDate(dayNumber: builder.days[row]).description }
}
