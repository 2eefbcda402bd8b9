import Testing

@Suite struct FootnoteTests {
  private func reference(_ number: Int, _ id: String) -> String {
    "<sup class=\"footnote-ref\"><a href=\"#fn.\(number)\" id=\"\(id)\" role=\"doc-noteref\">\(number)</a></sup>"
  }

  private func back(_ id: String, _ words: String = "返回正文") -> String {
    "<a href=\"#\(id)\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"\(words)\">↩</a>"
  }

  @Test func writesTheNotesAtTheEndWithLinksBack() {
    let compiled = Compiled("正文[^1]。\n\n[^1]: 来源：**街道。**办\n\n后文\n")
    #expect(
      compiled.html == """
        <p>正文\(reference(1, "fnref.1"))。</p>
        <p>后文</p>
        <section class="footnotes" role="doc-endnotes">
        <ol>
        <li id="fn.1">
        <p>来源：<strong>街道。</strong>办 \(back("fnref.1"))</p>
        </li>
        </ol>
        </section>

        """)
    #expect(compiled.problems == [])
  }

  @Test func numbersByFirstUseAndLinksBackToEach() {
    let html = Compiled("甲[^b]乙[^a]丙[^B]\n\n[^a]: 一\n[^b]: 二\n").html
    #expect(
      html.contains("甲\(reference(1, "fnref.1"))乙\(reference(2, "fnref.2"))丙\(reference(1, "fnref.1.2"))"))
    #expect(
      html.contains(
        "<li id=\"fn.1\">\n<p>二 \(back("fnref.1", "返回正文 1")) \(back("fnref.1.2", "返回正文 2"))</p>"))
    #expect(html.contains("<li id=\"fn.2\">\n<p>一 \(back("fnref.2"))</p>"))
  }

  @Test func takesParagraphsListsAndLazyLinesIntoANote() {
    let text = "甲[^1]\n\n[^1]: 一\n续行\n\n    二\n\n    - 三\n\n丁\n"
    let html = Compiled(text).html
    #expect(html.hasPrefix("<p>甲\(reference(1, "fnref.1"))</p>\n<p>丁</p>\n"))
    #expect(html.contains("<p>一续行</p>\n<p>二</p>\n<ul>\n<li>三</li>\n</ul>\n<p>\(back("fnref.1"))</p>"))
  }

  @Test func letsANoteEndAParagraphAndReferToAnother() {
    let html = Compiled("甲[^1]\n[^1]: 见[^2]\n[^2]: 终\n\n# 乙\n").html
    #expect(html.contains("<p>甲\(reference(1, "fnref.1"))</p>\n<h1 id=\"乙\">乙</h1>"))
    #expect(html.contains("<p>见\(reference(2, "fnref.2")) \(back("fnref.1"))</p>"))
    #expect(html.contains("<p>终 \(back("fnref.2"))</p>"))
  }

  @Test(arguments: [
    ("甲[^1]\n", ["1:2 markdown.footnote-unknown"]),
    ("甲\n\n[^1]: 乙\n", ["3:1 markdown.footnote-unused"]),
    ("甲[^1]\n\n[^1]: 乙\n[^1]: 丙\n", ["4:1 markdown.footnote-twice"]),
    ("[^2]: 乙[^2]\n", ["1:1 markdown.footnote-unused"]),
    ("甲[^1]\n\n[^1]: 乙 <b>丙</b>\n", ["3:9 markdown.raw-html"]),
    ("甲[^1]\n\n[^1]: 乙\n    丙 {{x\n", ["4:7 markdown.figure-unclosed"]),
    ("---\ntitle: 题\n---\n甲[^1]\n\n[^1]: 乙 [丙](javascript:x)\n", ["6:9 markdown.dangerous-address"]),
  ])
  func saysWhatIsWrongAtItsPlace(text: String, problems: [String]) {
    #expect(Compiled(text).problems == problems)
  }

  @Test(arguments: [
    "`[^1]`\n", "```text\n[^1]: 甲\n```\n", "\\[^1]\n", "- ```text\n  [^1]: 甲\n  ```\n", "[^1](a.txt)\n",
    "[^ 1]\n", "    [^1]: 甲\n",
    "> ```text\n> [^1]: 甲\n\n乙\n", "[^]\n", "~~~text\n[^1]: 甲\n~~~\n",
  ])
  func leavesCodeAndLinksAlone(markdown: String) {
    let compiled = Compiled(markdown)
    #expect(!compiled.html.contains("doc-noteref"))
    #expect(compiled.problems == [])
  }

  @Test func keepsWhatANoteLeavesOpenInTheNote() {
    let html = Compiled("甲[^1]\n\n[^1]: ```text\n    乙\n\n丙 *丁*\n").html
    #expect(html.contains("<p>丙 <em>丁</em></p>"))
    #expect(html.contains("<pre><code class=\"language-text\">乙\n</code></pre>"))
  }

  @Test func standsInTablesListsAndHeadings() {
    let compiled = Compiled("## 甲[^1]\n\n- 乙[^1]\n\n| 丙[^1] |\n|---|\n\n[^1]: 丁\n")
    #expect(compiled.document.headings.map(\.id) == ["甲"])
    for id in ["fnref.1", "fnref.1.2", "fnref.1.3"] { #expect(compiled.html.contains(reference(1, id))) }
    #expect(compiled.problems == [])
  }
}
