import Common
import Markdown
import Testing

@Suite struct FigureTests {
  @Test func readsEveryPartWithItsPlace() throws {
    let compiled = Compiled("---\ntitle: 题\n---\n\n今天，复工率{{ 复工率 @安家嘴社区 2020-03-31 | 较昨日 }}。\n")
    let figure = try #require(compiled.figures.first)
    #expect(figure.name == "复工率")
    #expect(figure.place == "安家嘴社区")
    #expect(figure.day == CivilDate(iso: "2020-03-31"))
    #expect(figure.transform == "较昨日")
    #expect(figure.location.text == "5:7")
    #expect(figure.nameLocation.text == "5:10")
    #expect(figure.placeLocation?.text == "5:15")
    #expect(figure.transformLocation?.text == "5:34")
    #expect(compiled.problems == [])
  }

  @Test(
    arguments: [
      ("{{复工率}}", "复工率", nil, nil, nil),
      ("{{复工率＠安家嘴}}", "复工率", "安家嘴", nil, nil),
      ("{{复工率｜7日均}}", "复工率", nil, nil, "7日均"),
      ("{{复工率 2020-03-31}}", "复工率", nil, "2020-03-31", nil),
      ("{{resumption rate @West Lake 2020-03-31|排名}}", "resumption rate", "West Lake", "2020-03-31", "排名"),
      ("{{A_b*c*_d}}", "A_b*c*_d", nil, nil, nil),
      ("{{7日均 2020}}", "7日均 2020", nil, nil, nil),
      ("{{复工率\\|累计}}", "复工率", nil, nil, "累计"),
    ] as [(String, String, String?, String?, String?)])
  func readsTheShortForms(text: String, name: String, place: String?, day: String?, transform: String?) throws
  {
    let compiled = Compiled("甲\(text)乙")
    let figure = try #require(compiled.figures.first)
    #expect(figure.name == name)
    #expect(figure.place == place)
    #expect(figure.day?.description == day)
    #expect(figure.transform == transform)
    #expect(compiled.problems == [])
  }

  @Test(arguments: [
    ("`{{x}}` ``{{y}}``\n", "<p><code>{{x}}</code> <code>{{y}}</code></p>\n"),
    ("写 `{{` 再写 `}}`\n", "<p>写 <code>{{</code> 再写 <code>}}</code></p>\n"),
    ("\\{{x}}\n", "<p>{{x}}</p>\n"),
    ("\\\\{{x}}\n", "<p>\\⟦x⟧</p>\n"),
    ("{\\{x}} &#123;&#123;y}}\n", "<p>{{x}} {{y}}</p>\n"),
    ("{x} }}\n", "<p>{x} }}</p>\n"),
    ("## 率 {{x}}\n", "<h2 id=\"率\">率 ⟦x⟧</h2>\n"),
    ("- *{{x}}*\n", "<ul>\n<li><em>⟦x⟧</em></li>\n</ul>\n"),
    ("{{x}}{{y}}\n", "<p>⟦x⟧⟦y⟧</p>\n"),
    ("{{x}}\r\n{{y}}\r\n", "<p>⟦x⟧\n⟦y⟧</p>\n"),
    ("```text\n{{x}}\n```\n", "<pre><code class=\"language-text\">{{x}}\n</code></pre>\n"),
  ])
  func fillsProseAndNothingElse(markdown: String, expected: String) {
    let compiled = Compiled(markdown)
    #expect(compiled.html == expected)
    #expect(compiled.problems == [])
  }

  @Test(arguments: [
    ("率 {{x\n", "1:3 markdown.figure-unclosed"),
    ("率 {{x {{y}}\n", "1:3 markdown.figure-unclosed"),
    ("率 ｛｛x｝｝\n", "1:3 markdown.full-width-braces"),
    ("率 {{x｝｝\n", "1:3 markdown.full-width-braces"),
    ("率 {{ }}\n", "1:3 markdown.figure-without-name"),
    ("率 {{x @}}\n", "1:8 markdown.figure-without-place"),
    ("率 {{x @ 2020-02-14}}\n", "1:9 markdown.figure-without-place"),
    ("率 {{x|}}\n", "1:7 markdown.figure-without-transform"),
    ("率 {{x 2020-02-30}}\n", "1:7 markdown.figure-date"),
    ("率 {{x @甲 2020/2/14|排名}}\n", "1:10 markdown.figure-date"),
    ("率 {{x 2月14日}}\n", "1:7 markdown.figure-date"),
    ("率 {{{x}}\n", "1:5 markdown.figure-brace"),
    ("![率 {{x}}](a.png)\n", "1:5 markdown.figure-in-alternative-text"),
  ])
  func saysWhatIsWrongAtItsPlace(markdown: String, problem: String) {
    #expect(Compiled(markdown).problems == [problem])
  }

  @Test func givesColumnsInCharactersBehindOtherFiguresAndEmphasis() {
    let compiled = Compiled("\u{FEFF}---\r\ntitle: 题\r\n---\r\n**注意：**今天{{甲}}和{{乙}}\r\n  {{丙\r\n")
    #expect(compiled.figures.map(\.location.text) == ["4:10", "4:16"])
    #expect(compiled.problems == ["5:3 markdown.figure-unclosed"])
  }

  @Test func readsTitlesAsPlainText() {
    var findings = Findings()
    let start = Location(file: "a.md", line: 2, column: 8)
    let text = InlineText.compile("*甲* {{率 @乙}} \\{{ {{丙", at: start, findings: &findings)
    #expect(text.runs.count == 3)
    #expect(text.runs.first == .text("*甲* "))
    #expect(text.runs.last == .text(" {{ {{丙"))
    if case .figure(let figure) = text.runs[1] {
      #expect(figure.location.text == "2:12")
      #expect(figure.placeLocation?.text == "2:17")
    } else {
      Issue.record("no figure")
    }
    #expect(findings.items.map { $0.location?.text } == ["2:25"])
  }
}
