import Common
import Reading

/// Finds rows that were sent twice (SEMANTICS, rules 20 and 24).
struct KeyCheck {
  let tree: RegionTree

  /// Drops exact duplicates, and rows that were sent again; the same key with other values is an error
  /// unless the dataset says that the last one holds.
  ///
  /// - Complexity: O(n).
  func settle(_ builder: inout TableBuilder, findings: inout Findings) {
    guard !builder.declaration.key.isEmpty else { return }
    let groups = RowGroups(rowCount: builder.rowCount, columns: keyColumns(builder))
    guard groups.firstRows.count < builder.rowCount else { return }
    var isKept = Array(repeating: true, count: builder.rowCount)
    var current = groups.firstRows.map(Int.init)
    // By part: rows of earlier files that it replaces.
    var resent = Array(repeating: 0, count: builder.parts.count)
    for row in 0..<builder.rowCount {
      let group = Int(groups.groups[row])
      let earlier = current[group]
      if earlier == row { continue }
      let (part, earlierPart) = (self.part(row, builder), self.part(earlier, builder))
      if areEqual(earlier, row, builder) {
        isKept[row] = false
        if builder.declaration.resent == .error || part == earlierPart {
          report(.exactDuplicate, .warning, row, earlier, builder, &findings)
        }
      } else if builder.declaration.resent == .last {
        isKept[earlier] = false
        current[group] = row
        resent[part] += 1
      } else {
        isKept[row] = false
        report(.keyTwice, .error, row, earlier, builder, &findings)
      }
    }
    for (part, rows) in resent.enumerated() where rows > 0 {
      findings.add(
        Diagnostic(
          .rowsResent, .remark, at: Location(file: builder.parts[part].file), ["rows": String(rows)]))
    }
    builder.keep(isKept)
  }

  /// The declared key, and the day where it is that of the file's name. The dataset's own date stands in a key for
  /// the day it counts for: a report sent again an hour later is the same report.
  private func keyColumns(_ builder: TableBuilder) -> [ColumnBuilder] {
    var days = ColumnBuilder(kind: .days)
    days.narrow = builder.days
    let columns = builder.declaration.key.map { field in
      builder.declaration.date == .field(field) ? days : builder.columns[field]
    }
    return builder.declaration.date == .filename ? columns + [days] : columns
  }

  private func part(_ row: Int, _ builder: TableBuilder) -> Int {
    builder.parts.lastIndex { $0.firstRow <= row } ?? 0
  }

  private func areEqual(_ first: Int, _ second: Int, _ builder: TableBuilder) -> Bool {
    (!builder.hasDays || builder.days[first] == builder.days[second])
      && builder.columns.allSatisfy { $0.word(first) == $0.word(second) }
      && builder.approximations.values.allSatisfy { $0[first] == $0[second] }
  }

  private func report(
    _ rule: Rule, _ severity: Severity, _ row: Int, _ earlier: Int, _ builder: TableBuilder,
    _ findings: inout Findings
  ) {
    findings.add(
      Diagnostic(
        rule, severity, at: builder.location(row: row, field: builder.declaration.key.first),
        [
          "key": described(row, builder),
          "first": builder.location(row: earlier, field: builder.declaration.key.first).description,
        ]))
  }

  /// The key's values in words; personal ones are left out.
  private func described(_ row: Int, _ builder: TableBuilder) -> String {
    builder.declaration.key.compactMap { field -> String? in
      let column = builder.columns[field]
      guard !builder.declaration.fields[field].isPersonal, !column.isMissing(row) else { return nil }
      switch column.kind {
      case .regions: return tree[column.narrow[row]].name
      case .days: return CivilDate(dayNumber: column.narrow[row]).description
      case .moments: return Moment(word: column.wide[row]).description
      case .lists:
        return column.lists.lists[Int(column.narrow[row])].map(column.names.name).joined(separator: "、")
      case .categories: return column.names.name(of: column.narrow[row])
      case .numbers:
        return Rational(Int128(column.wide[row]), over: Int128(column.unitsPerOne ?? 1))?.plainDecimal()
      case .withheld: return nil
      }
    }.joined(separator: " · ")
  }
}
