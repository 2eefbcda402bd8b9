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
    buffer.write(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    buffer.write(xml: site.language)
    buffer.write("\">\n")
    element("title", site.title, into: &buffer)
    if let description = site.description { element("subtitle", description, into: &buffer) }
    element("id", url, into: &buffer)
    link(url, rel: "alternate", into: &buffer)
    link(url + Addresses.feed, rel: "self", into: &buffer)
    let last = entries.map { updated($0.view) }.max() ?? context.cube.asOf
    element("updated", context.time(of: last), into: &buffer)
    person("author", site.publisher, into: &buffer)
    for entry in entries { write(entry.view, into: &buffer) }
    buffer.write("</feed>\n")
  }

  private func write(_ view: PageView, into buffer: inout ByteBuffer) {
    buffer.write("<entry>\n")
    element("title", context.marked(title(view), view.isTitleIllustrative), into: &buffer)
    element("id", url + view.address, into: &buffer)
    link(url + view.address, rel: "alternate", into: &buffer)
    if let day = view.day { element("published", context.time(of: day), into: &buffer) }
    element("updated", context.time(of: updated(view)), into: &buffer)
    if view.issueNumber != nil, context.site.bulletin.issuer != context.site.publisher {
      person("author", context.site.bulletin.issuer, into: &buffer)
    }
    for name in [view.reviewedBy] + view.signatures.map(\.name) where !name.isEmpty {
      person("contributor", name, into: &buffer)
    }
    for tag in view.tags {
      buffer.write("<category term=\"")
      buffer.write(xml: tag)
      buffer.write("\"/>\n")
    }
    if !view.description.isEmpty {
      element("summary", context.marked(view.description, view.isDescriptionIllustrative), into: &buffer)
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
  private func entries() -> [(day: CivilDate, view: PageView)] {
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
    return newest.prefix(Self.limit).map {
      ($0.element.day, plan.view($0.element.kind, at: $0.element.address))
    }
  }

  private func element(_ name: StaticString, _ text: String, into buffer: inout ByteBuffer) {
    buffer.write("<")
    buffer.write(name)
    buffer.write(">")
    buffer.write(xml: text)
    buffer.write("</")
    buffer.write(name)
    buffer.write(">\n")
  }

  private func person(_ role: StaticString, _ name: String, into buffer: inout ByteBuffer) {
    buffer.write("<")
    buffer.write(role)
    buffer.write("><name>")
    buffer.write(xml: name)
    buffer.write("</name></")
    buffer.write(role)
    buffer.write(">\n")
  }

  private func link(_ href: String, rel: StaticString, into buffer: inout ByteBuffer) {
    buffer.write("<link rel=\"")
    buffer.write(rel)
    buffer.write("\" href=\"")
    buffer.write(xml: PercentEncoding.path(href))
    buffer.write("\"/>\n")
  }
}

extension ByteBuffer {
  /// Writes text for XML 1.0, without the control characters that it has no way to write.
  fileprivate mutating func write(xml text: some Sequence<UInt8>) {
    write(escaped: text.lazy.filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A })
  }

  fileprivate mutating func write(xml text: String) {
    write(xml: text.utf8)
  }
}
