import Templates

/// What every layout may name.
struct PageFields: Sendable {
  let schema: Schema
  let language, siteTitle, siteDescription, publisher, title, summary, description, root, canonical,
    notice: TextSlot
  let dateText, weekday, asOf, asOfISO, completeness, byline: TextSlot
  let issue, issueDate, bulletinName, issuer, storyDate, archivedRelease, archivedDigest: TextSlot
  let heading: RecordSlot
  let onHome, onPlaces, onBulletins, onStories, onMethod, onSearch, hasFigures, hasFeed: FlagSlot
  let hasChildren, hasPeople, hasContacts, hasReportTo, hasSendTo, hasDistributeTo, hasMargin: FlagSlot
  let hasFormerPlaces: FlagSlot
  let succession, formerPlaces: ListSlot
  let reviewedBy, lastModified, lastModifiedISO, storyDateISO, textLength, readingTime: TextSlot
  let latest, previous, next, place, cover, sharing: RecordSlot
  let crumbs, headings, documents, children, stories, months, places, definitions, margin: ListSlot
  let people, tags, parameters, signatures, topics: ListSlot
  let facts, reportTo, sendTo, distributeTo, contacts: TextsSlot
  let body, structuredData: HTMLSlot
  let history: RecordSlot
  let hasReleases: FlagSlot

  init(_ shared: FieldSet.Shared) {
    var fields = SchemaBuilder("page")
    language = fields.text("language")
    siteTitle = fields.text("siteTitle")
    siteDescription = fields.text("siteDescription")
    publisher = fields.text("publisher")
    title = fields.text("title")
    summary = fields.text("summary")
    description = fields.text("description")
    root = fields.text("root")
    canonical = fields.text("canonical")
    notice = fields.text("notice")
    dateText = fields.text("dateText")
    weekday = fields.text("weekday")
    asOf = fields.text("asOf")
    asOfISO = fields.text("asOfISO")
    completeness = fields.text("completeness")
    byline = fields.text("byline")
    issue = fields.text("issue")
    issueDate = fields.text("issueDate")
    bulletinName = fields.text("bulletinName")
    issuer = fields.text("issuer")
    storyDate = fields.text("storyDate")
    archivedRelease = fields.text("archivedRelease")
    archivedDigest = fields.text("archivedDigest")
    heading = fields.record("heading", shared.title.schema)
    onHome = fields.flag("onHome")
    onPlaces = fields.flag("onPlaces")
    onBulletins = fields.flag("onBulletins")
    onStories = fields.flag("onStories")
    onMethod = fields.flag("onMethod")
    onSearch = fields.flag("onSearch")
    hasFigures = fields.flag("hasFigures")
    hasFeed = fields.flag("hasFeed")
    hasChildren = fields.flag("hasChildren")
    hasPeople = fields.flag("hasPeople")
    hasContacts = fields.flag("hasContacts")
    hasReportTo = fields.flag("hasReportTo")
    hasSendTo = fields.flag("hasSendTo")
    hasDistributeTo = fields.flag("hasDistributeTo")
    hasMargin = fields.flag("hasMargin")
    latest = fields.record("latest", shared.link.schema)
    previous = fields.record("previous", shared.link.schema)
    next = fields.record("next", shared.link.schema)
    place = fields.record("place", shared.link.schema)
    crumbs = fields.list("crumbs", shared.link.schema)
    headings = fields.list("headings", shared.link.schema)
    documents = fields.list("documents", shared.link.schema)
    children = fields.list("children", shared.link.schema)
    stories = fields.list("stories", shared.story.schema)
    months = fields.list("months", shared.month.schema)
    places = fields.list("places", shared.placeRow.schema)
    definitions = fields.list("definitions", shared.definition.schema)
    margin = fields.list("margin", shared.margin.schema)
    facts = fields.texts("facts")
    succession = fields.list("succession", shared.succession.schema)
    formerPlaces = fields.list("formerPlaces", shared.succession.schema)
    hasFormerPlaces = fields.flag("hasFormerPlaces")
    people = fields.list("people", shared.link.schema)
    tags = fields.list("tags", shared.link.schema)
    parameters = fields.list("params", shared.parameter.schema)
    signatures = fields.list("signatures", shared.parameter.schema)
    topics = fields.list("topics", shared.topic.schema)
    cover = fields.record("cover", shared.cover.schema)
    sharing = fields.record("sharing", shared.sharing.schema)
    reviewedBy = fields.text("reviewedBy")
    lastModified = fields.text("lastModified")
    lastModifiedISO = fields.text("lastModifiedISO")
    storyDateISO = fields.text("storyDateISO")
    textLength = fields.text("textLength")
    readingTime = fields.text("readingTime")
    structuredData = fields.html("structuredData")
    reportTo = fields.texts("reportTo")
    sendTo = fields.texts("sendTo")
    distributeTo = fields.texts("distributeTo")
    contacts = fields.texts("contacts")
    body = fields.html("body")
    history = fields.record("history", shared.history.schema)
    hasReleases = fields.flag("isArchived")
    schema = fields.schema
  }
}

