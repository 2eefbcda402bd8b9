import Common
import Pages
import Reading
import Templates

/// Writes one page: its layout, filled.
struct PageRenderer: Sendable {
  let plan: SitePlan
  let fields: FieldSet
  let templates: TemplateSet

  var context: SiteContext { plan.context }
  var words: Words { context.words }
  private var site: SiteDeclaration { context.site }

  func write(_ view: PageView, into buffer: inout ByteBuffer) {
    let template =
      view.layout.flatMap { templates["layouts/" + $0] } ?? templates["layouts/" + layout(view.kind)]
    template?.render(record(view), into: &buffer)
  }

  private func layout(_ kind: PageKind) -> String {
    switch kind {
    case .home: "home"
    case .region: "region"
    case .places: "places"
    case .indicator: "indicator"
    case .method: "method"
    case .bulletin: "bulletin"
    case .bulletins: "bulletins"
    case .story: "story"
    case .stories: "stories"
    case .page: "page"
    case .topic: "topic"
    case .topics: "topics"
    case .search: "search"
    case .notFound: "notfound"
    case .revisions: "revisions"
    case .releases: "releases"
    case .release: "release"
    }
  }

  private func record(_ view: PageView) -> Record {
    // The page that is shown for a missing address may stand at any depth: its links start at the site's address.
    let root = view.kind == .notFound ? Self.path(of: context.site.url) : Addresses.up(from: view.address)
    let blocks = BlockRenderer(
      fields: fields, templates: templates, words: words, address: view.address, root: root)
    let slots = fields.page
    var record = Record(slots.schema)
    frame(&record, view, root: root, blocks: blocks)
    record.set(slots.body, blocks.markup { body(view, blocks, into: &$0) })
    record.set(slots.crumbs, view.crumbs.map { blocks.link($0) })
    record.set(slots.headings, view.headings.map { blocks.link($0) })
    record.set(slots.children, view.children.map { blocks.link($0) })
    record.set(slots.hasChildren, !view.children.isEmpty)
    record.set(slots.hasPeople, !view.people.isEmpty)
    record.set(slots.hasMargin, !view.marginFigures.isEmpty)
    record.set(slots.documents, plan.documentLinks.map { blocks.link($0) })
    record.set(slots.facts, view.facts.map(\.text))
    record.set(slots.succession, view.succession.map { succession($0, blocks) })
    record.set(slots.formerPlaces, view.formerPlaces.map { succession($0, blocks) })
    record.set(slots.hasFormerPlaces, !view.formerPlaces.isEmpty)
    record.set(slots.stories, view.stories.map { blocks.story($0) })
    if let link = view.previous { record.set(slots.previous, blocks.link(link)) }
    if let link = view.next { record.set(slots.next, blocks.link(link)) }
    if let link = view.place { record.set(slots.place, blocks.link(link)) }
    record.set(slots.byline, view.byline)
    writing(&record, view, blocks)
    if let url = site.url, view.kind != .notFound {
      record.set(slots.sharing, sharing(view, url: url))
      record.set(
        slots.structuredData, blocks.markup { StructuredData(plan: plan, url: url).write(view, into: &$0) })
    }
    record.set(slots.months, view.months.map { month($0, blocks) })
    record.set(slots.places, view.places.map { place($0, blocks) })
    record.set(slots.definitions, view.definitions.map { definition($0, blocks) })
    if let history = view.history { record.set(slots.history, blocks.history(history)) }
    record.set(slots.margin, view.marginFigures.map { margin($0, blocks) })
    return record
  }

