import Templates

/// Who has not reported.
struct RemindersFields: Sendable {
  let schema: Schema
  let id, subtitle, complete, csv, foldTitle: TextSlot
  let heading: RecordSlot
  let items: ListSlot
  let item: RemindersItemFields
  let table, rest: HTMLSlot

  init(title: TitleFields) {
    item = RemindersItemFields()
    var fields = SchemaBuilder("reminders")
    id = fields.text("id")
    subtitle = fields.text("subtitle")
    complete = fields.text("complete")
    csv = fields.text("csv")
    foldTitle = fields.text("foldTitle")
    heading = fields.record("heading", title.schema)
    items = fields.list("items", item.schema)
    table = fields.html("table")
    rest = fields.html("rest")
    schema = fields.schema
  }
}

/// A dataset of which somebody is waited for.
struct RemindersItemFields: Sendable {
  let schema: Schema
  let dataset, summary: TextSlot
  let strip: HTMLSlot

  init() {
    var fields = SchemaBuilder("reminders-item")
    dataset = fields.text("dataset")
    summary = fields.text("summary")
    strip = fields.html("strip")
    schema = fields.schema
  }
}
