import Templates

/// Where a place's figures come from.
struct InputsFields: Sendable {
  let schema: Schema
  let id, subtitle, csv, foldTitle: TextSlot
  let heading: RecordSlot
  let table: HTMLSlot

  init(title: TitleFields) {
    var fields = SchemaBuilder("inputs")
    id = fields.text("id")
    subtitle = fields.text("subtitle")
    csv = fields.text("csv")
    foldTitle = fields.text("foldTitle")
    heading = fields.record("heading", title.schema)
    table = fields.html("table")
    schema = fields.schema
  }
}
