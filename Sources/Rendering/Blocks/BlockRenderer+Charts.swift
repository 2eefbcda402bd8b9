import Common
import Pages
import Templates

extension BlockRenderer {
  func charts(_ id: String, _ title: String, _ subtitle: String, _ charts: [ChartView], _ small: Bool)
    -> Record
  {
    let slots = fields.charts
    var record = Record(slots.schema)
    record.set(slots.id, id)
    if !title.isEmpty { record.set(slots.heading, heading(title)) }
    record.set(slots.subtitle, subtitle)
    record.set(slots.isSmall, small)
    record.set(slots.remarks, charts.map(\.remark).distinct.filter { !$0.isEmpty })
    record.set(slots.charts, charts.map { chart($0, small: small) })
    return record
  }

  private func chart(_ view: ChartView, small: Bool) -> Record {
    let slots = fields.charts.chart
    var record = Record(slots.schema)
    record.set(slots.id, view.id)
    record.set(slots.heading, heading(view.title))
    record.set(slots.subtitle, view.subtitle)
    record.set(slots.note, view.note)
    record.set(slots.definitions, view.definitions.map { link($0) })
    if view.definitions.count == 1 { record.set(slots.definition, href(view.definitions[0].address)) }
    record.set(slots.csv, csvLink(view.table.id))
    record.set(slots.table, data(view.table))
    record.set(slots.svg, markup { ChartMarkup(words: words).write(view, small: small, into: &$0) })
    return record
  }
}

extension [String] {
  /// Each once, in the order of their first.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
