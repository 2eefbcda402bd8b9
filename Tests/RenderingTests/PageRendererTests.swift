import Common
import Pages
import Testing

@testable import Rendering

@Suite struct PageRendererTests {
  static func hrefs(_ html: String) -> [String] {
    html.split(separator: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  /// The file that a relative link leads to.
  static func target(_ href: String, from address: String) -> String {
    var parts = address.split(separator: "/").dropLast().map(String.init)
    for part in href.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  @Test func everyLinkIsRelativeAndLeadsSomewhereAtEveryDepth() throws {
    let site = try RenderedSite(SampleSite())
    var depths: Set<Int> = []
    for (address, bytes) in site.files where address.hasSuffix(".html") && address != "404.html" {
      for href in Self.hrefs(String(decoding: bytes, as: UTF8.self))
      where !href.hasPrefix("#") && !href.hasPrefix("https://") {
        #expect(!href.hasPrefix("/"))
        let target = Self.target(String(href.prefix { $0 != "#" }), from: address)
        #expect(site.files[target] != nil, "\(address) links to \(href)")
        depths.insert(address.split(separator: "/").count)
      }
    }
    #expect(depths == [1, 2, 3])
  }

  @Test func thePageForAMissingAddressLinksFromTheSitesTop() throws {
    let html = try RenderedSite(SampleSite()).text("404.html")
    #expect(Self.hrefs(html) == ["/jianbao/index.html"])
    #expect(!html.contains("canonical"))
  }

  @Test func onlyPagesWithInventedFiguresCarryTheNotice() throws {
    let site = try RenderedSite(SampleSite())
    #expect(try site.text("regions/5101/5101.html").contains("[示例数据]"))
    #expect(try !site.text("regions/3201/3201.html").contains("示例数据"))
    #expect(try !site.text("bulletins/2020-01-01.html").contains("示例数据"))
  }

  @Test func theTimeIsThatOfTheFiguresAndNotOfTheStory() throws {
    let html = try RenderedSite(SampleSite()).text("stories/taoyuan.html")
    #expect(html.contains("<time datetime=\"2020-01-05T18:00:00+08:00\">数据截至2020年1月5日18:00</time> 星期日"))
  }

  @Test func escapesWhatWritersWrite() throws {
    let story =
      "---\ntitle: \"<script>{{户数}}\"\nsummary: \"a & \\\"b\\\"\"\nplace: 桃源社区\n---\n\n一<b>二</b>{{户数}}\n"
    let html = try RenderedSite(SampleSite(), adding: [("stories/x.md", story)]).text("stories/x.html")
    #expect(html.contains("<title>&lt;script&gt;6000多户</title>"))
    #expect(html.contains("content=\"a &amp; &quot;b&quot;\""))
    #expect(!html.contains("<script>") && !html.contains("<b>"))
    #expect(html.contains(">6000多户</a>"))
  }

  @Test func titlesBreakBehindTheirClauses() {
    #expect(BlockRenderer.phrases("覆盖率95%，口罩可用5天：够用") == ["覆盖率95%，", "口罩可用5天：", "够用"])
    #expect(BlockRenderer.phrases("一") == ["一"])
    #expect(BlockRenderer.phrases("") == [])
  }

  @Test func aStateIsToldOnce() throws {
    let html = try RenderedSite(SampleSite()).text("regions/5101/510104.html")
    #expect(!html.contains("未报[未报]") && !html.contains("未报 [miss 未报]"))
  }

  @Test func showsEmptyBlocksNowhere() throws {
    let html = try RenderedSite(SampleSite()).text("regions/5101/51010101.html")
    #expect(!html.contains("<section") && !html.contains("<table") && !html.contains("<ol"))
  }
}
