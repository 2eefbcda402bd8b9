import Common
import Pages
import Templates

/// Turns the blocks of one page into bytes: views into records, records through the theme's templates.
struct BlockRenderer: Sendable {
  let fields: FieldSet
  let templates: TemplateSet
  let words: Words
  /// The page's own address, and the way from it up to the top.
  let address: String
  let root: String

  func href(_ address: String?) -> String {
    guard let address, !address.isEmpty else { return "" }
    return address.hasPrefix("#") ? address : root + address
  }

  func render(_ template: String, _ record: Record, into buffer: inout ByteBuffer) {
    templates[template]?.render(record, into: &buffer)
  }

  func link(_ link: LinkText) -> Record {
    let slots = fields.shared.link
    var record = Record(slots.schema)
    record.set(slots.text, link.text)
    record.set(slots.href, href(link.address))
    return record
  }

  func mark(_ mark: Mark) -> Record {
    let slots = fields.shared.mark
    var record = Record(slots.schema)
    record.set(slots.kind, mark.kind.rawValue)
    record.set(slots.text, mark.text)
    return record
  }

  func heading(_ title: String) -> Record {
    let slots = fields.shared.title
    var record = Record(slots.schema)
    record.set(slots.whole, title)
    record.set(slots.phrases, Self.phrases(title))
    return record
  }

  /// Cuts a title behind each clause, so that lines break where a reader pauses.
  static func phrases(_ title: String) -> [String] {
    var phrases: [String] = []
    var phrase = ""
    for character in title {
      phrase.append(character)
      if "，；：。！？、".contains(character) {
        phrases.append(phrase)
        phrase = ""
      }
    }
    if !phrase.isEmpty { phrases.append(phrase) }
    return phrases
  }

  /// A block's CSV as its page links to it.
  func csvLink(_ id: String) -> String {
    href(Addresses.csv(page: address, block: id))
  }

  /// A view as markup of its own, for a slot of another template.
  func markup(_ fill: (inout ByteBuffer) -> Void) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 4096)
    fill(&buffer)
    return buffer.bytes
  }

  /// Writes a block; one that is not as wide as the page stands in a box that the stylesheet places.
  func write(_ block: BlockView, in frame: DirectiveFrame, into buffer: inout ByteBuffer) {
    if case .nothing = block { return }
    if frame.width != .full {
      buffer.write("<div class=\"w-")
      buffer.write(string: frame.width.rawValue)
      buffer.write("\">")
    }
    write(block, frame, into: &buffer)
    if frame.width != .full { buffer.write("</div>") }
  }

  private func write(_ block: BlockView, _ frame: DirectiveFrame, into buffer: inout ByteBuffer) {
    let id = frame.id
    switch block {
    case .figures(let id, let title, let subtitle, let cards, let table):
      render("blocks/figures", figures(id, title, subtitle, cards, table), into: &buffer)
    case .charts(let id, let title, let subtitle, let charts, let small):
      render("blocks/charts", self.charts(id, title, subtitle, charts, small), into: &buffer)
    case .table(let view):
      var record = table(view)
      record.set(fields.table.isFolded, frame.isFolded)
      render("blocks/table", record, into: &buffer)
    case .ranking(let view): render("blocks/ranking", ranking(view), into: &buffer)
    case .summary(let title, let sentences):
      let slots = fields.summary
      var record = Record(slots.schema)
      record.set(slots.id, id)
      record.set(slots.title, title)
      record.set(slots.sentences, sentences.map { sentence($0) })
      render("blocks/summary", record, into: &buffer)
    case .notes(let view): render("blocks/notes", notes(view, id: id), into: &buffer)
    case .reminders(let view): render("blocks/reminders", reminders(view), into: &buffer)
    case .inputs(let view): render("blocks/inputs", inputs(view), into: &buffer)
    case .profile(let view): render("blocks/profile", profile(view, id: id), into: &buffer)
    case .steps(let title, let steps): render("blocks/steps", self.steps(title, steps, id: id), into: &buffer)
    case .stories(let title, let stories):
      let slots = fields.stories
      var record = Record(slots.schema)
      record.set(slots.id, id)
      record.set(slots.title, title)
      record.set(slots.stories, stories.map { story($0) })
      render("blocks/stories", record, into: &buffer)
    case .nothing: break
    }
  }

  /// A sentence cut around the name that leads to its indicator's page.
  private func sentence(_ view: SentenceView) -> Record {
    let slots = fields.summary.sentence
    var record = Record(slots.schema)
    guard let link = view.link, let place = view.text.firstRange(of: link.text) else {
      record.set(slots.before, view.text)
      return record
    }
    record.set(slots.before, String(view.text[..<place.lowerBound]))
    record.set(slots.name, link.text)
    record.set(slots.href, href(link.address))
    record.set(slots.after, String(view.text[place.upperBound...]))
    return record
  }

  func inline(_ figure: InlineFigureView, into buffer: inout ByteBuffer) {
    let slots = fields.inline
    var record = Record(slots.schema)
    record.set(slots.text, figure.text)
    record.set(slots.href, href(figure.address))
    record.set(slots.note, figure.note)
    record.set(slots.isMissing, figure.mark?.kind == .miss)
    render("blocks/inline", record, into: &buffer)
  }
}
