import Common
import Pages
import Reading

/// `feed.xml`: the latest bulletins and stories with their full text, as Atom (RFC 4287).
struct FeedFile: Sendable {
  let plan: SitePlan
  /// The site's public address, with a slash at its end.
  let url: String

  /// How many entries the feed has.
  static let limit = 30

  private var context: SiteContext { plan.context }

  func write(into buffer: inout ByteBuffer) {
    let entries = self.entries()
    let site = context.site
    buffer.beginFeed(
      site.title, language: site.language, of: url, at: url + Addresses.feed, subtitle: site.description)
    let last = entries.map { updated($0.view) }.max() ?? context.cube.asOf
    buffer.element("updated", context.time(of: last))
    buffer.person("author", site.publisher)
    for entry in entries {
      // What was published stays as it was read.
      if let published = entry.published { buffer.write(published) } else { write(entry.view, into: &buffer) }
    }
    buffer.write("</feed>\n")
  }

  private func write(_ view: PageView, into buffer: inout ByteBuffer) {
    buffer.write("<entry>\n")
    buffer.element("title", context.marked(title(view), view.isTitleIllustrative))
    buffer.element("id", url + view.address)
    buffer.link(url + view.address, rel: "alternate")
    if let day = view.day { buffer.element("published", context.time(of: day)) }
    buffer.element("updated", context.time(of: updated(view)))
    if view.issueNumber != nil, context.site.bulletin.issuer != context.site.publisher {
      buffer.person("author", context.site.bulletin.issuer)
    }
    for name in [view.reviewedBy] + view.signatures.map(\.name) where !name.isEmpty {
      buffer.person("contributor", name)
    }
    for tag in view.tags {
      buffer.write("<category term=\"")
      buffer.write(xml: tag)
      buffer.write("\"/>\n")
    }
    if !view.description.isEmpty {
      buffer.element("summary", context.marked(view.description, view.isDescriptionIllustrative))
    }
    var content = FeedMarkup(context: context, url: url, address: view.address)
    content.write(view)
    buffer.write("<content type=\"html\">")
    buffer.write(xml: content.buffer.bytes)
    buffer.write("</content>\n</entry>\n")
  }

  private func title(_ view: PageView) -> String {
    guard let number = view.issueNumber else { return view.title }
    return context.words.fill(.issueNumber, ["number": String(number)]) + context.words[.colon] + view.title
  }

  private func updated(_ view: PageView) -> CivilDate {
    let published = view.day ?? context.cube.asOf
    return max(published, view.lastModified ?? published)
  }

  /// The newest, bulletins before stories of the same day.
  private func entries() -> [(day: CivilDate, view: PageView, published: [UInt8]?)] {
    var found: [(day: CivilDate, kind: PageKind, address: String)] = context.bulletinDays.suffix(Self.limit)
      .map {
        ($0, .bulletin($0), Addresses.bulletin($0))
      }
    for (number, card) in plan.storyCards.enumerated() {
      if let day = card.day { found.append((day, .story(number), card.address)) }
    }
    let newest = found.enumerated().sorted {
      ($1.element.day, $0.offset) < ($0.element.day, $1.offset)
    }
    return newest.prefix(Self.limit).map { entry in
      let (day, kind, address) = entry.element
      var published: [UInt8]?
      if case .bulletin = kind { published = context.history.bulletins[day]?.feedEntry }
      return (day, plan.view(kind, at: address), published)
    }
  }
}
