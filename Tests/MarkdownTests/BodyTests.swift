import Common
import Markdown
import Testing

@Suite struct BodyTests {
  @Test(arguments: [
    ("甲 & <乙> \"丙\" 'd'\n", "<p>甲 &amp; &lt;乙&gt; &quot;丙&quot; 'd'</p>\n"),
    ("*甲* **乙** `a<b`\n", "<p><em>甲</em> <strong>乙</strong> <code>a&lt;b</code></p>\n"),
    ("> 甲\n", "<blockquote>\n<p>甲</p>\n</blockquote>\n"),
    ("- 甲\n- 乙\n", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n"),
    ("3. 甲\n\n4. 乙\n", "<ol start=\"3\">\n<li>\n<p>甲</p>\n</li>\n<li>\n<p>乙</p>\n</li>\n</ol>\n"),
    ("- 甲\n  - 乙\n", "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>\n"),
    ("甲\n\n---\n", "<p>甲</p>\n<hr />\n"),
    ("甲  \n乙\n", "<p>甲<br />\n乙</p>\n"),
    (
      "```swift\nlet a = \"{{x}}\"\n```\n",
      "<pre><code class=\"language-swift\">let a = &quot;{{x}}&quot;\n</code></pre>\n"
    ),
    ("    {{x}}\n", "<pre><code>{{x}}\n</code></pre>\n"),
    (
      "说 ![图 *一*](a.png \"题\")\n", "<p>说 <img src=\"a.png\" alt=\"图 一\" title=\"题\" loading=\"lazy\" /></p>\n"
    ),
  ])
  func writesCommonMarkHTML(markdown: String, expected: String) {
    let compiled = Compiled(markdown)
    #expect(compiled.html == expected)
    #expect(compiled.problems == [])
  }

  @Test func mergesNeighbouringLiterals() {
    #expect(Compiled("# 甲\n\n乙 **丙**\n\n- 丁\n").document.pieces.count == 1)
    #expect(Compiled("甲{{乙}}丙\n").document.pieces.count == 3)
  }

  @Test(arguments: [
    ("第一行\n第二行\n", "<p>第一行第二行</p>\n"),
    ("第一行\nline\n", "<p>第一行\nline</p>\n"),
    ("line\n第二行\n", "<p>line\n第二行</p>\n"),
    ("**第一行**\n*第二行*\n", "<p><strong>第一行</strong><em>第二行</em></p>\n"),
    ("**第一行**\n*line*\n", "<p><strong>第一行</strong>\n<em>line</em></p>\n"),
    ("한국\n한국\n", "<p>한국\n한국</p>\n"),
    ("第一，\n第二\n", "<p>第一，第二</p>\n"),
    ("他说：\n“好”\n", "<p>他说：“好”</p>\n"),
    ("a —\nb\n", "<p>a —\nb</p>\n"),
    ("覆盖率\n{{覆盖率}}\n。\n", "<p>覆盖率\n⟦覆盖率⟧\n。</p>\n"),
    ("第一行\n`代码`\n", "<p>第一行<code>代码</code></p>\n"),
    ("第一行\n![图](a.png)\n", "<p>第一行\n<img src=\"a.png\" alt=\"图\" loading=\"lazy\" /></p>\n"),
  ])
  func dropsALineBreakOnlyBetweenChineseCharacters(markdown: String, expected: String) {
    #expect(Compiled(markdown).html == expected)
  }

  @Test func givesHeadingsIdsThatKeepChinese() {
    let compiled = Compiled("# 复工 复产！\n\n## A & B\n\n## 复工-复产\n\n## 复工 *复产*\n\n### ！？\n")
    #expect(compiled.document.headings.map(\.id) == ["复工-复产", "a-b", "复工-复产-2", "复工-复产-3", "section"])
    #expect(compiled.document.headings.map(\.level) == [1, 2, 2, 2, 3])
    #expect(compiled.document.headings.map(\.text) == ["复工 复产！", "A & B", "复工-复产", "复工 复产", "！？"])
    #expect(compiled.html.hasPrefix("<h1 id=\"复工-复产\">复工 复产！</h1>\n<h2 id=\"a-b\">A &amp; B</h2>\n"))
  }

  @Test func neverGivesAnIdTwice() {
    let ids = Compiled("# a\n\n# a\n\n# a-2\n\n# a\n").document.headings.map(\.id)
    #expect(ids == ["a", "a-2", "a-2-2", "a-3"])
  }

  @Test func takesTheFirstParagraphWithoutFiguresAsOpening() {
    let text = "# 题\n\n> 引文\n\n覆盖率{{覆盖率}}。\n\n何晓琴 **书记**\n说 `a`。\n\n再说。\n"
    #expect(Compiled(text).document.opening == "何晓琴 书记说 a。")
    #expect(Compiled("```swift\n```\n").document.opening == nil)
  }

  @Test(arguments: [
    ("这是**“中文”**中文\n", "<p>这是<strong>“中文”</strong>中文</p>\n"),
    ("**注意：**请戴口罩\n", "<p><strong>注意：</strong>请戴口罩</p>\n"),
    ("复工率**92%**的企业\n", "<p>复工率<strong>92%</strong>的企业</p>\n"),
    ("复工率**{{复工率}}**的企业\n", "<p>复工率<strong>⟦复工率⟧</strong>的企业</p>\n"),
    ("`**注意：**请`\n", "<p><code>**注意：**请</code></p>\n"),
    ("\\**注意：\\**请\n", "<p>*<em>注意：*</em>请</p>\n"),
    ("a*b.*c\n", "<p>a*b.*c</p>\n"),
  ])
  func makesEmphasisWorkBesideChinesePunctuation(markdown: String, expected: String) {
    #expect(Compiled(markdown).html == expected)
  }

  @Test func makesALinkInEmphasisWork() {
    let compiled = Compiled("**[张三](x.md)**说\n")
    #expect(compiled.html == "<p><strong><a href=\"x.html\">张三</a></strong>说</p>\n")
    #expect(compiled.document.links.map(\.location.text) == ["1:3"])
  }
}