struct MonthFields: Sendable {
  let schema: Schema
  let name: TextSlot
  let weeks: ListSlot
  let week: WeekFields

  init() {
    week = WeekFields()
    var fields = SchemaBuilder("month")
    name = fields.text("month")
    weeks = fields.list("weeks", week.schema)
    schema = fields.schema
  }
}

struct WeekFields: Sendable {
  let schema: Schema
  let days: ListSlot
  let day: DayFields

  init() {
    day = DayFields()
    var fields = SchemaBuilder("week")
    days = fields.list("days", day.schema)
    schema = fields.schema
  }
}

struct DayFields: Sendable {
  let schema: Schema
  let number, href, label: TextSlot

  init() {
    var fields = SchemaBuilder("calendar-day")
    number = fields.text("number")
    href = fields.text("href")
    label = fields.text("label")
    schema = fields.schema
  }
}

struct PlaceRowFields: Sendable {
  let schema: Schema
  let name, href, level, depth: TextSlot

  init() {
    var fields = SchemaBuilder("place-row")
    name = fields.text("name")
    href = fields.text("href")
    level = fields.text("level")
    depth = fields.text("depth")
    schema = fields.schema
  }
}

/// What became of a place, or what it was before.
struct SuccessionFields: Sendable {
  let schema: Schema
  let text: TextSlot
  let isEnd, hasPlaces: FlagSlot
  let subject: RecordSlot
  let places: ListSlot

  init(link: LinkFields) {
    var fields = SchemaBuilder("succession")
    text = fields.text("said")
    isEnd = fields.flag("isEnd")
    hasPlaces = fields.flag("hasPlaces")
    subject = fields.record("subject", link.schema)
    places = fields.list("others", link.schema)
    schema = fields.schema
  }
}

struct DefinitionPeriodFields: Sendable {
  let schema: Schema
  let days, definition, formula, note: TextSlot

  init() {
    var fields = SchemaBuilder("period")
    days = fields.text("days")
    definition = fields.text("words")
    formula = fields.text("equation")
    note = fields.text("note")
    schema = fields.schema
  }
}

struct DefinitionFields: Sendable {
  let schema: Schema
  let name, href, id, definition, formula, unit, overTime, thresholds: TextSlot
  let period = DefinitionPeriodFields()
  let hasPeriods: FlagSlot
  let periods: ListSlot
  let datasets: TextsSlot
  let isIllustrative, isAsReported: FlagSlot

  init() {
    var fields = SchemaBuilder("definition")
    name = fields.text("name")
    href = fields.text("href")
    id = fields.text("id")
    definition = fields.text("definition")
    formula = fields.text("formula")
    hasPeriods = fields.flag("hasPeriods")
    periods = fields.list("periods", period.schema)
    unit = fields.text("unit")
    overTime = fields.text("overTime")
    thresholds = fields.text("thresholds")
    datasets = fields.texts("datasets")
    isIllustrative = fields.flag("isIllustrative")
    isAsReported = fields.flag("isAsReported")
    schema = fields.schema
  }
}

struct MarginFields: Sendable {
  let schema: Schema
  let value, name, note, href: TextSlot

  init() {
    var fields = SchemaBuilder("margin")
    value = fields.text("value")
    name = fields.text("name")
    note = fields.text("note")
    href = fields.text("href")
    schema = fields.schema
  }
}
