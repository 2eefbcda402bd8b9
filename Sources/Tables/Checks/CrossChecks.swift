import Common
import Reading

/// Checks between datasets, when all of them have been read. What refers to nothing was reported where it is declared.
package struct CrossChecks {
  private let tables: [Table]
  private let tree: RegionTree

  /// - Parameter tables: one for each dataset.
  package init(tables: [Table], tree: RegionTree) {
    self.tables = tables
    self.tree = tree
  }

  /// - Complexity: O(n) in the rows of the datasets concerned.
  package func run(findings: inout Findings) {
    for table in tables {
      for check in table.declaration.checks {
        guard case .equals(let field, let other, let tolerance) = check.kind,
          let (owner, otherField) = find(other)
        else { continue }
        var breaches = Breaches(
          check, of: table.declaration, subject: table.declaration.fields[field].title)
        compare(table, field, owner, otherField, tolerance, &breaches)
        breaches.finish(tree: tree, findings: &findings)
      }
      for key in table.declaration.foreignKeys {
        let references = key.references.compactMap(find)
        // A dataset of which no file could be read has no values to refer to: that is said already.
        guard references.count == key.fields.count, references.allSatisfy({ !$0.0.parts.isEmpty }) else {
          continue
        }
        let subject = key.fields.map { table.declaration.fields[$0].title }.joined(separator: " + ")
        var breaches = Breaches(key.severity, at: key.location, of: table.declaration, subject: subject)
        refer(table, key, references, &breaches)
        breaches.finish(tree: tree, findings: &findings)
      }
    }
  }

  private func find(_ reference: FieldReference) -> (Table, Int)? {
    guard let table = tables.first(where: { $0.declaration.name == reference.dataset }),
      let field = table.declaration.field(named: reference.field)
    else { return nil }
    return (table, field)
  }

  /// By place and day, the rows of each added up; what one side has not, has not exactly, or not whole because a
  /// row was refused, is passed over.
  private func compare(
    _ table: Table, _ field: Int, _ other: Table, _ otherField: Int, _ tolerance: Rational,
    _ breaches: inout Breaches
  ) {
    let allowed = Millionths.floor(tolerance)
    let (ours, theirs) = (UnitSums(of: field, in: table), UnitSums(of: otherField, in: other))
    for unit in ours.units {
      guard let mine = ours[unit], let value = mine.value, let found = theirs[unit], let that = found.value,
        abs(value - that) > allowed
      else { continue }
      let (declared, otherDeclared) = (table.declaration.fields[field], other.declaration.fields[otherField])
      breaches.add(
        .datasetsDiffer, of: unit.region, at: { table.location(row: mine.row, field: field) },
        {
          [
            "field": declared.title, "place": tree[unit.region].name,
            "date": unit.day == Column.missingDay ? "" : CivilDate(dayNumber: unit.day).description,
            "found": Millionths.written(value, declared), "dataset": other.declaration.title,
            "other": otherDeclared.title, "theirs": Millionths.written(that, otherDeclared),
            "where": other.location(row: found.row, field: otherField).description,
          ]
        })
    }
  }

  private func refer(
    _ table: Table, _ key: ForeignKeyDeclaration, _ references: [(Table, Int)], _ breaches: inout Breaches
  ) {
    let known = Set(
      (0..<references[0].0.rowCount).compactMap { row in
        KeyValue.of(row, references.map { $0.0.columns[$0.1] })
      })
    let columns = key.fields.map { table.columns[$0] }
    let isPersonal = key.fields.contains { table.declaration.fields[$0].isPersonal }
    for row in 0..<table.rowCount {
      guard let value = KeyValue.of(row, columns), !known.contains(value) else { continue }
      breaches.add(
        .brokenReference, of: table.regions[row],
        at: { table.location(row: row, field: key.fields.first) },
        {
          [
            "field": key.fields.map { table.declaration.fields[$0].title }.joined(separator: " + "),
            "found": isPersonal ? "***" : value.map { $0.written(tree) }.joined(separator: " · "),
            "dataset": references[0].0.declaration.title,
          ]
        })
    }
  }
}
