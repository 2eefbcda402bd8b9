import Common
import Reading
import Tables

/// What a table's rows say of reports that are not there, or came late.
struct Silence {
  private let table: Table
  /// Fields that tell something: neither place nor day, key, time of knowledge or anything personal.
  private let fields: [Int]
  /// Rows of the window that were refused, by unit.
  let refused: [RegionIndex: Int]

  init(_ table: Table, window: ClosedRange<CivilDate>) {
    self.table = table
    let declaration = table.declaration
    fields = declaration.fields.indices.filter { field in
      field != declaration.regionField && declaration.date != .field(field) && field != declaration.knownAt
        && !declaration.key.contains(field) && !declaration.fields[field].isPersonal
    }
    refused = table.refused.reduce(into: [:]) { rows, refused in
      if let day = refused.day, window.contains(day) { rows[refused.region, default: 0] += refused.rows }
    }
  }

  /// That there is no report, where the rows tell nothing else; `nil` where they tell something.
  func declared(by rows: ArraySlice<Int32>) -> DueReports.State? {
    guard !rows.isEmpty, !fields.isEmpty else { return nil }
    var label: String?
    for row in rows {
      for field in fields {
        guard table.columns[field].isMissing(Int(row)) else { return nil }
        label = label ?? table.labels[field]?[Int(row)]
      }
    }
    return .declared(label: label)
  }

  /// When the last of the rows became known, corrections of what was known before aside; `nil` where the dataset does not say it of any.
  func known(_ rows: ArraySlice<Int32>) -> Moment? {
    guard let field = table.declaration.knownAt else { return nil }
    return rows.compactMap { table.firstKnown[Int($0)] ?? table.columns[field].moment(Int($0)) }.max()
  }
}
