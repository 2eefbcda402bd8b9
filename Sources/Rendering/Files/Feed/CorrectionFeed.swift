import Common
import Pages
import Reading

/// `corrections.xml`: what was put right, as Atom (RFC 4287), for those who printed the old figure.
struct CorrectionFeed: Sendable {
  let plan: SitePlan
  /// The site's public address, with a slash at its end.
  let url: String

  /// How many entries the feed has.
  static let limit = 50

  func write(into buffer: inout ByteBuffer) {
    let context = plan.context
    let page = url + Addresses.revisions
    let entries = plan.corrections.prefix(Self.limit)
    let title = context.words[.revisions] + context.words[.colon] + context.site.title
    buffer.beginFeed(
      title, language: context.site.language, of: page, at: url + Addresses.correctionFeed)
    buffer.element("updated", context.time(of: entries.first?.on ?? context.cube.asOf))
    buffer.person("author", context.site.publisher)
    for entry in entries { write(entry, page: page, into: &buffer) }
    buffer.write("</feed>\n")
  }

  private func write(_ entry: CorrectionEntry, page: String, into buffer: inout ByteBuffer) {
    let context = plan.context
    let change = entry.old + " → " + entry.new
    buffer.write("<entry>\n")
    buffer.element("title", entry.subject + context.words[.colon] + change)
    buffer.element("id", page + "#" + PercentEncoding.path(entry.id))
    buffer.link(page + "#" + entry.id, rel: "alternate")
    buffer.element("updated", context.time(of: entry.on ?? context.cube.asOf))
    let figures = entry.figures.map {
      $0.title.text + context.words[.space] + $0.place.text + context.words[.space] + $0.day
        + context.words[.colon] + $0.old + " → " + $0.new
    }
    let lines = [entry.reason, entry.byline] + figures + [entry.rest]
    buffer.element("content", lines.filter { !$0.isEmpty }.joined(separator: "\n"))
    buffer.write("</entry>\n")
  }
}
