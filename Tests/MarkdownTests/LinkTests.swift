import Common
import Markdown
import Testing

@Suite struct LinkTests {
  @Test(arguments: [
    ("[甲](b.md)\n", "<p><a href=\"b.html\">甲</a></p>\n"),
    ("[甲](b.md#丙)\n", "<p><a href=\"b.html#%E4%B8%99\">甲</a></p>\n"),
    ("[甲](b.md?a=1&b=2)\n", "<p><a href=\"b.html?a=1&amp;b=2\">甲</a></p>\n"),
    ("[甲](https://a.cn/b.md)\n", "<p><a href=\"https://a.cn/b.md\" rel=\"noopener\">甲</a></p>\n"),
    ("<https://a.cn>\n", "<p><a href=\"https://a.cn\" rel=\"noopener\">https://a.cn</a></p>\n"),
    ("[甲](tel:12345)\n", "<p><a href=\"tel:12345\">甲</a></p>\n"),
    ("[甲][r]\n\n[r]: ../a.md '题'\n", "<p><a href=\"../a.html\" title=\"题\">甲</a></p>\n"),
    ("[{{率}}](a.md)\n", "<p><a href=\"a.html\">⟦率⟧</a></p>\n"),
  ])
  func writesLinks(markdown: String, expected: String) {
    let compiled = Compiled(markdown)
    #expect(compiled.html == expected)
    #expect(compiled.problems == [])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x", "&#32;javascript:x", "file:///a",
  ])
  func refusesDangerousAddresses(address: String) {
    let link = Compiled("说 [甲](\(address))\n")
    #expect(link.html == "<p>说 甲</p>\n")
    #expect(link.problems == ["1:3 markdown.dangerous-address"])
    #expect(Compiled("说 ![甲](\(address))\n").html == "<p>说 甲</p>\n")
  }

  @Test func collectsWhatIsInsideTheSite() {
    let text = "---\ntitle: 题\n---\n见 [甲](a.md#b)，![图](图.png)\n和 [外](https://x.cn)、[本页](#c)。\n"
    let links = Compiled(text).document.links
    #expect(links.map(\.target) == ["a.md#b", "图.png", "#c"])
    #expect(links.map(\.isImage) == [false, true, false])
    #expect(links.map(\.location.text) == ["4:3", "4:15", "5:21"])
  }

  @Test func locatesLinksInListsAndOverLines() {
    let text = "- 甲 {{率}} [乙](a)\n    丙 [丁](b)\n\n> 引 [戊\n> 己](c) <https://x.cn> ![庚](d)\n"
    #expect(Compiled(text).document.links.map(\.location.text) == ["1:11", "2:7", "4:5", "5:24"])
  }

  @Test func refusesAFigureInAnAddress() {
    let compiled = Compiled("[甲](a/{{率}}.html)\n")
    #expect(compiled.problems == ["1:7 markdown.figure-in-address"])
    #expect(compiled.figures.isEmpty)
  }

  @Test func leavesRawHTMLOutAndSaysSoOnce() {
    let compiled = Compiled("甲 <b>乙</b> 丙\n\n<div>\n丁\n</div>\n\n<!-- 待补 -->\n\n戊 <!-- 己 -->\n\n</i> 庚\n")
    #expect(compiled.html == "<p>甲 乙 丙</p>\n<p>戊 </p>\n<p> 庚</p>\n")
    #expect(
      compiled.problems == ["1:3 markdown.raw-html", "3:1 markdown.raw-html", "11:1 markdown.raw-html"])
    #expect(compiled.findings.allSatisfy { $0.severity == .warning })
    #expect(compiled.findings.first?.arguments.first?.value == "<b>")
  }
}
