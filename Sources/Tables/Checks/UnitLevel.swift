import Common
import Reading

/// The level whose regions report a dataset.
struct UnitLevel {
  let tree: RegionTree

  /// The declared level, or the one at which all rows stand. Where nothing is added up any levels may mix,
  /// and the lowest that occurs is taken.
  func level(of builder: TableBuilder, findings: inout Findings) -> Int {
    if let level = builder.declaration.level { return level }
    var rows = Array(repeating: 0, count: tree.levels.count)
    for region in builder.regions { rows[tree.regions[Int(region)].level] += 1 }
    let used = rows.indices.filter { rows[$0] > 0 }
    guard let lowest = used.last else { return max(0, tree.levels.count - 1) }
    if used.count > 1, builder.declaration.rollsUp {
      findings.add(
        Diagnostic(
          .severalLevels, at: builder.declaration.location,
          [
            "dataset": builder.declaration.title,
            "found": used.map { "\(tree.levels[$0].title) \(rows[$0])" }.joined(separator: "、"),
          ], suggestions: used.reversed().map { "level: " + tree.levels[$0].id }))
    }
    return lowest
  }
}
