import Pages
import Templates

extension BlockRenderer {
  func inputs(_ view: InputsView) -> Record {
    let slots = fields.inputs
    var record = Record(slots.schema)
    record.set(slots.id, view.id)
    if !view.title.isEmpty { record.set(slots.heading, heading(view.title)) }
    record.set(slots.subtitle, view.subtitle)
    record.set(slots.foldTitle, view.foldTitle)
    record.set(slots.csv, csvLink(view.table.id))
    record.set(slots.table, data(view.table))
    return record
  }
}
