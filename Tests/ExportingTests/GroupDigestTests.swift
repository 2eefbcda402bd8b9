import Common
import Pages
import Testing

@testable import Exporting

@Suite struct GroupDigestTests {
  private func digest(_ page: ExportPage) throws -> String {
    var findings = Findings()
    return try #require(GroupDigest(page, findings: &findings)).text
  }

  private func page(title: String = "一天", sentences: [String], summary: String = "") throws -> ExportPage {
    let page = try SampleSite().page("2020-01-02")
    var view = page.view
    view.title = title
    view.summary = summary
    view.marginFigures = []
    let frame = try #require(
      view.body.lazy.compactMap { piece in
        if case .block(_, let frame) = piece { frame } else { nil }
      }.first)
    view.body = [.block(.summary(title: "", sentences: sentences.map { SentenceView(text: $0) }), frame)]
    return ExportPage(view: view, context: page.context, content: page.content, source: page.source)
  }

  @Test func isThis() throws {
    let text = try digest(try SampleSite().page("2020-01-02"))
    #expect(text == Self.golden)
  }

  @Test func hasAtMostEightFacts() throws {
    let facts = (1...9).map { "第\($0)条。" }
    let text = try digest(page(sentences: facts))
    #expect(text.contains("第8条。\n") && !text.contains("第9条。"))
  }

  @Test func hasFewerThan600CharactersAndNoHalfSentence() throws {
    let long = (1...8).map { "第\($0)条" + String(repeating: "字", count: 90) + "。" }
    let text = try digest(page(sentences: long))
    #expect(text.count < GroupDigest.limit)
    let facts = text.split(separator: "\n").filter { $0.hasPrefix("第") && $0.contains("条") }
    #expect(!facts.isEmpty && facts.count < 8)
    #expect(facts.allSatisfy { $0.hasSuffix("。") && $0.count == 94 })
    #expect(text.contains("数据截至") && text.contains("https://example.org/jianbao/"))
  }

  /// A fact that fills the digest to its last character is taken; one character more, and it is left out.
  @Test func fillsUpToTheLimit() throws {
    let empty = try digest(page(sentences: [])).count
    let room = GroupDigest.limit - 1 - empty - 1
    #expect(try digest(page(sentences: [String(repeating: "字", count: room)])).count == 599)
    #expect(try digest(page(sentences: [String(repeating: "字", count: room + 1)])).count == empty)
  }

  @Test func refusesATitleThatIsTooLong() throws {
    var findings = Findings()
    let page = try page(title: String(repeating: "字", count: 600), sentences: [])
    #expect(GroupDigest(page, findings: &findings) == nil)
    #expect(findings.items.map(\.rule) == [.digestTooLong])
  }

  @Test func keepsTheNoticeOfInventedFigures() throws {
    let page = try page(sentences: ["一。"])
    var view = page.view
    view.isIllustrative = true
    let text = try digest(
      ExportPage(view: view, context: page.context, content: page.content, source: page.source))
    #expect(text.contains("\n示例数据\n"))
  }

  @Test func saysOnWhatAProvisionalFigureStands() throws {
    let story = try SampleSite.story("覆盖率{{排查覆盖率 @临江街道 2020-01-02}}。")
    let figure = try #require(story.view.marginFigures.first)
    #expect(figure.completeness == "基于3/4个社区")
    let text = try digest(story)
    #expect(text.contains("（暂定，基于3/4个社区）"))
  }

  @Test(
    arguments: [
      ("甲。乙！丙", ["甲。", "乙！", "丙"]), ("他说：“好。”走了。", ["他说：“好。”", "走了。"]),
      ("覆盖率95.4%。", ["覆盖率95.4%。"]),
      ("It rose by 1.5%. Then it fell.", ["It rose by 1.5%. ", "Then it fell."]),
      ("", []),
    ])
  func cutsSentences(text: String, wanted: [String]) {
    #expect(Sentences.split(text) == wanted)
  }

  private static let golden = """
    【光明社区当日未报】
    临江日报 第2期
    截至1月2日18:00，临江街道4个社区中3个已报数。
    排查覆盖率96.0%，较前一日上升0.9个百分点（同口径3个社区），基于3/4个社区。
    志愿者人数44人，较前一日增加1人，基于4/4个社区，其中1个沿用前日。
    数据截至2020年1月2日18:00，基于3/4个社区
    https://example.org/jianbao/bulletins/2020-01-02.html

    """
}
