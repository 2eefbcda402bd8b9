import Common
import Reading

extension TableBuilder {
  /// A value in words; `nil` where there is none, and for what is personal.
  func text(_ field: Int, row: Int, tree: RegionTree) -> String? {
    let column = columns[field]
    guard !declaration.fields[field].isPersonal, !column.isMissing(row) else { return nil }
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
  }

  /// Keeps a row that another of the same key stands against.
  mutating func refuse(row: Int, for reason: Diagnostic, tree: RegionTree) {
    let part = parts.lastIndex { $0.firstRow <= row } ?? 0
    sources[part].refused.append(
      DatasetReading.RefusedRow(
        row: Int(rowsOfSources(row..<row + 1)[0]),
        cells: columns.indices.map { text($0, row: row, tree: tree) }, reasons: [reason]))
  }

  /// How many of the rows that were read are in the table.
  mutating func countAccepted() {
    for part in parts.indices {
      let end = part + 1 < parts.count ? parts[part + 1].firstRow : rowCount
      sources[part].accepted = end - parts[part].firstRow
      sources[part].refused.sort { $0.row < $1.row }
    }
  }
}
