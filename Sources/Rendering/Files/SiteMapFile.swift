import Common
import Pages

/// `sitemap.xml` (sitemaps.org) and `robots.txt`.
struct SiteMapFile: Sendable {
  let plan: SitePlan
  let url: String

  /// At most 50,000 addresses a file, as the protocol has it: a larger site names its lists and newest pages.
  static let limit = 50_000

  func write(into buffer: inout ByteBuffer) {
    buffer.write(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    )
    for page in plan.pages.prefix(Self.limit) where page.kind != .notFound {
      buffer.write("<url><loc>")
      buffer.write(escaped: PercentEncoding.path(url + page.address))
      buffer.write("</loc>")
      if let day = changed(page.kind) {
        buffer.write("<lastmod>")
        buffer.write(string: day.description)
        buffer.write("</lastmod>")
      }
      buffer.write("</url>\n")
    }
    buffer.write("</urlset>\n")
  }

  private func changed(_ kind: PageKind) -> CivilDate? {
    switch kind {
    case .bulletin(let day): return day
    case .story(let number):
      let matter = plan.stories[number].source.frontMatter
      return matter.lastModified ?? matter.date
    default: return nil
    }
  }

  static func robots(url: String?, into buffer: inout ByteBuffer) {
    buffer.write("User-agent: *\nAllow: /\n")
    if let url {
      buffer.write("Sitemap: ")
      buffer.write(string: url + Addresses.siteMap)
      buffer.write("\n")
    }
  }
}
