import Charts
import Common
import Pages
import Templates

extension BlockRenderer {
  func reminders(_ view: RemindersView) -> Record {
    let slots = fields.reminders
    var record = Record(slots.schema)
    record.set(slots.id, view.id)
    if !view.title.isEmpty || !view.subtitle.isEmpty { record.set(slots.heading, heading(view.title)) }
    record.set(slots.subtitle, view.subtitle)
    record.set(slots.complete, view.complete)
    record.set(
      slots.items,
      view.items.enumerated().map { number, item in
        let slots = fields.reminders.item
        var record = Record(slots.schema)
        record.set(slots.dataset, item.dataset)
        record.set(slots.summary, item.summary)
        let strip = CompletenessStrip(
          id: "\(view.id)-\(number + 1)", title: item.dataset + words[.colon] + item.summary,
          reported: item.reported, expected: item.expected)
        record.set(slots.strip, markup { strip.write(to: &$0) })
        return record
      })
    guard !view.table.rows.isEmpty else { return record }
    record.set(slots.csv, csvLink(view.table.id))
    record.set(slots.table, data(view.head))
    if let rest = view.rest {
      record.set(slots.foldTitle, view.foldTitle)
      record.set(slots.rest, data(rest))
    }
    return record
  }
}