  /// `/site/` of `https://example.org/site/`: a link that works on the site's own server at any depth.
  private static func path(of url: String?) -> String {
    guard let url, let host = url.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: true).last,
      let slash = host.firstIndex(of: "/")
    else { return "" }
    let path = String(host.drop { $0 == "/" })
    return path.firstIndex(of: "/").map { String(path[$0...]) } ?? String(host[slash...])
  }

  private func frame(_ record: inout Record, _ view: PageView, root: String, blocks: BlockRenderer) {
    let slots = fields.page
    let site = context.site
    record.set(slots.language, site.language)
    record.set(slots.siteTitle, site.title)
    record.set(slots.siteDescription, site.description ?? "")
    record.set(slots.publisher, site.publisher)
    record.set(slots.title, view.title)
    record.set(slots.heading, blocks.heading(view.title))
    record.set(slots.summary, view.summary)
    record.set(slots.description, description(view))
    record.set(slots.root, root)
    record.set(slots.canonical, view.kind == .notFound ? "" : site.url.map { $0 + view.address } ?? "")
    record.set(slots.notice, view.isIllustrative ? context.notice : "")
    record.set(slots.asOf, view.asOfText)
    record.set(slots.completeness, view.completeness)
    record.set(slots.hasFigures, !view.asOfText.isEmpty)
    record.set(slots.hasFeed, site.url != nil)
    record.set(slots.hasReleases, !context.history.index.releases.isEmpty)
    if let day = view.asOfDay ?? view.day {
      record.set(slots.dateText, context.dates.full(day))
      record.set(slots.weekday, context.dates.weekday(day))
      record.set(
        slots.asOfISO,
        day.description + "T" + ISOTime.text(minutes: site.cutOffMinutes, zone: site.timeZoneMinutes))
    }
    let issueDay: CivilDate? =
      switch view.kind {
      case .bulletin(let day): day
      // Of its own day: the page stays the same, and the archive keeps it once.
      case .release(let number): context.history.index.releases[number].name.day
      default: context.bulletinDays.last
      }
    if let issueDay {
      record.set(slots.issue, String(context.issueNumber(of: issueDay)))
      record.set(slots.issueDate, context.dates.full(issueDay))
    }
    if let latest = context.bulletinDays.last {
      record.set(
        slots.latest,
        blocks.link(
          LinkText(
            text: words.fill(.issueNumber, ["number": String(context.issueNumber(of: latest))]),
            address: Addresses.bulletin(latest))))
    }
    record.set(slots.bulletinName, site.bulletin.name)
    record.set(slots.issuer, site.bulletin.issuer)
    record.set(slots.reportTo, site.bulletin.reportTo)
    record.set(slots.sendTo, site.bulletin.sendTo)
    record.set(slots.distributeTo, site.bulletin.distributeTo)
    record.set(slots.hasReportTo, !site.bulletin.reportTo.isEmpty)
    record.set(slots.hasSendTo, !site.bulletin.sendTo.isEmpty)
    record.set(slots.hasDistributeTo, !site.bulletin.distributeTo.isEmpty)
    record.set(slots.hasContacts, !site.contacts.isEmpty)
    record.set(slots.contacts, site.contacts.map { $0.label + words[.colon] + $0.phone })
    switch view.kind {
    case .home: record.set(slots.onHome, true)
    case .region, .places: record.set(slots.onPlaces, true)
    case .bulletin, .bulletins: record.set(slots.onBulletins, true)
    case .story, .stories, .topic, .topics: record.set(slots.onStories, true)
    case .indicator, .method: record.set(slots.onMethod, true)
    case .search: record.set(slots.onSearch, true)
    case .page, .notFound, .revisions, .releases, .release: break
    }
  }

  private func body(_ view: PageView, _ blocks: BlockRenderer, into buffer: inout ByteBuffer) {
    var row = BlockRow()
    for piece in view.body {
      row.turn(to: piece, into: &buffer)
      switch piece {
      case .html(let bytes): buffer.write(bytes)
      case .figure(let figure): blocks.inline(figure, into: &buffer)
      case .block(let block, let frame): blocks.write(block, in: frame, into: &buffer)
      }
    }
    row.close(into: &buffer)
  }

  private func month(_ month: CalendarMonth, _ blocks: BlockRenderer) -> Record {
    let slots = fields.shared.month
    var record = Record(slots.schema)
    record.set(slots.name, month.title)
    record.set(
      slots.weeks,
      month.weeks.map { week in
        var record = Record(slots.week.schema)
        record.set(
          slots.week.days,
          week.map { day in
            let slots = slots.week.day
            var record = Record(slots.schema)
            record.set(slots.number, day.map { String($0.number) } ?? "")
            record.set(slots.href, blocks.href(day?.address))
            record.set(slots.label, day?.label ?? "")
            return record
          })
        return record
      })
    return record
  }

  private func place(_ row: PlaceRow, _ blocks: BlockRenderer) -> Record {
    let slots = fields.shared.placeRow
    var record = Record(slots.schema)
    record.set(slots.name, row.link.text)
    record.set(slots.href, blocks.href(row.link.address))
    record.set(slots.level, row.level)
    record.set(slots.depth, String(row.depth))
    return record
  }

  private func succession(_ line: SuccessionLine, _ blocks: BlockRenderer) -> Record {
    let slots = fields.shared.succession
    var record = Record(slots.schema)
    record.set(slots.isEnd, line.isEnd)
    record.set(slots.text, line.text)
    if let subject = line.subject { record.set(slots.subject, blocks.link(subject)) }
    record.set(slots.hasPlaces, !line.places.isEmpty)
    record.set(slots.places, line.places.map { blocks.link($0) })
    return record
  }

  private func definition(_ view: DefinitionView, _ blocks: BlockRenderer) -> Record {
    let slots = fields.shared.definition
    var record = Record(slots.schema)
    record.set(slots.name, view.title.text)
    record.set(slots.href, blocks.href(view.title.address))
    record.set(slots.id, view.id)
    record.set(slots.definition, view.definition)
    record.set(slots.formula, view.formula)
    record.set(slots.hasPeriods, !view.periods.isEmpty)
    record.set(slots.periods, view.periods.map { period($0, slots.period) })
    record.set(slots.unit, view.unit)
    record.set(slots.overTime, view.overTime)
    record.set(slots.thresholds, view.thresholds)
    record.set(slots.datasets, view.datasets)
    record.set(slots.isIllustrative, view.isIllustrative)
    record.set(slots.isAsReported, view.isAsReported)
    return record
  }

  private func period(_ period: DefinitionPeriod, _ slots: DefinitionPeriodFields) -> Record {
    var record = Record(slots.schema)
    record.set(slots.days, period.days)
    record.set(slots.definition, period.definition)
    record.set(slots.formula, period.formula)
    record.set(slots.note, period.note)
    return record
  }

  private func margin(_ figure: InlineFigureView, _ blocks: BlockRenderer) -> Record {
    let slots = fields.shared.margin
    var record = Record(slots.schema)
    record.set(slots.value, figure.text)
    record.set(slots.name, figure.title)
    record.set(slots.note, figure.detail)
    record.set(slots.href, blocks.href(figure.address))
    return record
  }
}

/// A time of day as ISO 8601 has it, with its zone.
enum ISOTime {
  static func text(minutes: Int, zone: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    let sign = zone < 0 ? "-" : "+"
    return "\(two(minutes / 60)):\(two(minutes % 60)):00\(sign)\(two(abs(zone) / 60)):\(two(abs(zone) % 60))"
  }
}
