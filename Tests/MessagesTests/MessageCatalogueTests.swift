import Common
import Testing

@testable import Messages

@Suite struct MessageCatalogueTests {
  @Test(
    arguments: [
      ("en_GB.UTF-8", .english), ("en", .english), ("EN-us", .english), ("en.UTF-8", .english),
      ("zh_CN.UTF-8", .chinese), ("C", .chinese), ("POSIX", .chinese), ("", .chinese), (nil, .chinese),
      ("C.UTF-8", .chinese), ("de_DE", .chinese), ("enm", .chinese),
    ] as [(String?, Language)])
  func choosesALanguage(_ value: String?, _ expected: Language) {
    #expect(Language.preferred(environmentLANG: value) == expected)
  }

  @Test(
    arguments: [
      ("没有叫「{found}」的地方", "没有叫「甲」的地方"),
      ("{found}{found}{limit}", "甲甲{limit}"),
      ("写成 {{指标}} 或 {{{found}}}", "写成 {{指标}} 或 {{甲}}"),
      ("{", "{"), ("{found", "{found"), ("{}", "{}"), ("a{b c}", "a{b c}"), ("}{found}{", "}甲{"),
      ("", ""),
    ])
  func fillsTheValuesItHas(_ template: String, _ expected: String) {
    #expect(MessageTemplate(template).filled { $0 == "found" ? "甲" : nil } == expected)
  }

  @Test func doesNotFillPlacesInsideAValue() {
    let template = MessageTemplate("{a} {b}")
    #expect(template.filled { $0 == "a" ? "{b}" : "2" } == "{b} 2")
    #expect(template.placeholders == ["a", "b"])
  }

  @Test func fillsTheWordsOfARule() {
    let diagnostic = Diagnostic(Rule("yaml.missing-key"), at: nil, ["key": "title"])
    let chinese = MessageCatalogue.load(.chinese).message(for: diagnostic)
    #expect(chinese.says == "缺少「title」")
    #expect(chinese.do == "补上一行「title: …」")
    #expect(MessageCatalogue.load(.english).message(for: diagnostic).says == "“title” is missing")
  }

  @Test func showsIdAndValuesOfARuleWithoutWords() {
    let catalogue = MessageCatalogue.load(.chinese)
    let message = catalogue.message(for: Diagnostic(Rule("x.y"), at: nil, ["a": "1", "b": "2"]))
    #expect(message.says == "x.y (a: 1, b: 2)")
    #expect(message.do == nil)
    #expect(catalogue.message(for: Diagnostic(Rule("x.y"), at: nil)).says == "x.y")
    #expect(catalogue.text("cli.nothing", ["a": "1"]) == "cli.nothing (a: 1)")
  }

  @Test func givesOtherProse() {
    #expect(MessageCatalogue.load(.english).text("cli.fix", ["do": "it"]) == "fix: it")
  }

  @Test func leavesOutWhatIsBrokenAndSaysSo() {
    var findings = Findings()
    let text = "a.b: {does: \"x\"}\nc.d: {says: \"y\", foo: \"z\"}\ne.f: [g]\n"
    let catalogue = MessageCatalogue(
      .english, yaml: Array(text.utf8), file: "x.yaml", findings: &findings)
    #expect(catalogue.entries.keys.sorted() == ["c.d"])
    #expect(
      findings.items.map(\.rule.id) == [
        "yaml.missing-key", "yaml.unknown-key", "yaml.unknown-key", "yaml.not-a-mapping",
      ])
  }
}
