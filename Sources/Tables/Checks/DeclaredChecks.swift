import Common
import Reading

/// Holds a table against the checks its dataset declares. Numbers are compared exactly; a row in which one of
/// them is missing or approximate is passed over.
struct DeclaredChecks {
  let builder: TableBuilder
  let tree: RegionTree
  /// The level whose units report.
  let level: Int
  let explained: Set<ExplainedChange>

  var declaration: DatasetDeclaration { builder.declaration }

  /// - Complexity: O(n log n) in rows for each check.
  func run(findings: inout Findings) {
    for check in declaration.checks {
      var breaches = Breaches(check, of: declaration, subject: subject(check.kind))
      switch check.kind {
      case .bounds(let field, let minimum, let maximum): bounds(field, minimum, maximum, &breaches)
      case .atMost(let field, let other): atMost(field, other, &breaches)
      case .sumEquals(let fields, let total): sum(fields, total, &breaches)
      case .neverFalls(let field): neverFalls(field, &breaches)
      case .changesAtMost(let field, let factor, let from): changes(field, factor, from, &breaches)
      case .adds(let field, let new): adds(field, new, &breaches)
      case .levelSums(let field, let tolerance): levelSums(field, tolerance, &breaches)
      // Between datasets: ``CrossChecks``, when all have been read.
      case .equals: break
      }
      breaches.finish(tree: tree, findings: &findings)
    }
  }

  private func subject(_ kind: CheckDeclaration.Kind) -> String {
    switch kind {
    case .sumEquals(_, let field), .bounds(let field, _, _), .atMost(let field, _), .neverFalls(let field),
      .changesAtMost(let field, _, _), .adds(let field, _), .equals(let field, _, _),
      .levelSums(let field, _):
      title(field)
    }
  }

  func hasNumbers(_ fields: [Int]) -> Bool {
    fields.allSatisfy { builder.columns[$0].unitsPerOne != nil }
  }

  /// The value in millionths, whatever the column's scale; `nil` where it is missing or approximate.
  func exact(_ field: Int, _ row: Int) -> Int128? {
    let column = builder.columns[field]
    guard let units = column.unitsPerOne, column.wide[row] != Column.missing,
      !builder.isApproximate(field, row: row)
    else { return nil }
    return Millionths.of(column.wide[row], unitsPerOne: units)
  }

  func written(_ millionths: Int128, _ field: Int) -> String {
    Millionths.written(millionths, declaration.fields[field])
  }

  func title(_ field: Int) -> String { declaration.fields[field].title }

  func name(_ row: Int) -> String { tree[builder.regions[row]].name }

  func date(_ row: Int) -> String { CivilDate(dayNumber: builder.days[row]).description }

  func isExplained(_ field: Int, _ row: Int) -> Bool {
    !explained.isEmpty
      && explained.contains(
        ExplainedChange(
          dataset: declaration.name, field: field, region: builder.regions[row],
          day: CivilDate(dayNumber: builder.days[row])))
  }
}
