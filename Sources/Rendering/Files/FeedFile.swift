import Common
import Pages

/// `feed.xml`: the latest bulletins and stories as Atom (RFC 4287).
struct FeedFile: Sendable {
  let plan: SitePlan
  /// The site's public address, with a slash at its end.
  let url: String

  private struct Item {
    var title: String
    var address: String
    var day: CivilDate
    var summary: String
  }

  func write(into buffer: inout ByteBuffer) {
    let context = plan.context
    let items = self.items()
    buffer.write(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    buffer.write(escaped: context.site.language)
    buffer.write("\">\n")
    element("title", context.site.title, into: &buffer)
    if let description = context.site.description { element("subtitle", description, into: &buffer) }
    element("id", url, into: &buffer)
    link(url, rel: "alternate", into: &buffer)
    link(url + Addresses.feed, rel: "self", into: &buffer)
    element("updated", time(items.first?.day ?? context.cube.asOf), into: &buffer)
    buffer.write("<author><name>")
    buffer.write(escaped: context.site.publisher)
    buffer.write("</name></author>\n")
    for item in items {
      buffer.write("<entry>\n")
      element("title", item.title, into: &buffer)
      element("id", url + item.address, into: &buffer)
      link(url + item.address, rel: "alternate", into: &buffer)
      element("updated", time(item.day), into: &buffer)
      if !item.summary.isEmpty { element("summary", item.summary, into: &buffer) }
      buffer.write("</entry>\n")
    }
    buffer.write("</feed>\n")
  }

  /// The thirty newest, bulletins before stories of the same day.
  private func items() -> [Item] {
    let context = plan.context
    var items = context.bulletinDays.suffix(30).map { day in
      let address = Addresses.bulletin(day)
      let page = PageContext(site: context, region: context.root, day: day, address: address)
      let own = plan.bulletinDays[day]
      let title = page.text(own?.title ?? plan.bulletin.title)
      let number = context.words.fill(.issueNumber, ["number": String(context.issueNumber(of: day))])
      return Item(
        title: number + context.words[.colon] + title, address: address, day: day,
        summary: page.text(own?.summary ?? plan.bulletin.summary))
    }
    items += plan.storyCards.compactMap { card in
      card.day.map { Item(title: card.title, address: card.address, day: $0, summary: card.summary) }
    }
    return Array(
      items.enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }.map(\.element)
        .prefix(30))
  }

  private func time(_ day: CivilDate) -> String {
    let site = plan.context.site
    return day.description + "T" + ISOTime.text(minutes: site.cutOffMinutes, zone: site.timeZoneMinutes)
  }

  private func element(_ name: StaticString, _ text: String, into buffer: inout ByteBuffer) {
    buffer.write("<")
    buffer.write(name)
    buffer.write(">")
    buffer.write(escaped: text)
    buffer.write("</")
    buffer.write(name)
    buffer.write(">\n")
  }

  private func link(_ href: String, rel: StaticString, into buffer: inout ByteBuffer) {
    buffer.write("<link rel=\"")
    buffer.write(rel)
    buffer.write("\" href=\"")
    buffer.write(escaped: PercentEncoding.path(href))
    buffer.write("\"/>\n")
  }
}

/// Addresses in XML files must be ASCII.
enum PercentEncoding {
  static func path(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var encoded = String.UnicodeScalarView()
    for byte in text.utf8 {
      if byte > 0x20, byte < 0x7F, ![0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D].contains(byte) {
        encoded.append(Unicode.Scalar(byte))
      } else {
        encoded.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(encoded)
  }
}
