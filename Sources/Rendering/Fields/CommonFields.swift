import Templates

/// A link, or plain text where `href` is empty.
struct LinkFields: Sendable {
  let schema: Schema
  let text: TextSlot
  let href: TextSlot

  init(_ name: String = "link") {
    var fields = SchemaBuilder(name)
    text = fields.text("text")
    href = fields.text("href")
    schema = fields.schema
  }
}

/// An icon, a word and a colour.
struct MarkFields: Sendable {
  let schema: Schema
  let kind: TextSlot
  let text: TextSlot

  init() {
    var fields = SchemaBuilder("mark")
    kind = fields.text("kind")
    text = fields.text("word")
    schema = fields.schema
  }
}

/// A picture.
struct CoverFields: Sendable {
  let schema: Schema
  let src, width, height, alt: TextSlot

  init() {
    var fields = SchemaBuilder("cover")
    src = fields.text("src")
    width = fields.text("width")
    height = fields.text("height")
    alt = fields.text("alt")
    schema = fields.schema
  }
}

/// A title cut by clause, so that it breaks where a reader pauses.
struct TitleFields: Sendable {
  let schema: Schema
  let whole: TextSlot
  let phrases: TextsSlot

  init() {
    var fields = SchemaBuilder("heading")
    whole = fields.text("whole")
    phrases = fields.texts("phrases")
    schema = fields.schema
  }
}
