import Common
import CommonMark
import Markdown
import Testing

@Suite struct HostileInputTests {
  @Test func refusesBytesThatAreNoUTF8() {
    let compiled = Compiled(bytes: Array("---\ntitle: 题\n---\n甲".utf8) + [0xB0, 0xB2, 0x0A])
    #expect(compiled.problems == ["4:2 markdown.not-utf-8"])
    #expect(compiled.document.pieces.isEmpty)
  }

  @Test func refusesBinaryFiles() {
    #expect(Compiled(bytes: Array("甲\n乙".utf8) + [0, 1]).problems == ["2:2 markdown.binary"])
  }

  @Test func refusesAFileOverTheLimit() {
    let bytes = [UInt8](repeating: 0x61, count: MarkdownTree.sizeLimit + 1)
    #expect(Compiled(bytes: bytes).problems == ["whole markdown.too-large"])
  }

  @Test func refusesTheInputThatTakesQuadraticTime() {
    let text = "---\ntitle: 题\n---\n甲\n\n" + String(repeating: "![[]()", count: 17_000)
    #expect(Compiled(text).problems == ["6:1 markdown.too-many-images"])
  }

  @Test func refusesTheCharactersItNeedsItself() {
    let mark = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)
    let compiled = Compiled("甲\(mark)0\(mark){{率}}\u{1BC9F}\n")
    #expect(compiled.problems.count == 3)
    #expect(compiled.problems.first == "1:2 markdown.reserved-character")
    #expect(compiled.html == "<p>甲\u{FFFD}0\u{FFFD}⟦率⟧\u{FFFD}</p>\n")
  }

  @Test(arguments: [
    ">", "> - ", "*", "**甲：", "[", "{{", "{{甲}}", "\\{", "`", "｛", "{{{", "|", "|\n|-", "| a\n", "<b>",
    "- {{\n", "# ",
    "\r", "~~~\n", "![a](", "&#xFDD0;0&#xFDD1;", "~", "~~", "~~a ", "a~~", "[^1]", "[^1]: ", "[^1]: a\n",
    "[^", "- [ ] ", "- [x] a\n",
    "www.", "www.a_", "https://", "http://a.b/(", "a@", "a@b.c", "a.", ")", "表：a\n\n", "表：a\n|b|\n|-|\n",
    "[TOC]\n\n", "# a\n",
    "<!-- more -->\n\n", "*a_ ", "**，", "，**", "_", "__a", "``", "`a", "![[]()", "> a\n\n", "    [^1]: a\n",
    "[^a]: ```\n", "1. ",
    "***a ***", "*~~", "\u{E0100}*", "\u{FE00}**.", "<", "<a ", "<!--", "<?", "&", "![](a.png)\n\n", "|`",
    "a|\n-|\n",
  ])
  func survivesAHundredAndTwentyKilobytesOf(unit: String) {
    for text in [
      String(repeating: unit, count: 120_000 / unit.utf8.count),
      "[^1]: x\n\n" + String(repeating: unit, count: 20_000),
    ] {
      #expect(Compiled(text).document.path == "a.md")
    }
  }

  @Test func neverLetsItsOwnMarksOut() {
    let text =
      "**注意：**{{率}} [a{{x}}*，b*](u{{y}} \"{{z}}\") `{{c}}*，*`\n\n```a{{q}}\n{{r}}**，**a\n```\n\n<i {{x}}>\n"
    for piece in Compiled(text).document.pieces {
      guard case .html(let bytes) = piece else { continue }
      let values = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
      #expect(!values.contains { [0xFDD0, 0xFDD1, 0x1BC9F].contains($0) })
    }
  }
}
