import Common
import Foundation
import Pages
import Testing

@testable import Rendering

/// What search engines and other sites read of a page.
@Suite struct SharingTests {
  static let templates: [String: String] = {
    var templates = TinyTheme.templates
    for layout in ["story", "bulletin", "indicator", "region", "home", "topic", "notfound"] {
      templates["layouts/" + layout] = """
        {{structuredData}}
        {{#sharing}}
        {{kind}}|{{title}}|{{url}}|{{locale}}|{{image}}|{{imageWidth}}|{{published}}|{{modified}}|{{#tags}}{{.}},{{/tags}}|{{description}}
        {{/sharing}}
        """
    }
    return templates
  }()

  static func site(_ files: [(path: String, text: String)] = []) throws -> RenderedSite {
    try RenderedSite(SampleSite(), adding: files, templates: templates)
  }

  /// The nodes of a page's JSON-LD by type.
  static func nodes(_ address: String, in site: RenderedSite) throws -> [String: [String: Any]] {
    let html = try site.text(address)
    let start = "<script type=\"application/ld+json\">"
    let text = try #require(html.split(separator: start).last?.split(separator: "</script>").first)
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(root?["@context"] as? String == "https://schema.org")
    let graph = try #require(root?["@graph"] as? [[String: Any]])
    return Dictionary(graph.map { ($0["@type"] as? String ?? "", $0) }, uniquingKeysWith: { $1 })
  }

  /// What Google's guides ask of each type, or recommend.
  static let required: [String: [String]] = [
    "Article": [
      "headline", "author", "publisher", "datePublished", "dateModified", "mainEntityOfPage", "inLanguage",
    ],
    "Report": [
      "name", "headline", "reportNumber", "author", "publisher", "datePublished", "temporalCoverage",
      "spatialCoverage",
    ],
    "Dataset": [
      "name", "description", "creator", "distribution", "temporalCoverage", "spatialCoverage",
      "variableMeasured", "url",
    ],
    "BreadcrumbList": ["itemListElement"], "WebSite": ["name", "url"],
  ]

  @Test(
    arguments: [
      ("stories/taoyuan.html", ["Article", "BreadcrumbList"]),
      ("bulletins/2020-01-02.html", ["BreadcrumbList", "Report"]),
      ("indicators/coverage.html", ["BreadcrumbList", "Dataset"]), ("index.html", ["WebSite"]),
      ("regions/5101/510101.html", ["BreadcrumbList"]), ("tags/社区.html", ["BreadcrumbList"]),
    ])
  func everyPageSaysWhatItIsWithAllThatIsAskedFor(address: String, types: [String]) throws {
    let nodes = try Self.nodes(address, in: Self.site())
    #expect(nodes.keys.sorted() == types)
    for (type, node) in nodes {
      for property in Self.required[type] ?? [] {
        #expect(node[property] != nil, "\(address): \(type) has no \(property)")
      }
      for key in ["url", "mainEntityOfPage"] {
        if let url = node[key] as? String {
          #expect(url.hasPrefix("https://example.org/jianbao/") && url.utf8.allSatisfy { $0 < 0x80 })
        }
      }
    }
  }

  @Test func aDatasetOffersItsTablesForItsDaysAndPlace() throws {
    let site = try Self.site()
    let node = try #require(try Self.nodes("indicators/coverage.html", in: site)["Dataset"])
    let downloads = try #require(node["distribution"] as? [[String: Any]])
    for download in downloads {
      let url = try #require(download["contentUrl"] as? String)
      #expect(url.hasPrefix("https://example.org/jianbao/") && url.hasSuffix(".csv"))
      #expect(site.files[String(url.dropFirst("https://example.org/jianbao/".count))] != nil, "\(url)")
      #expect(download["encodingFormat"] as? String == "text/csv")
    }
    #expect(downloads.last?["contentUrl"] as? String == "https://example.org/jianbao/data/figures.csv")
    #expect(node["temporalCoverage"] as? String == "2019-12-30/2020-01-05")
    #expect((node["spatialCoverage"] as? [String: Any])?["name"] as? String == "临江街道")
    let fact = try #require(try Self.nodes("indicators/fact_households.html", in: site)["Dataset"])
    #expect(fact["temporalCoverage"] as? String == "2020-01-05")
  }

