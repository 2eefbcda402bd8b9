import Common
import Pages
import Reading
import Templates

extension PageRenderer {
  /// What front matter says of a text: who, when, how long.
  func writing(_ record: inout Record, _ view: PageView, _ blocks: BlockRenderer) {
    let slots = fields.page
    record.set(slots.people, view.people.map { topic(.people, $0, blocks) })
    record.set(slots.tags, view.tags.map { topic(.tags, $0, blocks) })
    record.set(slots.reviewedBy, view.reviewedBy)
    if let cover = view.cover {
      record.set(slots.cover, blocks.cover(cover, text: cover.text.isEmpty ? view.title : cover.text))
    }
    if view.length != nil, let day = view.day {
      record.set(slots.storyDate, context.dates.full(day))
      record.set(slots.storyDateISO, day.description)
    }
    if let day = view.lastModified, day != view.day {
      record.set(slots.lastModified, context.dates.full(day))
      record.set(slots.lastModifiedISO, day.description)
    }
    if let length = view.length, length.total > 0 {
      record.set(
        slots.textLength, words.fill(.textLength, ["count": FigureFormatter.grouped(String(length.total))]))
      record.set(slots.readingTime, words.fill(.readingTime, ["minutes": String(length.minutes)]))
    }
    record.set(
      slots.parameters,
      view.parameters.map { named($0.name, $0.text) })
    if let archived = view.archived {
      record.set(
        slots.archivedRelease, words.fill(.archivedBefore, ["release": archived.name.description]))
      record.set(slots.archivedDigest, archived.digest)
    }
    record.set(slots.signatures, view.signatures.map { named($0.role, $0.name) })
    record.set(
      slots.topics,
      view.topics.map { topic in
        let slots = fields.shared.topic
        var record = Record(slots.schema)
        record.set(slots.name, topic.link.text)
        record.set(slots.href, blocks.href(topic.link.address))
        record.set(slots.count, String(topic.count))
        return record
      })
  }

  private func named(_ name: String, _ text: String) -> Record {
    let slots = fields.shared.parameter
    var record = Record(slots.schema)
    record.set(slots.name, name)
    record.set(slots.text, text)
    return record
  }

  private func topic(_ kind: Topic.Kind, _ name: String, _ blocks: BlockRenderer) -> Record {
    blocks.link(LinkText(text: name, address: plan.topics.address(kind, name)))
  }

  /// What the page says of itself, with the notice where that shows an invented figure.
  func description(_ view: PageView) -> String {
    guard !view.description.isEmpty else { return context.site.description ?? context.site.title }
    return context.marked(view.description, view.isDescriptionIllustrative)
  }

  /// The page for others to show: Open Graph.
  func sharing(_ view: PageView, url: String) -> Record {
    let slots = fields.shared.sharing
    let site = context.site
    var record = Record(slots.schema)
    let isArticle = view.isArticle
    record.set(slots.title, context.marked(view.title, view.isTitleIllustrative))
    record.set(slots.kind, isArticle ? "article" : "website")
    record.set(slots.isArticle, isArticle)
    record.set(slots.url, url + PercentEncoding.path(view.kind == .home ? "" : view.address))
    record.set(slots.description, description(view))
    record.set(slots.siteName, site.title)
    record.set(slots.locale, OpenGraph.locale(site.language))
    if let cover = view.cover {
      record.set(slots.image, url + PercentEncoding.path(cover.address))
      record.set(slots.imageWidth, cover.size.map { String($0.width) } ?? "")
      record.set(slots.imageHeight, cover.size.map { String($0.height) } ?? "")
      record.set(slots.imageText, cover.text.isEmpty ? view.title : cover.text)
    }
    guard isArticle else { return record }
    record.set(slots.author, view.issueNumber == nil ? site.publisher : site.bulletin.issuer)
    record.set(slots.published, view.day.map { context.time(of: $0) } ?? "")
    record.set(slots.modified, (view.lastModified ?? view.day).map { context.time(of: $0) } ?? "")
    record.set(slots.tags, view.tags)
    return record
  }
}

enum OpenGraph {
  /// Open Graph names a language with a country.
  static func locale(_ language: String) -> String {
    switch language {
    case "zh-Hans": "zh_CN"
    case "zh-Hant": "zh_TW"
    case "en": "en_US"
    default: language.split(separator: "-").joined(separator: "_")
    }
  }
}

extension PageView {
  /// Whether the page is one text of one day, and not a board or a list.
  var isArticle: Bool {
    switch kind {
    case .story, .bulletin: true
    default: false
    }
  }
}

extension SiteContext {
  /// The words that mark invented figures.
  var notice: String { site.illustrativeNotice ?? words.constants["sampleMark"] ?? "" }

  /// A line that stands alone, with the notice where it shows an invented figure.
  func marked(_ text: String, _ isIllustrative: Bool) -> String {
    isIllustrative ? text + words.fill(.parentheses, ["text": notice]) : text
  }

  /// The hour at which a day's pages are out, as RFC 3339 has it.
  func time(of day: CivilDate) -> String {
    day.description + "T" + ISOTime.text(minutes: site.cutOffMinutes, zone: site.timeZoneMinutes)
  }
}
