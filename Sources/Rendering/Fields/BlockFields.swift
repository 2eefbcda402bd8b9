import Templates

/// A key figure and the lines below it.
struct CardFields: Sendable {
  let schema: Schema
  let title, href, number, unit, change, comparison, asReported: TextSlot
  let isUp, isDown, isWord: FlagSlot
  let mark: RecordSlot
  let spark: HTMLSlot
  let lines: ListSlot
  let line: CardLineFields

  init(mark markFields: MarkFields) {
    line = CardLineFields(mark: markFields)
    var fields = SchemaBuilder("card")
    title = fields.text("title")
    href = fields.text("href")
    number = fields.text("number")
    unit = fields.text("unit")
    change = fields.text("change")
    comparison = fields.text("comparison")
    asReported = fields.text("asReported")
    isUp = fields.flag("isUp")
    isDown = fields.flag("isDown")
    isWord = fields.flag("isWord")
    mark = fields.record("mark", markFields.schema)
    spark = fields.html("spark")
    lines = fields.list("lines", line.schema)
    schema = fields.schema
  }
}

struct CardLineFields: Sendable {
  let schema: Schema
  let label, text, href: TextSlot
  let mark: RecordSlot

  init(mark markFields: MarkFields) {
    var fields = SchemaBuilder("card-line")
    label = fields.text("label")
    text = fields.text("text")
    href = fields.text("href")
    mark = fields.record("mark", markFields.schema)
    schema = fields.schema
  }
}

/// A table and its CSV.
struct TableFields: Sendable {
  let schema: Schema
  let id, subtitle, note, csv: TextSlot
  let isFolded, isRecords: FlagSlot
  let heading: RecordSlot
  let columns, rows: ListSlot
  let column: ColumnFields
  let row: RowFields

  init(title: TitleFields, mark: MarkFields) {
    column = ColumnFields()
    row = RowFields(mark: mark)
    var fields = SchemaBuilder("table")
    id = fields.text("id")
    subtitle = fields.text("subtitle")
    note = fields.text("note")
    csv = fields.text("csv")
    isFolded = fields.flag("isFolded")
    isRecords = fields.flag("isRecords")
    heading = fields.record("heading", title.schema)
    columns = fields.list("columns", column.schema)
    rows = fields.list("rows", row.schema)
    schema = fields.schema
  }
}

struct ColumnFields: Sendable {
  let schema: Schema
  let text, href: TextSlot
  let isNumber, isOptional: FlagSlot

  init() {
    var fields = SchemaBuilder("column")
    text = fields.text("text")
    href = fields.text("columnHref")
    isNumber = fields.flag("isNumber")
    isOptional = fields.flag("isOptional")
    schema = fields.schema
  }
}

struct RowFields: Sendable {
  let schema: Schema
  let header, href: TextSlot
  let cells: ListSlot
  let cell: CellFields

  init(mark: MarkFields) {
    cell = CellFields(mark: mark)
    var fields = SchemaBuilder("row")
    header = fields.text("header")
    href = fields.text("href")
    cells = fields.list("cells", cell.schema)
    schema = fields.schema
  }
}

struct CellFields: Sendable {
  let schema: Schema
  let text, href: TextSlot
  let isNumber, isStrong, isOptional: FlagSlot
  let mark: RecordSlot

  init(mark markFields: MarkFields) {
    var fields = SchemaBuilder("cell")
    text = fields.text("text")
    href = fields.text("link")
    isNumber = fields.flag("isNumber")
    isStrong = fields.flag("isStrong")
    isOptional = fields.flag("isOptional")
    mark = fields.record("mark", markFields.schema)
    schema = fields.schema
  }
}

/// A ranking with bars.
struct RankingFields: Sendable {
  let schema: Schema
  let id, subtitle, note, csv, valueTitle, valueHref, barTitle, partsTitle, foldTitle: TextSlot
  let heading: RecordSlot
  let isRemaining: FlagSlot
  let otherTitles, rows, folded: ListSlot
  let row: RankingRowFields
  let table: HTMLSlot

  init(title: TitleFields, mark: MarkFields, link: LinkFields) {
    row = RankingRowFields(mark: mark)
    var fields = SchemaBuilder("ranking")
    id = fields.text("id")
    subtitle = fields.text("subtitle")
    note = fields.text("note")
    csv = fields.text("csv")
    valueTitle = fields.text("valueTitle")
    valueHref = fields.text("valueHref")
    barTitle = fields.text("barTitle")
    partsTitle = fields.text("partsTitle")
    foldTitle = fields.text("foldTitle")
    heading = fields.record("heading", title.schema)
    isRemaining = fields.flag("isRemaining")
    otherTitles = fields.list("otherTitles", link.schema)
    rows = fields.list("rows", row.schema)
    folded = fields.list("folded", row.schema)
    table = fields.html("table")
    schema = fields.schema
  }
}

struct RankingRowFields: Sendable {
  let schema: Schema
  let position, move, name, href, value, barText, change, parts: TextSlot
  let bar: HTMLSlot
  let others: TextsSlot
  let mark: RecordSlot

  init(mark markFields: MarkFields) {
    var fields = SchemaBuilder("ranking-row")
    position = fields.text("position")
    move = fields.text("move")
    name = fields.text("name")
    href = fields.text("href")
    value = fields.text("value")
    barText = fields.text("barText")
    change = fields.text("change")
    parts = fields.text("parts")
    bar = fields.html("bar")
    others = fields.texts("others")
    mark = fields.record("mark", markFields.schema)
    schema = fields.schema
  }
}
