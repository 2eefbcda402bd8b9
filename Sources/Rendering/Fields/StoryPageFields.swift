import Templates

/// What other sites show of a page: the Open Graph protocol's words (ogp.me), with addresses in full.
struct SharingFields: Sendable {
  let schema: Schema
  let title, kind, url, description, siteName, locale: TextSlot
  let image, imageWidth, imageHeight, imageText, published, modified, author: TextSlot
  let tags: TextsSlot
  let isArticle: FlagSlot

  init() {
    var fields = SchemaBuilder("sharing")
    title = fields.text("title")
    kind = fields.text("kind")
    url = fields.text("url")
    description = fields.text("description")
    siteName = fields.text("siteName")
    locale = fields.text("locale")
    image = fields.text("image")
    imageWidth = fields.text("imageWidth")
    imageHeight = fields.text("imageHeight")
    imageText = fields.text("imageText")
    published = fields.text("published")
    modified = fields.text("modified")
    author = fields.text("author")
    tags = fields.texts("tags")
    isArticle = fields.flag("isArticle")
    schema = fields.schema
  }
}

/// A person or a tag in the list of all.
struct TopicFields: Sendable {
  let schema: Schema
  let name, href, count: TextSlot

  init() {
    var fields = SchemaBuilder("topic")
    name = fields.text("name")
    href = fields.text("href")
    count = fields.text("count")
    schema = fields.schema
  }
}

/// A word of the writer's own: 摄影：张三.
struct ParameterFields: Sendable {
  let schema: Schema
  let name, text: TextSlot

  init() {
    var fields = SchemaBuilder("parameter")
    name = fields.text("name")
    text = fields.text("text")
    schema = fields.schema
  }
}
