import Common
import Markdown
import Testing
import YAML

@Suite struct DirectiveTests {
  @Test(arguments: Directive.Kind.allCases)
  func knowsEveryKindByBothNames(kind: Directive.Kind) {
    for word in [kind.rawValue, kind.alias] {
      let compiled = Compiled("```\(word)\n指标: [复工率]\n```\n")
      #expect(compiled.directives.map(\.kind) == [kind])
      #expect(compiled.problems == [])
    }
  }

  @Test func readsTheBodyWithTheFilesOwnLines() throws {
    let text = "---\ntitle: 题\n---\n\n率{{甲}}\n\n```图表\n类型: 折线\n指标: [{{x, 复工率]\n```\n"
    let compiled = Compiled(text.replacing("{{x", with: "x"))
    let directive = try #require(compiled.directives.first)
    #expect(directive.location.text == "7:4")
    let entries = try #require(directive.body?.mapping)
    #expect(entries.map(\.keyLocation.text) == ["8:1", "9:1"])
    #expect(entries[1].value.sequence?.map(\.location.text) == ["9:6", "9:9"])
    #expect(compiled.html == "<p>率⟦甲⟧</p>\n⟦⟦chart⟧⟧\n")
  }

  @Test func readsAnIndentedFenceAndOneWithCRLF() throws {
    let compiled = Compiled("甲\r\n\r\n  ~~~ ranking\r\n  指标: 率\r\n  显示: 5\r\n  ~~~\r\n")
    let entries = try #require(compiled.directives.first?.body?.mapping)
    #expect(entries.map(\.keyLocation.text) == ["4:3", "5:3"])
    #expect(entries[1].value.scalar == "5")
    #expect(compiled.directives.first?.location.text == "3:7")
  }

  @Test(arguments: ["```notes\n```\n", "```notes\n\n```\n", "```notes", "```notes\n# 无\n```\n"])
  func takesAnEmptyBody(markdown: String) {
    let compiled = Compiled(markdown)
    #expect(compiled.directives.map(\.kind) == [.notes])
    #expect(compiled.directives.first?.body == nil)
    #expect(compiled.problems == [])
  }

  @Test(arguments: [
    ("figurs", "figures"), ("rankng", "ranking"), ("指标卡片", "指标卡"), ("Charts", "chart"), ("图标", "图表"),
  ])
  func suggestsTheNearestNameForASlip(word: String, expected: String) {
    let compiled = Compiled("甲\n\n``` \(word)\na: 1\n```\n")
    #expect(compiled.problems == ["3:5 markdown.unknown-directive"])
    #expect(compiled.findings.first?.suggestions.first == expected)
    #expect(compiled.html == "<p>甲</p>\n")
  }

  @Test(arguments: ["swift", "yaml", "text", "csv", "json", "html", "sql", "", "tap", "代码", "YAML"])
  func leavesCodeAlone(language: String) {
    let compiled = Compiled("```\(language)\na: 1\n```\n")
    #expect(compiled.problems == [])
    #expect(compiled.html.contains("<pre><code"))
  }

  @Test(arguments: [("- 甲\n\n  ```chart\n  a: 1\n  ```\n", "3:6"), ("> ```chart\n> a: 1\n> ```\n", "1:6")])
  func refusesADirectiveInsideAListOrAQuotation(markdown: String, place: String) {
    let compiled = Compiled(markdown)
    #expect(compiled.problems == ["\(place) markdown.nested-directive"])
    #expect(compiled.directives.isEmpty)
  }

  @Test func warnsOfWordsBehindTheName() {
    #expect(Compiled("```chart 折线\na: 1\n```\n").problems == ["1:4 markdown.directive-extra-words"])
  }

  @Test func reportsBadYAMLAtItsLine() throws {
    let compiled = Compiled("甲\n\n```chart\n类型：折线\n指标: a\n```\n")
    #expect(compiled.directives.first?.body == nil)
    #expect(compiled.findings.first?.location?.text.hasPrefix("4:") == true)
  }
}
