import Common
import Markdown
import Reading
import Testing

/// Task lists, figures with captions, contents, and the line that ends an opening.
@Suite struct DialectTests {
  @Test func writesTasksWithTheirBoxes() {
    let compiled = Compiled("- [ ] 甲 **乙**\n- [x] 丙\n- [X] 丁\n- 戊\n")
    #expect(
      compiled.html == """
        <ul>
        <li class="task"><label><input type="checkbox" disabled="" /> 甲 <strong>乙</strong></label></li>
        <li class="task"><label><input type="checkbox" disabled="" checked="" /> 丙</label></li>
        <li class="task"><label><input type="checkbox" disabled="" checked="" /> 丁</label></li>
        <li>戊</li>
        </ul>

        """)
  }

  @Test func writesTasksInLooseAndNestedLists() {
    let html = Compiled("1. [x] 甲\n\n   - [ ] 乙\n\n2. 丙\n").html
    #expect(
      html.contains(
        "<li class=\"task\">\n<p><label><input type=\"checkbox\" disabled=\"\" checked=\"\" /> 甲</label></p>")
    )
    #expect(
      html.contains("<li class=\"task\"><label><input type=\"checkbox\" disabled=\"\" /> 乙</label></li>"))
  }

  @Test(arguments: [
    "- [ ]甲\n", "- [y] 甲\n", "- \\[ ] 甲\n", "[ ] 甲\n", "- `[ ] 甲`\n", "- [x](a.txt) 甲\n", "- 甲 [ ] 乙\n",
  ])
  func leavesOtherBracketsAlone(markdown: String) {
    #expect(!Compiled(markdown).html.contains("checkbox"))
  }

  @Test(arguments: [
    (
      "![门口](a.png)\n",
      "<figure><img src=\"a.png\" alt=\"门口\" loading=\"lazy\" /><figcaption>门口</figcaption></figure>\n"
    ),
    (
      "![门口](a.png \"二月十四日\")\n",
      "<figure><img src=\"a.png\" alt=\"门口\" loading=\"lazy\" /><figcaption>二月十四日</figcaption></figure>\n"
    ),
    ("![](a.png)\n", "<figure><img src=\"a.png\" alt=\"\" loading=\"lazy\" /></figure>\n"),
    ("![甲](a.png) 乙\n", "<p><img src=\"a.png\" alt=\"甲\" loading=\"lazy\" /> 乙</p>\n"),
    ("- ![甲](a.png)\n", "<ul>\n<li><img src=\"a.png\" alt=\"甲\" loading=\"lazy\" /></li>\n</ul>\n"),
    (
      "> ![甲](a.png)\n",
      "<blockquote>\n<figure><img src=\"a.png\" alt=\"甲\" loading=\"lazy\" /><figcaption>甲</figcaption></figure>\n</blockquote>\n"
    ),
  ])
  func makesAnImageAloneAFigure(markdown: String, expected: String) {
    #expect(Compiled(markdown).html == expected)
  }

  @Test func writesTheSizesThatItIsTold() {
    var findings = Findings()
    var asked: [String] = []
    let file = SourceFile(
      path: "a.md", bytes: Array("甲 ![乙](a%20b.png) ![丙](c.png) ![丁](https://d.cn/e.png)\n".utf8))
    let document = MarkdownCompiler.compile(file, findings: &findings) { address in
      asked.append(address)
      return address == "c.png" ? ImageSize(width: 640, height: 480) : nil
    }
    #expect(asked == ["a%20b.png", "c.png"])
    guard case .html(let bytes) = document.pieces.first else { return }
    #expect(
      String(decoding: bytes, as: UTF8.self).contains(
        "<img src=\"c.png\" alt=\"丙\" width=\"640\" height=\"480\" loading=\"lazy\" />"))
  }

  @Test(arguments: ["[TOC]", "[[toc]]", "[toc] ", "  [[TOC]]"])
  func listsTheHeadings(mark: String) {
    let html = Compiled("# 题\n\n\(mark)\n\n## 甲 *一*\n\n### 乙 & 丙\n\n## 丁\n\n#### 戊\n").html
    #expect(
      html.contains(
        """
        <nav class="toc">
        <ol>
        <li><a href="#%E7%94%B2-%E4%B8%80">甲 一</a>
        <ol>
        <li><a href="#%E4%B9%99-%E4%B8%99">乙 &amp; 丙</a></li>
        </ol>
        </li>
        <li><a href="#%E4%B8%81">丁</a></li>
        </ol>
        </nav>
        <h2 id="甲-一">
        """))
    #expect(!html.contains("[T") && !html.contains("[["))
  }

  @Test func beginsContentsWithWhateverLevelComesFirst() {
    let html = Compiled("[TOC]\n\n### 甲\n\n## 乙\n\n### 丙\n").html
    #expect(html.hasPrefix("<nav class=\"toc\">\n<ol>\n<li><a href=\"#%E7%94%B2\">甲</a></li>\n<li>"))
    #expect(html.contains("乙</a>\n<ol>\n<li><a href=\"#%E4%B8%99\">丙</a></li>\n</ol>\n</li>\n</ol>\n</nav>"))
    #expect(Compiled("[TOC]\n").html == "")
  }

  @Test(arguments: [
    "甲 [TOC]\n\n## 乙\n", "\\[TOC]\n\n## 乙\n", "`[TOC]`\n\n## 乙\n", "- [TOC]\n\n## 乙\n",
    "[TOC]\n\n[toc]: a.txt\n\n## 乙\n",
  ])
  func listsNothingElsewhere(markdown: String) {
    #expect(!Compiled(markdown).html.contains("<nav"))
  }

  @Test func splitsTheOpeningOff() {
    let compiled = Compiled("甲[^1]\n\n**乙**{{率}}\n\n丙\n\n<!-- more -->\n\n丁\n\n<!--more-->\n\n[^1]: 注\n")
    let excerpt = compiled.document.excerpt.map { pieces in
      pieces.map { if case .html(let bytes) = $0 { String(decoding: bytes, as: UTF8.self) } else { "⟦⟧" } }
        .joined()
    }
    #expect(excerpt == "<p>甲</p>\n<p><strong>乙</strong>⟦⟧</p>\n<p>丙</p>\n")
    #expect(compiled.document.opening == "甲丙")
    #expect(compiled.problems == [])
    #expect(compiled.html.contains("丁"))
  }

  @Test func hasNoExcerptWithoutTheLine() {
    for text in ["甲\n\n乙\n", "> <!-- more -->\n\n乙\n", "甲\n\n<!-- 更多 -->\n"] {
      #expect(Compiled(text).document.excerpt == nil)
    }
    #expect(Compiled("![图](a.png)\n\n甲\n").document.opening == "甲")
  }
}
