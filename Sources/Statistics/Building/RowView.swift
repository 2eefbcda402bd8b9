import Common
import Reading
import Tables

/// A dataset's rows by the days of one of its date fields.
struct RowView: Hashable, Sendable {
  var dataset: Int
  /// `nil` for the dataset's own date.
  var by: Int?

  /// The view that a measure counts; `nil` for a base column.
  init?(_ measure: Measure) {
    guard let dataset = measure.dataset else { return nil }
    self.dataset = dataset
    by = measure.by
  }
}

/// The days for which rows count in the views of other date fields than their datasets' own.
struct ViewDays: Sendable {
  /// Day numbers by row, ``Column/missingDay`` where a row counts for none.
  private(set) var days: [RowView: [Int32]] = [:]
  /// Rows whose day lies outside the site's period, and the first of them.
  private(set) var strays: [(view: RowView, count: Int, first: Int)] = []

  /// - Complexity: O(rows) for each view.
  init(_ views: Set<RowView>, tables: [Table], period: ClosedRange<CivilDate>?) {
    let sorted = views.sorted { ($0.dataset, $0.by ?? -1) < ($1.dataset, $1.by ?? -1) }
    for view in sorted where tables.indices.contains(view.dataset) {
      let table = tables[view.dataset]
      guard let by = view.by, var found = table.columns[by].reportingDays(cutOff: table.declaration.cutOff)
      else { continue }
      if let period {
        let bounds = period.lowerBound.dayNumber...period.upperBound.dayNumber
        let outside = found.indices.filter { found[$0] != Column.missingDay && !bounds.contains(found[$0]) }
        if let first = outside.first { strays.append((view, outside.count, first)) }
        for row in outside { found[row] = Column.missingDay }
      }
      days[view] = found
    }
  }
}

extension Formula {
  /// The measures it names itself, not those of other indicators.
  var measures: [Measure] {
    switch self {
    case .measure(let measure): [measure]
    case .chapman(let chapman): chapman.measures
    case .ratio(let first, let second), .difference(let first, let second):
      [first, second].compactMap { if case .measure(let measure) = $0 { measure } else { nil } }
    }
  }

  /// The other indicators it names.
  package var references: [IndicatorIndex] {
    switch self {
    case .measure, .chapman: []
    case .ratio(let first, let second), .difference(let first, let second):
      [first, second].compactMap { if case .indicator(let index) = $0 { index } else { nil } }
    }
  }
}
