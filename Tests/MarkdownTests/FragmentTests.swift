import Common
import Markdown
import Reading
import Testing

@Suite struct FragmentTests {
  private func fragment(_ text: String) -> (html: String, problems: [String]) {
    var findings = Findings()
    let html = MarkdownFragment.html(
      of: SourceFile(path: "a.md", bytes: Array(text.utf8)), findings: &findings)
    return (String(decoding: html, as: UTF8.self), findings.items.map(\.rule.id))
  }

  private func commonMark(_ bytes: [UInt8]) -> (html: String, problems: [String]) {
    var findings = Findings()
    let html = MarkdownFragment.commonMark(of: SourceFile(path: "a.md", bytes: bytes), findings: &findings)
    return (String(decoding: html, as: UTF8.self), findings.items.map(\.rule.id))
  }

  @Test func leavesFiguresAndDirectivesReadable() {
    let made = fragment("复工率{{复工率 @甲}}。\n\n```图表\n指标: [x]\n```\n")
    #expect(
      made.html
        == "<p>复工率<code>{{复工率 @甲}}</code>。</p>\n<pre><code class=\"language-图表\">指标: [x]\n</code></pre>\n")
    #expect(made.problems == [])
  }

  @Test func keepsAddressesAsTheyAreWritten() {
    #expect(
      fragment("[甲](b.md) [乙](https://c.cn)\n").html
        == "<p><a href=\"b.md\">甲</a> <a href=\"https://c.cn\">乙</a></p>\n")
  }

  @Test func takesFrontMatterOffOnlyWhereItIsSome() {
    #expect(fragment("---\n标题: 甲\n---\n乙\n").html == "<p>乙</p>\n")
    #expect(fragment("---\n---\n").html == "<hr />\n<hr />\n")
    #expect(fragment("---\n甲\n---\n").html == "<hr />\n<h2 id=\"甲\">甲</h2>\n")
    #expect(fragment("---\n标题: 甲\n").html.hasPrefix("<hr />"))
  }

  @Test func leavesRawHTMLOutWithAFinding() {
    #expect(fragment("甲<b>乙</b>\n") == ("<p>甲乙</p>\n", ["markdown.raw-html"]))
  }

  @Test func isPlainCommonMarkOnRequest() {
    let text = "**注意：**请 <b>{{x}}</b> ~~a~~\n\n| a |\n|---|\n"
    #expect(
      commonMark(Array(text.utf8)).html == "<p>**注意：**请 <b>{{x}}</b> ~~a~~</p>\n<p>| a |\n|---|</p>\n")
    #expect(commonMark([0x61, 0, 0x62, 0x0A]) == ("<p>a\u{FFFD}b</p>\n", []))
  }

  @Test func refusesWhatCommonMarkCannotTake() {
    #expect(commonMark([0x61, 0xFF]) == ("", ["markdown.not-utf-8"]))
    let hostile = Array(String(repeating: "![[]()", count: 20_000).utf8)
    #expect(commonMark(hostile) == ("", ["markdown.too-many-images"]))
    #expect(commonMark([UInt8](repeating: 0x61, count: 1 << 20 + 1)) == ("", ["markdown.too-large"]))
  }
}
