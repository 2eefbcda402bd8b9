import Templates

/// A published figure that reads otherwise now.
struct RevisionFields: Sendable {
  let schema: Schema
  let figure, place: RecordSlot
  let day, old, new: TextSlot

  init(link: LinkFields) {
    var fields = SchemaBuilder("revision")
    figure = fields.record("figure", link.schema)
    place = fields.record("where", link.schema)
    day = fields.text("when")
    old = fields.text("old")
    new = fields.text("new")
    schema = fields.schema
  }
}

/// What one release changed.
struct RevisionGroupFields: Sendable {
  let schema: Schema
  let id, name, rest: TextSlot
  let rows: ListSlot

  init(revision: RevisionFields) {
    var fields = SchemaBuilder("revision-group")
    id = fields.text("id")
    name = fields.text("name")
    rows = fields.list("rows", revision.schema)
    rest = fields.text("rest")
    schema = fields.schema
  }
}

/// A correction with what it changed.
struct CorrectionEntryFields: Sendable {
  let schema: Schema
  let id, subject, old, new, reason, byline, rest: TextSlot
  let hasRows: FlagSlot
  let rows: ListSlot

  init(revision: RevisionFields) {
    var fields = SchemaBuilder("correction-entry")
    id = fields.text("id")
    subject = fields.text("subject")
    old = fields.text("old")
    new = fields.text("new")
    reason = fields.text("reason")
    byline = fields.text("signed")
    hasRows = fields.flag("hasRows")
    rows = fields.list("rows", revision.schema)
    rest = fields.text("rest")
    schema = fields.schema
  }
}

/// A release of the archive.
struct ReleaseFields: Sendable {
  let schema: Schema
  let name, issue: RecordSlot
  let id, day, digest: TextSlot
  let isWithdrawn: FlagSlot

  init(link: LinkFields) {
    var fields = SchemaBuilder("release")
    name = fields.record("name", link.schema)
    issue = fields.record("bulletin", link.schema)
    id = fields.text("id")
    day = fields.text("day")
    digest = fields.text("digest")
    isWithdrawn = fields.flag("isWithdrawn")
    schema = fields.schema
  }
}

/// What the pages of the archive and of revisions name.
struct HistoryFields: Sendable {
  let schema: Schema
  let hasCorrections, hasUnexplained, hasDefinitions, hasLate, hasReleases: FlagSlot
  let corrections, unexplained, definitions, late, releases: ListSlot
  let release, previous, successor, pages: RecordSlot
  let reason: TextSlot
  let revision: RevisionFields
  let group: RevisionGroupFields
  let correction: CorrectionEntryFields
  let row: ReleaseFields

  init(link: LinkFields) {
    revision = RevisionFields(link: link)
    group = RevisionGroupFields(revision: revision)
    correction = CorrectionEntryFields(revision: revision)
    row = ReleaseFields(link: link)
    var fields = SchemaBuilder("history")
    hasCorrections = fields.flag("hasCorrections")
    corrections = fields.list("corrections", correction.schema)
    hasUnexplained = fields.flag("hasUnexplained")
    unexplained = fields.list("unexplained", group.schema)
    hasDefinitions = fields.flag("hasDefinitions")
    definitions = fields.list("redefined", group.schema)
    hasLate = fields.flag("hasLate")
    late = fields.list("late", group.schema)
    hasReleases = fields.flag("hasReleases")
    releases = fields.list("releases", row.schema)
    release = fields.record("release", row.schema)
    previous = fields.record("before", row.schema)
    successor = fields.record("successor", row.schema)
    pages = fields.record("pages", link.schema)
    reason = fields.text("reason")
    schema = fields.schema
  }
}

/// What stands above a bulletin that stays as it was published.
struct PublishedNoteFields: Sendable {
  let schema: Schema
  let text, changed: TextSlot
  let release, revisions, next: RecordSlot
  let rows: ListSlot

  init(link: LinkFields, revision: RevisionFields) {
    var fields = SchemaBuilder("published")
    text = fields.text("said")
    changed = fields.text("changed")
    rows = fields.list("rows", revision.schema)
    release = fields.record("release", link.schema)
    revisions = fields.record("revisions", link.schema)
    next = fields.record("next", link.schema)
    schema = fields.schema
  }
}
