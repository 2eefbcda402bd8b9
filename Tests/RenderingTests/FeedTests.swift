import Common
import Pages
import Testing

@testable import Rendering

/// The feed's entries: whole texts that stand anywhere.
@Suite struct FeedTests {
  static func entry(_ address: String, in site: RenderedSite) throws -> [XMLCheck.Element] {
    let elements = try XMLCheck.elements(of: site.text("feed.xml"))
    let starts = elements.indices.filter { elements[$0].path == "feed/entry" } + [elements.count]
    for (start, end) in zip(starts, starts.dropFirst()) {
      let entry = Array(elements[start..<end])
      if entry.contains(where: { $0.name == "id" && $0.text.hasSuffix("/" + address) }) { return entry }
    }
    throw XMLCheck.Fault(message: "no entry \(address)")
  }

  static func text(_ name: String, _ entry: [XMLCheck.Element]) -> String? {
    entry.first { $0.path == "feed/entry/\(name)" }.map {
      $0.text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'")
        .replacing("&amp;", with: "&")
    }
  }

  static func content(_ body: String, matter: String = "") throws -> String {
    let story = "---\ntitle: 一\ndate: 2020-01-05\nplace: 临江街道\n\(matter)---\n\n\(body)\n"
    let site = try RenderedSite(SampleSite(), adding: [("stories/x.md", story)])
    return try #require(text("content", try entry("stories/x.html", in: site)))
  }

  @Test func hasTheWholeTextWithItsFiguresAsTheyArePrinted() throws {
    let content = try Self.content("街道覆盖率{{排查覆盖率}}。\n\n第二段 <b>。")
    #expect(content.contains("<p>街道覆盖率99.9%。</p>"))
    #expect(content.contains("第二段") && content.contains("数据截至2020年1月5日18:00"))
  }

  @Test func everyLinkIsWholeAndNothingHasAName() throws {
    let content = try Self.content(
      "## 题\n\n见[关于](../pages/about.md)、[题](#题)、[外](https://example.com/a?b=1&c)。\n\n![图](../static/图.png)\n\n注[^1]。\n\n[^1]: 脚注。"
    )
    for part in content.split(separator: "href=\"").dropFirst()
      + content.split(separator: "src=\"").dropFirst()
    {
      #expect(part.hasPrefix("https://"), "\(part.prefix(40))")
    }
    #expect(content.contains("href=\"https://example.org/jianbao/pages/about.html\""))
    #expect(content.contains("href=\"https://example.com/a?b=1&amp;c\""))
    #expect(content.contains("src=\"https://example.org/jianbao/static/%E5%9B%BE.png\""))
    #expect(content.contains("href=\"https://example.org/jianbao/stories/x.html#"))
    #expect(!content.contains(" id=") && !content.contains("<script") && !content.contains("<svg"))
  }

  @Test func blocksAreSentencesAndPlainTables() throws {
    let content = try Self.content(
      "```figures\ntitle: 关键\nindicators: [排查覆盖率]\n```\n\n```table\nindicators: [排查覆盖率]\nrows: children\n```\n\n```ranking\nindicator: 排查覆盖率\n```\n\n```chart\nindicators: [排查覆盖率]\n```\n\n```summary\nindicators: [排查覆盖率]\n```\n"
    )
    #expect(content.contains("<h3>关键</h3>"))
    #expect(content.contains("<li>排查覆盖率：99.9%"))
    #expect(
      content.contains("<th><a href=\"https://example.org/jianbao/regions/5101/510101.html\">东风社区</a></th>"))
    #expect(content.components(of: "<table>") == content.components(of: "</table>"))
    #expect(!content.contains("<svg") && !content.contains("class=") && !content.contains("style="))
  }

  @Test func invitesNobodyToTakeInventedFiguresForReal() throws {
    let entry = try Self.entry("stories/masks.html", in: RenderedSite(SampleSite()))
    #expect(Self.text("title", entry) == "口罩够用10.0天（示例数据）")
    #expect(Self.text("content", entry)?.hasPrefix("<p><strong>示例数据</strong></p>") == true)
    let plain = try Self.content("正文。")
    #expect(!plain.contains("示例数据"))
  }

  @Test func tellsWhenByWhomAndOfWhat() throws {
    let story =
      "---\ntitle: 一\ndate: 2020-01-03\nlastmod: 2020-01-06\ntags: [口罩, 排查]\nreviewed_by: 王五\nsource: 报纸\n---\n\n文。\n"
    let site = try RenderedSite(SampleSite(), adding: [("stories/x.md", story)])
    let entry = try Self.entry("stories/x.html", in: site)
    #expect(Self.text("published", entry) == "2020-01-03T18:00:00+08:00")
    #expect(Self.text("updated", entry) == "2020-01-06T18:00:00+08:00")
    #expect(entry.first { $0.path == "feed/entry/contributor/name" }?.text == "王五")
    #expect(entry.filter { $0.name == "category" }.map { $0.attributes["term"] } == ["口罩", "排查"])
    #expect(Self.text("content", entry)?.contains("报纸") == true)
    let feed = try XMLCheck.elements(of: site.text("feed.xml"))
    #expect(feed.first { $0.path == "feed/updated" }?.text == "2020-01-06T18:00:00+08:00")
    let bulletin = try Self.entry("bulletins/2020-01-02.html", in: site)
    #expect(bulletin.first { $0.path == "feed/entry/author/name" }?.text == "临江街道工作组")
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
