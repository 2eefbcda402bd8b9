import Common
import Reading

/// Finds rows that were sent twice (SEMANTICS, rules 20 and 24).
struct KeyCheck {
  let tree: RegionTree

  /// Drops exact duplicates, and rows that were sent again; the same key with other values is an error
  /// unless the dataset says that the last one holds: that which became known last, or bears the latest time; where the
  /// dataset has neither, the last line.
  ///
  /// - Complexity: O(n).
  func settle(_ builder: inout TableBuilder, findings: inout Findings) {
    guard !builder.declaration.key.isEmpty else { return }
    let groups = RowGroups(rowCount: builder.rowCount, columns: keyColumns(builder))
    guard groups.firstRows.count < builder.rowCount else { return }
    var isKept = Array(repeating: true, count: builder.rowCount)
    var current = groups.firstRows.map(Int.init)
    let times = times(builder)
    // By part: rows that others in it replace.
    var resent = Array(repeating: 0, count: builder.parts.count)
    var repeated = resent
    for row in 0..<builder.rowCount {
      let group = Int(groups.groups[row])
      let earlier = current[group]
      if earlier == row { continue }
      let (part, earlierPart) = (self.part(row, builder), self.part(earlier, builder))
      let isEqual = areEqual(earlier, row, builder)
      if builder.declaration.resent == .last {
        let isNewer = !isEqual && times.map { $0[row] >= $0[earlier] } ?? true
        isKept[isNewer ? earlier : row] = false
        builder.sources[isNewer ? earlierPart : part].replaced += 1
        if isNewer { current[group] = row }
        if !isEqual {
          resent[isNewer ? part : earlierPart] += 1
        } else if part == earlierPart {
          repeated[part] += 1
        }
        if let times { note(times, of: earlier, row, kept: current[group], &builder) }
      } else {
        isKept[row] = false
        report(isEqual ? .exactDuplicate : .keyTwice, row, earlier, &builder, &findings)
      }
    }
    for (rule, counts) in [(Rule.rowsResent, resent), (.rowsRepeated, repeated)] {
      for (part, rows) in counts.enumerated() where rows > 0 {
        findings.add(
          Diagnostic(rule, .remark, at: Location(file: builder.parts[part].file), ["rows": String(rows)]))
      }
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
    return (builder.declaration.date == .filename ? columns + [days] : columns)
      + (builder.originColumn.map { [$0] } ?? [])
  }

  /// By row: when it became known, or the time its date bears; a row that does not say is older than those that do.
  private func times(_ builder: TableBuilder) -> [Moment]? {
    if let field = builder.declaration.knownAt {
      let column = builder.columns[field].column
      return (0..<builder.rowCount).map { column.moment($0) ?? .missing }
    }
    guard case .field(let field) = builder.declaration.date, builder.columns[field].kind == .moments else {
      return nil
    }
    return builder.columns[field].wide.map { Moment(word: $0) }
  }

  /// Keeps when the report was first known: putting it right later does not make it late.
  private func note(
    _ times: [Moment], of one: Int, _ other: Int, kept: Int, _ builder: inout TableBuilder
  ) {
    let known = [builder.firstKnown[one], builder.firstKnown[other], times[one], times[other]]
      .compactMap(\.self).filter { !$0.isMissing }
    if let first = known.min(), first < times[kept] { builder.firstKnown[kept] = first }
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
    _ rule: Rule, _ row: Int, _ earlier: Int, _ builder: inout TableBuilder, _ findings: inout Findings
  ) {
    let key = builder.declaration.key.first
    var diagnostic = Diagnostic(
      rule, rule == .keyTwice ? .error : .warning, at: builder.location(row: row, field: key),
      [
        "key": described(row, builder),
        "first": builder.location(row: earlier, field: key).description,
      ])
    if rule == .keyTwice {
      let fields = differing(row, earlier, builder)
      diagnostic.arguments.append(Diagnostic.Argument(name: "fields", value: fields))
      builder.refuse(row: row, for: diagnostic, tree: tree)
    } else {
      builder.sources[part(row, builder)].replaced += 1
    }
    findings.add(diagnostic)
  }

  /// The titles of the columns in which two rows differ.
  private func differing(_ row: Int, _ earlier: Int, _ builder: TableBuilder) -> String {
    let titles = builder.columns.indices.filter {
      builder.columns[$0].word(row) != builder.columns[$0].word(earlier)
    }.map { builder.declaration.fields[$0].title }
    return titles.prefix(5).joined(separator: "、") + (titles.count > 5 ? "…" : "")
  }

  /// The key's values in words; personal ones are left out.
  private func described(_ row: Int, _ builder: TableBuilder) -> String {
    builder.declaration.key.compactMap { builder.text($0, row: row, tree: tree) }.joined(separator: " · ")
  }
}
