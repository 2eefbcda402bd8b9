import Charts
import Common
import Pages
import Templates

extension BlockRenderer {
  func figures(_ id: String, _ title: String, _ subtitle: String, _ cards: [CardView], _ table: TableView?)
    -> Record
  {
    let slots = fields.figures
    var record = Record(slots.schema)
    record.set(slots.id, id)
    if !title.isEmpty { record.set(slots.heading, heading(title)) }
    record.set(slots.subtitle, subtitle)
    record.set(slots.cards, cards.enumerated().map { card($1, id: "\(id)-c\($0 + 1)") })
    record.set(slots.isMany, cards.count > 3)
    if let table {
      record.set(slots.csv, csvLink(table.id))
      record.set(slots.table, data(table))
    }
    return record
  }

  func card(_ view: CardView, id: String) -> Record {
    let slots = fields.card
    var record = Record(slots.schema)
    record.set(slots.title, view.title.text)
    record.set(slots.href, href(view.title.address))
    record.set(slots.number, view.figure.number)
    record.set(slots.unit, view.figure.unit)
    record.set(slots.isWord, view.figure.unit.isEmpty && view.figure.mark != nil)
    // A state is told once: the figure itself has the word.
    if let mark = view.mark, mark.text != view.figure.number { record.set(slots.mark, self.mark(mark)) }
    if let change = view.change {
      record.set(slots.change, change.amount.isEmpty ? change.words : change.amount)
      record.set(slots.isUp, change.direction == .up)
      record.set(slots.isDown, change.direction == .down)
    }
    record.set(slots.comparison, view.comparison ?? "")
    if let trend = view.trend {
      record.set(slots.spark, markup { sparkline(trend, id: id, title: view.title.text).write(to: &$0) })
    }
    record.set(slots.lines, view.lines.map { line($0) })
    return record
  }

  private func line(_ line: (label: String, text: String, address: String?, mark: Mark?)) -> Record {
    let slots = fields.card.line
    var record = Record(slots.schema)
    record.set(slots.label, line.label)
    record.set(slots.text, line.text)
    record.set(slots.href, href(line.address))
    if let mark = line.mark { record.set(slots.mark, self.mark(mark)) }
    return record
  }

  private func sparkline(_ trend: TrendView, id: String, title: String) -> Sparkline {
    let dates = DateText(words: words)
    let first = trend.points.first.map { dates.short($0.day) } ?? ""
    let last = trend.points.last.map { dates.short($0.day) } ?? ""
    var line = Sparkline(
      id: id,
      title: words.fill(
        .chartSubtitle, ["measures": title, "place": words[.trend], "period": first + "—" + last]),
      points: points(trend), target: trend.target.map { ChartTarget($0.value, label: $0.label) },
      firstLabel: first,
      lastLabel: last)
    if let start = trend.points.first?.day { line.cuts = trend.cuts(from: start) }
    return line
  }

  func points(_ trend: TrendView) -> [ChartPoint] {
    trend.points.map { ChartPoint($0.value, label: $0.text, isProvisional: $0.isProvisional) }
  }

  func profile(_ view: ProfileView, id: String) -> Record {
    let slots = fields.profile
    var record = Record(slots.schema)
    record.set(slots.id, id)
    record.set(slots.name, view.name)
    record.set(slots.role, view.role)
    record.set(slots.text, view.text)
    if let place = view.place { record.set(slots.place, link(place)) }
    record.set(slots.cards, view.figures.enumerated().map { card($1, id: "\(view.id)-c\($0 + 1)") })
    return record
  }

  func steps(_ title: String, _ steps: [StepView], id: String) -> Record {
    let slots = fields.steps
    var record = Record(slots.schema)
    record.set(slots.id, id)
    record.set(slots.title, title)
    record.set(
      slots.steps,
      steps.map { step in
        let slots = fields.steps.step
        var record = Record(slots.schema)
        record.set(slots.name, step.title)
        record.set(slots.text, step.text)
        record.set(slots.number, step.figure?.number ?? "")
        record.set(slots.unit, step.figure?.unit ?? "")
        record.set(slots.figure, step.figureTitle?.text ?? "")
        record.set(slots.href, href(step.figureTitle?.address))
        return record
      })
    return record
  }

  func story(_ card: StoryCard) -> Record {
    let slots = fields.shared.story
    var record = Record(slots.schema)
    record.set(slots.name, card.title)
    record.set(slots.href, href(card.address))
    record.set(slots.summary, card.summary)
    record.set(slots.place, card.place?.text ?? "")
    record.set(slots.day, card.day.map { DateText(words: words).full($0) } ?? "")
    if let cover = card.cover { record.set(slots.cover, self.cover(cover, text: cover.text)) }
    return record
  }

  func cover(_ view: CoverView, text: String) -> Record {
    let slots = fields.shared.cover
    var record = Record(slots.schema)
    record.set(slots.src, href(view.address))
    record.set(slots.alt, text)
    if let size = view.size {
      record.set(slots.width, String(size.width))
      record.set(slots.height, String(size.height))
    }
    return record
  }

  func notes(_ view: NotesView, id: String) -> Record {
    let slots = fields.notes
    var record = Record(slots.schema)
    record.set(slots.id, id)
    record.set(slots.title, view.title)
    record.set(slots.complete, view.complete)
    record.set(slots.provisional, view.provisional)
    record.set(
      slots.late,
      view.late.enumerated().map { number, late in
        let slots = fields.notes.lateItem
        var record = Record(slots.schema)
        record.set(slots.dataset, late.dataset)
        record.set(slots.summary, late.summary)
        let strip = CompletenessStrip(
          id: "\(view.id)-\(number + 1)", title: late.summary, reported: late.reported,
          expected: late.expected)
        record.set(slots.strip, markup { strip.write(to: &$0) })
        record.set(slots.missing, late.missing.map { link($0) })
        return record
      })
    record.set(
      slots.corrections,
      view.corrections.map { correction in
        let slots = fields.notes.correction
        var record = Record(slots.schema)
        record.set(slots.subject, correction.subject)
        record.set(slots.old, correction.old)
        record.set(slots.new, correction.new)
        record.set(slots.reason, correction.reason)
        record.set(slots.byline, correction.byline)
        return record
      })
    return record
  }
}
