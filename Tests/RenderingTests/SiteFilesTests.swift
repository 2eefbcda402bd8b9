import Common
import Pages
import Reading
import Testing

@testable import Rendering

/// The files of a site that are no pages.
@Suite struct SiteFilesTests {
  @Test func figuresStandByIndicatorRegionAndDateInTheAgreedColumns() throws {
    let text = try RenderedSite(SampleSite()).text("data/figures.csv")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines.first
        == "indicator,region,date,numerator,denominator,value,printed,state,exactness,reported,expected,basis"
    )
    #expect(lines.last == "")
    #expect(!text.contains("\r"))
    for line in [
      "coverage,5101,2020-01-02,3360,3500,0.96,96.0%,provisional,exact,3,4,units",
      "coverage,510104,2020-01-02,,,,未报,not_reported,exact,0,1,units",
      "closed_rate,510103,2020-01-05,0,0,,无受理,not_applicable,exact,1,1,units",
      "due,5101,2020-01-05,3601,,3601,\"3,601户\",value,exact,4,4,units",
      "volunteers,5101,2020-01-04,43,,43,超过43人,value,more_than,4,4,units",
      "volunteers,510102,2020-01-05,20,,20,20多人,value,more_than,1,1,units",
      "fact_households,3201,2020-01-05,6000,,6000,6000多户,value,more_than,1,1,units",
    ] {
      let isThere = lines.contains(line)
      #expect(isThere, "\(line)")
    }
    let keys = lines.dropFirst().dropLast().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).prefix(3)
    }
    #expect(keys.allSatisfy { $0.count == 3 })
    let sorted = keys.map { $0.map(String.init) }.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(keys.map { $0.map(String.init) } == sorted)
    #expect(Set(sorted).count == sorted.count)
  }

  @Test func theFeedIsWellFormedAndHasWhatAtomRequires() throws {
    let site = try RenderedSite(
      SampleSite(), adding: [("stories/x.md", "---\ntitle: \"a < b & \\\"c\\\"\"\ndate: 2020-01-03\n---\n")])
    let feed = try XMLCheck.elements(of: site.text("feed.xml"))
    let root = try #require(feed.first)
    #expect(root.name == "feed" && root.attributes["xmlns"] == "http://www.w3.org/2005/Atom")
    for name in ["id", "title", "updated", "author"] {
      #expect(feed.filter { $0.path == "feed/\(name)" }.count == 1, "\(name)")
    }
    #expect(feed.first { $0.path == "feed/author/name" }?.text == "临江街道办事处")
    #expect(feed.contains { $0.path == "feed/link" && $0.attributes["rel"] == "self" })
    let entries = feed.filter { $0.path == "feed/entry" }.count
    #expect(entries == 9)
    for name in ["id", "title", "updated"] {
      #expect(feed.filter { $0.path == "feed/entry/\(name)" }.count == entries)
    }
    #expect(Set(feed.filter { $0.path == "feed/entry/id" }.map(\.text)).count == entries)
    let titles = feed.filter { $0.path == "feed/entry/title" }.map(\.text)
    #expect(titles.prefix(3) == ["第4期：排查覆盖率99.9%", "口罩够用10.0天（示例数据）", "第3期：排查覆盖率99.9%"])
    #expect(titles.contains("a &lt; b &amp; &quot;c&quot;"))
    #expect(feed.first { $0.path == "feed/updated" }?.text == "2020-01-05T18:00:00+08:00")
    #expect(
      feed.filter { $0.name == "link" }.allSatisfy {
        $0.attributes["href"]?.hasPrefix("https://example.org/jianbao/") == true
      })
  }

  @Test func theSiteMapListsEveryPageOnceInASCII() throws {
    let site = try RenderedSite(SampleSite(), adding: [("stories/张三.md", "---\ntitle: 一\n---\n")])
    let elements = try XMLCheck.elements(of: site.text("sitemap.xml"))
    let addresses = elements.filter { $0.path == "urlset/url/loc" }.map(\.text)
    #expect(addresses.count == site.plan.pages.count - 1)
    #expect(Set(addresses).count == addresses.count)
    #expect(addresses.contains("https://example.org/jianbao/stories/%E5%BC%A0%E4%B8%89.html"))
    #expect(!addresses.contains { $0.hasSuffix("404.html") })
    #expect(addresses.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(elements.filter { $0.path == "urlset/url/lastmod" }.map(\.text).first == "2019-12-30")
  }

  @Test func robotsNameTheSiteMap() throws {
    #expect(
      try RenderedSite(SampleSite()).text("robots.txt")
        == "User-agent: *\nAllow: /\nSitemap: https://example.org/jianbao/sitemap.xml\n")
    var buffer = ByteBuffer()
    SiteMapFile.robots(url: nil, into: &buffer)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "User-agent: *\nAllow: /\n")
  }

  @Test func everyTableIsOfferedAsCSVBesideItsPage() throws {
    let site = try RenderedSite(SampleSite())
    let wanted = site.plan.pages.flatMap { page in
      site.plan.view(page.kind, at: page.address).tables.map {
        Addresses.csv(page: page.address, block: $0.id)
      }
    }
    #expect(Set(wanted).count == wanted.count)
    #expect(wanted.allSatisfy { site.files[$0] != nil })
    #expect(wanted.contains("data/regions/3201/3201/table.csv"))
    #expect(site.addresses.count == Set(site.addresses).count)
  }

  @Test func copiesStaticFilesAsTheyAre() throws {
    #expect(try RenderedSite(SampleSite()).text("static/a.txt") == "a")
  }

  @Test(arguments: [(0, 0, "00:00:00+00:00"), (1080, 480, "18:00:00+08:00"), (545, -210, "09:05:00-03:30")])
  func writesTimesWithTheirZone(minutes: Int, zone: Int, text: String) {
    #expect(ISOTime.text(minutes: minutes, zone: zone) == text)
  }
}