  @Test func aBulletinHasItsNumber() throws {
    let node = try #require(try Self.nodes("bulletins/2020-01-02.html", in: Self.site())["Report"])
    #expect(node["reportNumber"] as? String == "2")
    #expect(node["datePublished"] as? String == "2020-01-02T18:00:00+08:00")
    #expect((node["author"] as? [String: Any])?["name"] as? String == "临江街道工作组")
  }

  @Test func theWayDownIsCountedFromOneAndEndsAtThePage() throws {
    let node = try #require(try Self.nodes("regions/5101/510101.html", in: Self.site())["BreadcrumbList"])
    let items = try #require(node["itemListElement"] as? [[String: Any]])
    #expect(items.map { $0["position"] as? Int } == [1, 2, 3, 4, 5])
    #expect(items.map { $0["name"] as? String } == ["临江简报", "社区", "河口市", "临江街道", "东风社区"])
    #expect(items.last?["item"] as? String == "https://example.org/jianbao/regions/5101/510101.html")
  }

  @Test func nothingThatAWriterWritesEndsTheDataOrRuns() throws {
    let story =
      "---\ntitle: \"</script><script>alert(1)</script>\"\nsummary: \"<!-- \\\"\\\\ & \"\ntags: [\"</SCRIPT>\"]\n---\n\n文。\n"
    let site = try Self.site([("stories/x.md", story)])
    let html = try site.text("stories/x.html")
    #expect(
      html.split(separator: "<script", omittingEmptySubsequences: false).count == 2 && !html.contains("<!--"))
    let node = try #require(try Self.nodes("stories/x.html", in: site)["Article"])
    #expect(node["headline"] as? String == "</script><script>alert(1)</script>")
    #expect(node["description"] as? String == "<!-- \"\\ & ")
  }

  @Test func sharesAStoryAsAnArticleAndABoardAsAWebsite() throws {
    let site = try Self.site()
    let story = try site.text("stories/taoyuan.html")
    #expect(
      story.contains(
        "article|桃源的6000多户|https://example.org/jianbao/stories/taoyuan.html|zh_CN|||2020-01-04T18:00:00+08:00|2020-01-04T18:00:00+08:00|社区,|桃源社区有6000多户，复工率70%。"
      ))
    #expect(try site.text("index.html").contains("website|排查覆盖率99.9%|https://example.org/jianbao/|zh_CN|"))
    #expect(try !site.text("404.html").contains("website"))
  }

  @Test func sharedTitlesOfInventedFiguresSaySo() throws {
    let html = try Self.site().text("stories/masks.html")
    #expect(html.contains("article|口罩够用10.0天（示例数据）|"))
    let node = try #require(try Self.nodes("stories/masks.html", in: Self.site())["Article"])
    #expect(node["headline"] as? String == "口罩够用10.0天（示例数据）")
  }

  @Test func aFormerAddressLeadsOnWithoutAScript() throws {
    let story = "---\ntitle: a & b\naliases: [旧, /old/x]\n---\n\n文。\n"
    let site = try Self.site([("stories/x.md", story)])
    let page = try site.text("old/x.html")
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../stories/x.html\">"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/jianbao/stories/x.html\">"))
    #expect(page.contains("<a href=\"../stories/x.html\">a &amp; b</a>") && !page.contains("<script"))
    #expect(try site.text("stories/旧.html").contains("url=../stories/x.html"))
    #expect(try !site.text("sitemap.xml").contains("old/x.html"))
  }
}
