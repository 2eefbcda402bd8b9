import Templates

/// Cards side by side.
struct FiguresFields: Sendable {
  let schema: Schema
  let id, subtitle, csv: TextSlot
  let heading: RecordSlot
  let cards: ListSlot
  let isMany: FlagSlot
  let table: HTMLSlot

  init(title: TitleFields, card: CardFields) {
    var fields = SchemaBuilder("figures")
    id = fields.text("id")
    subtitle = fields.text("subtitle")
    csv = fields.text("csv")
    heading = fields.record("heading", title.schema)
    cards = fields.list("cards", card.schema)
    isMany = fields.flag("isMany")
    table = fields.html("table")
    schema = fields.schema
  }
}

/// One chart, or several small ones.
struct ChartsFields: Sendable {
  let schema: Schema
  let id, subtitle: TextSlot
  let heading: RecordSlot
  let isSmall: FlagSlot
  let remarks: TextsSlot
  let charts: ListSlot
  let chart: ChartFields

  init(title: TitleFields, link: LinkFields) {
    chart = ChartFields(title: title, link: link)
    var fields = SchemaBuilder("charts")
    id = fields.text("id")
    subtitle = fields.text("subtitle")
    heading = fields.record("heading", title.schema)
    isSmall = fields.flag("isSmall")
    remarks = fields.texts("remarks")
    charts = fields.list("charts", chart.schema)
    schema = fields.schema
  }
}

struct ChartFields: Sendable {
  let schema: Schema
  let id, subtitle, note, csv: TextSlot
  let heading: RecordSlot
  let svg, table: HTMLSlot
  let definitions: ListSlot
  /// Of a chart of one indicator, its page.
  let definition: TextSlot

  init(title: TitleFields, link: LinkFields) {
    var fields = SchemaBuilder("chart")
    definitions = fields.list("definitions", link.schema)
    definition = fields.text("definition")
    id = fields.text("chartID")
    subtitle = fields.text("measure")
    note = fields.text("note")
    csv = fields.text("csv")
    heading = fields.record("heading", title.schema)
    svg = fields.html("svg")
    table = fields.html("table")
    schema = fields.schema
  }
}

struct SummaryFields: Sendable {
  let schema: Schema
  let id: TextSlot
  let title: TextSlot
  let sentences: ListSlot
  let sentence = SentenceFields()

  init() {
    var fields = SchemaBuilder("summary")
    id = fields.text("id")
    title = fields.text("title")
    sentences = fields.list("sentences", sentence.schema)
    schema = fields.schema
  }
}

/// A sentence, in which the indicator's name may lead to its page.
struct SentenceFields: Sendable {
  let schema: Schema
  let before, name, href, after: TextSlot

  init() {
    var fields = SchemaBuilder("sentence")
    before = fields.text("before")
    name = fields.text("name")
    href = fields.text("href")
    after = fields.text("after")
    schema = fields.schema
  }
}

struct NotesFields: Sendable {
  let schema: Schema
  let id: TextSlot
  let title, complete: TextSlot
  let provisional: TextsSlot
  let late, corrections: ListSlot
  let lateItem: LateFields
  let correction: CorrectionFields

  init(link: LinkFields) {
    lateItem = LateFields(link: link)
    correction = CorrectionFields()
    var fields = SchemaBuilder("notes")
    id = fields.text("id")
    title = fields.text("title")
    complete = fields.text("complete")
    provisional = fields.texts("provisional")
    late = fields.list("late", lateItem.schema)
    corrections = fields.list("corrections", correction.schema)
    schema = fields.schema
  }
}

struct LateFields: Sendable {
  let schema: Schema
  let dataset, summary: TextSlot
  let strip: HTMLSlot
  let missing: ListSlot

  init(link: LinkFields) {
    var fields = SchemaBuilder("late")
    dataset = fields.text("dataset")
    summary = fields.text("summary")
    strip = fields.html("strip")
    missing = fields.list("missing", link.schema)
    schema = fields.schema
  }
}

struct CorrectionFields: Sendable {
  let schema: Schema
  let subject, old, new, reason, byline: TextSlot

  init() {
    var fields = SchemaBuilder("correction")
    subject = fields.text("subject")
    old = fields.text("old")
    new = fields.text("new")
    reason = fields.text("reason")
    byline = fields.text("byline")
    schema = fields.schema
  }
}

struct ProfileFields: Sendable {
  let schema: Schema
  let id: TextSlot
  let name, role, text: TextSlot
  let place: RecordSlot
  let cards: ListSlot

  init(link: LinkFields, card: CardFields) {
    var fields = SchemaBuilder("profile")
    id = fields.text("id")
    name = fields.text("name")
    role = fields.text("role")
    text = fields.text("text")
    place = fields.record("place", link.schema)
    cards = fields.list("cards", card.schema)
    schema = fields.schema
  }
}

struct StepsFields: Sendable {
  let schema: Schema
  let id: TextSlot
  let title: TextSlot
  let steps: ListSlot
  let step: StepFields

  init() {
    step = StepFields()
    var fields = SchemaBuilder("steps")
    id = fields.text("id")
    title = fields.text("title")
    steps = fields.list("steps", step.schema)
    schema = fields.schema
  }
}

struct StepFields: Sendable {
  let schema: Schema
  let name, text, number, unit, figure, href: TextSlot

  init() {
    var fields = SchemaBuilder("step")
    name = fields.text("name")
    text = fields.text("text")
    number = fields.text("number")
    unit = fields.text("unit")
    figure = fields.text("figure")
    href = fields.text("href")
    schema = fields.schema
  }
}

/// A list of stories; the first may be shown large.
struct StoriesFields: Sendable {
  let schema: Schema
  let id: TextSlot
  let title: TextSlot
  let stories: ListSlot

  init(story: StoryFields) {
    var fields = SchemaBuilder("stories")
    id = fields.text("id")
    title = fields.text("title")
    stories = fields.list("stories", story.schema)
    schema = fields.schema
  }
}

struct StoryFields: Sendable {
  let schema: Schema
  let name, href, summary, place, day: TextSlot
  let cover: RecordSlot

  init(cover: CoverFields) {
    var fields = SchemaBuilder("story")
    self.cover = fields.record("cover", cover.schema)
    name = fields.text("name")
    href = fields.text("href")
    summary = fields.text("summary")
    place = fields.text("place")
    day = fields.text("day")
    schema = fields.schema
  }
}

/// A figure in prose.
struct InlineFields: Sendable {
  let schema: Schema
  let text, href, note: TextSlot
  let isMissing: FlagSlot

  init() {
    var fields = SchemaBuilder("inline")
    text = fields.text("text")
    href = fields.text("href")
    note = fields.text("note")
    isMissing = fields.flag("isMissing")
    schema = fields.schema
  }
}
