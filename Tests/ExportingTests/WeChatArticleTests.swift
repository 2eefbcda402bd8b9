import Common
import Pages
import Testing

@testable import Exporting

@Suite struct WeChatArticleTests {
  private func article(_ body: String) throws -> WeChatArticle {
    WeChatArticle(try SampleSite.story(body))
  }

  @Test func isOneSectionWithoutClassesOrIDs() throws {
    for name in ["2020-01-02", "masks", "taoyuan"] {
      let article = WeChatArticle(try SampleSite().page(name))
      #expect(article.findings() == [])
      #expect(article.text.hasPrefix("<section style=\""))
      #expect(!article.text.contains("class="))
    }
  }

  @Test func makesLinksOutNumberedNotes() throws {
    let article = try article(
      "见[甲](https://a.example/x)、[乙](https://b.example/)，又[甲](https://a.example/x)。\n\n另见[前文](https://mp.weixin.qq.com/s/1)和[桃源](taoyuan.md)。"
    )
    #expect(article.findings() == [])
    let text = MarkupReader.tree(of: article.html).plainText
    #expect(text.contains("见甲[1]、乙[2]，又甲[1]。"))
    #expect(text.contains("文中链接[1] https://a.example/x[2] https://b.example/"))
    #expect(article.text.contains("<a href=\"https://mp.weixin.qq.com/s/1\" style="))
    #expect(!article.text.contains("taoyuan"))
    #expect(text.contains("和桃源。"))
  }

  @Test func liftsNestedListsOutOfTheirItems() throws {
    let article = try article("1. 一\n   - 二\n     - 三\n2. 四\n")
    #expect(article.findings() == [])
    let bare = article.text.replacing(#/\ style="[^"]*"/#, with: "")
    #expect(bare.contains("<ol><li>一</li><ul><li>二</li><ul><li>三</li></ul></ul><li>四</li></ol>"))
  }

  @Test func listsPicturesToUpload() throws {
    let article = try article("![门口](门口.png)\n\n![街](../static/a.png) ![街](../static/a.png)")
    #expect(
      article.images.map(\.line) == [
        "content/stories/门口.png → https://example.org/jianbao/stories/%E9%97%A8%E5%8F%A3.png",
        "content/static/a.png → https://example.org/jianbao/static/a.png",
      ])
    #expect(article.findings() == [])
    #expect(article.text.contains("max-width:100%;height:auto"))
  }

  @Test func dropsScriptsAndStyles() {
    let nodes = MarkupReader.tree(
      of: Array("<div class=\"a\" id=\"b\" onclick=\"c\"><script>x</script><blink>字</blink></div>".utf8))
    var buffer = ByteBuffer()
    MarkupWriter.write(WeChatStyle.styled(WeChatStyle.arranged(nodes)), into: &buffer)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "<section>字</section>")
  }

  @Test func setsTablesFootnotesAndTaskListsInPlainForm() {
    let nodes = MarkupReader.tree(
      of: Array(
        """
        <table><caption>表一</caption><thead><tr><th scope="col" class="align-right">户</th></tr></thead></table>
        <ul><li><input type="checkbox" checked disabled> 已办</li></ul>
        <p>正文<sup><a href="#fn-1" id="fnref-1">1</a></sup></p>
        <section class="footnotes"><ol><li id="fn-1"><p>注 <a href="#fnref-1">↩</a></p></li></ol></section>
        """.utf8))
    var links = LinkNotes(keeping: WeChatLimits.host)
    let styled = WeChatStyle.styled(WeChatStyle.arranged(links.taken(from: nodes)))
    var buffer = ByteBuffer()
    MarkupWriter.write([.make("section", "", styled)], into: &buffer)
    let text = String(decoding: buffer.bytes, as: UTF8.self)
    var findings = Findings()
    WeChatCheck.run(buffer.bytes, images: [], file: "a.html", findings: &findings)
    #expect(findings.items == [])
    #expect(styled.plainText == "表一户☑  已办正文1注 ")
    #expect(text.contains("text-align:right\">户</th>"))
    #expect(links.addresses.isEmpty)
  }

  @Test func coloursAMarkByItsKind() throws {
    let styled = WeChatStyle.styled([.make("span", "mark bad", "未达标"), .make("span", "mark na", "不适用")])
    var buffer = ByteBuffer()
    MarkupWriter.write(styled, into: &buffer)
    let text = String(decoding: buffer.bytes, as: UTF8.self)
    #expect(text.contains("color:#b3141b\">未达标") && text.contains("color:#6f6a61\">不适用"))
  }

  @Test func hasASummaryOfAtMost120Characters() throws {
    let sentence = String(repeating: "字", count: 59) + "。"
    func summary(_ text: String, notice: String? = nil) throws -> String {
      let page = try SampleSite.story(
        "正文。", matter: "title: 一天\nplace: 临江街道\nsummary: \(text)", notice: notice)
      return WeChatArticle(page).summary
    }
    #expect(try summary(sentence + sentence) == sentence + sentence)
    #expect(try summary(sentence + sentence + "又一句。") == sentence + sentence)
    #expect(try summary(String(repeating: "字", count: 120)).count == 120)
    let cut = try summary(String(repeating: "字", count: 121))
    #expect(cut.count == 120 && cut.hasSuffix("字…"))
  }

  @Test func takesTheFirstParagraphWhereThereIsNoSummary() throws {
    #expect(try article("## 小题\n\n仓库清点完毕。\n\n第二段。").summary == "仓库清点完毕。")
  }

  @Test func keepsFiguresDatesAndCompleteness() throws {
    let site = try SampleSite()
    let page = try site.page("2020-01-02")
    let text = MarkupReader.tree(of: WeChatArticle(page).html).plainText
    for figure in page.view.marginFigures { #expect(text.contains(figure.text)) }
    #expect(text.contains(page.view.asOfText))
    #expect(!page.view.completeness.isEmpty && text.contains(page.view.completeness))
    #expect(page.provisionalFigures.allSatisfy { text.contains($0) } && !page.provisionalFigures.isEmpty)
    #expect(text.contains("原文：https://example.org/jianbao/bulletins/2020-01-02.html"))
  }

  @Test func keepsTheNoticeOfInventedFigures() throws {
    var page = try SampleSite().page("masks")
    #expect(!page.view.isIllustrative || WeChatArticle(page).text.contains("示例数据"))
    var view = page.view
    view.isIllustrative = true
    page = ExportPage(view: view, context: page.context, content: page.content, source: page.source)
    let article = WeChatArticle(page)
    #expect(article.text.contains("示例数据") && article.summary.hasSuffix("（示例数据）"))
  }
}
