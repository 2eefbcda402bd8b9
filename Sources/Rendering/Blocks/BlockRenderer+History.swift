import Common
import Pages
import Templates

extension BlockRenderer {
  func history(_ view: HistoryView) -> Record {
    let slots = fields.shared.history
    var record = Record(slots.schema)
    record.set(slots.hasCorrections, !view.corrections.isEmpty)
    record.set(slots.corrections, view.corrections.map(correction))
    record.set(slots.hasUnexplained, !view.unexplained.isEmpty)
    record.set(slots.unexplained, view.unexplained.map(group))
    record.set(slots.hasDefinitions, !view.definitions.isEmpty)
    record.set(slots.definitions, view.definitions.map(group))
    record.set(slots.hasLate, !view.late.isEmpty)
    record.set(slots.late, view.late.map(group))
    record.set(slots.hasReleases, !view.releases.isEmpty)
    record.set(slots.releases, view.releases.map(release))
    if let detail = view.release {
      record.set(slots.release, release(detail.row))
      record.set(slots.reason, detail.reason)
      if let previous = detail.previous { record.set(slots.previous, release(previous)) }
      if let successor = detail.successor { record.set(slots.successor, release(successor)) }
      if let pages = detail.pages { record.set(slots.pages, link(pages)) }
    }
    return record
  }

  /// The note above a bulletin that stays as it was published.
  func note(_ note: PublishedNote, into buffer: inout ByteBuffer) {
    let slots = fields.published
    var record = Record(slots.schema)
    record.set(slots.text, note.text)
    record.set(slots.changed, note.changed)
    record.set(slots.rows, note.rows.map(revision))
    record.set(slots.release, link(note.release))
    record.set(slots.revisions, link(note.revisions))
    if let next = note.next { record.set(slots.next, link(next)) }
    render("blocks/published", record, into: &buffer)
  }

  private func correction(_ entry: CorrectionEntry) -> Record {
    let slots = fields.shared.history.correction
    var record = Record(slots.schema)
    record.set(slots.id, entry.id)
    record.set(slots.subject, entry.subject)
    record.set(slots.old, entry.old)
    record.set(slots.new, entry.new)
    record.set(slots.reason, entry.reason)
    record.set(slots.byline, entry.byline)
    record.set(slots.hasRows, !entry.figures.isEmpty)
    record.set(slots.rows, entry.figures.map(revision))
    record.set(slots.rest, entry.rest)
    return record
  }

  private func group(_ group: RevisionGroup) -> Record {
    let slots = fields.shared.history.group
    var record = Record(slots.schema)
    record.set(slots.id, group.id)
    record.set(slots.name, group.title)
    record.set(slots.rows, group.rows.map(revision))
    record.set(slots.rest, group.rest)
    return record
  }

  private func revision(_ row: RevisionRow) -> Record {
    let slots = fields.shared.history.revision
    var record = Record(slots.schema)
    record.set(slots.figure, link(row.title))
    record.set(slots.place, link(row.place))
    record.set(slots.day, row.day)
    record.set(slots.old, row.old)
    record.set(slots.new, row.new)
    return record
  }

  private func release(_ row: ReleaseRow) -> Record {
    let slots = fields.shared.history.row
    var record = Record(slots.schema)
    record.set(slots.name, link(row.name))
    record.set(slots.id, row.name.text)
    record.set(slots.day, row.day)
    record.set(slots.digest, row.digest)
    record.set(slots.isWithdrawn, row.isWithdrawn)
    if let bulletin = row.bulletin { record.set(slots.issue, link(bulletin)) }
    return record
  }
}
