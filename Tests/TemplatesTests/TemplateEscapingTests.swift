import Testing

@testable import Templates

@Suite struct TemplateEscapingTests {
  static let schema = Schema("page", [.text("x"), .text("y"), .html("h"), .flag("f"), .texts("l")])

  static let refused: [(String, [String])] = [
    ("<p {{x}}>", ["templates.slot-in-tag 1:6"]),
    ("<{{x}}>", ["templates.slot-in-tag 1:4"]),
    ("<!DOCTYPE {{x}}>", ["templates.slot-in-tag 1:13"]),
    ("<p data-{{x}}=\"1\">", ["templates.slot-in-tag 1:11"]),
    ("<a href={{x}}>", ["templates.slot-unquoted 1:11"]),
    ("<a class=a{{x}}>", ["templates.slot-unquoted 1:13"]),
    ("<script>\nlet a = '{{x}}'</script>", ["templates.slot-in-code 2:12"]),
    ("<STYLE>{{x}}</STYLE>", ["templates.slot-in-code 1:10"]),
    ("<p onclick=\"f({{x}})\">", ["templates.slot-in-code 1:17"]),
    ("<p style='{{x}}'>", ["templates.slot-in-code 1:13"]),
    ("<a href=\"javascript:{{x}}\">", ["templates.slot-in-code 1:23"]),
    ("<p title=\"{{h}}\">", ["templates.html-outside-text 1:13"]),
    ("<script>{{{h}}}</script>", ["templates.html-outside-text 1:12"]),
    ("{{#f}}<p title=\"{{/f}}\">", ["templates.section-cuts-markup 1:4"]),
    ("<p title=\"{{#f}}\" id=\"{{/f}}\">", ["templates.section-cuts-markup 1:14"]),
    ("<a href=\"{{x}}{{#f}}\" href=\"{{/f}}\">", ["templates.section-cuts-markup 1:18"]),
    ("{{^f}}<script>{{/f}}", ["templates.section-cuts-markup 1:4"]),
    ("<p {{t.w}}>", ["templates.slot-in-tag 1:6"]),
  ]

  @Test(arguments: refused)
  func refusesASlotThatNoEscapingMakesSafe(_ template: String, _ finds: [String]) {
    let (compiled, findings) = Bench.compile(template, Self.schema, words: ["w": "1"])
    #expect(compiled == nil)
    #expect(Outcome(findings: findings).places == finds)
  }

  static let allowed: [(String, String)] = [
    ("<p>{{x}}</p>", "<p>&lt;&quot;&#39;&amp;&gt;</p>"),
    (
      "<p title=\"{{x}}\" class='{{x}}'>",
      "<p title=\"&lt;&quot;&#39;&amp;&gt;\" class='&lt;&quot;&#39;&amp;&gt;'>"
    ),
    ("<p TITLE = \"a {{x}}\">{{h}}", "<p TITLE = \"a &lt;&quot;&#39;&amp;&gt;\"><b>"),
    ("1 < 2 {{h}} <3 {{h}}", "1 < 2 <b> <3 <b>"),
    ("<!-- {{x}} -->{{h}}", "<!-- &lt;&quot;&#39;&amp;&gt; --><b>"),
    ("<script>if (a < b) {}</scripty></script>{{h}}", "<script>if (a < b) {}</scripty></script><b>"),
    ("<p {{#f}}hidden{{/f}} class=\"a{{#f}} b{{/f}}\">{{h}}", "<p hidden class=\"a b\"><b>"),
    ("{{#f}}<a href=\"a\">{{/f}}{{h}}{{#f}}</a>{{/f}}", "<a href=\"a\"><b></a>"),
    ("<i title=\"{{t.w}}\">{{t.w}}{{#t.w}}!{{/t.w}}{{^t.w}}?{{/t.w}}", "<i title=\"a &amp; b\">a &amp; b!"),
    ("<br/>{{h}}<img alt=\"\" src=\"a.png\"/>{{h}}", "<br/><b><img alt=\"\" src=\"a.png\"/><b>"),
  ]

  @Test(arguments: allowed)
  func escapesByContext(_ template: String, _ expected: String) throws {
    let (compiled, findings) = Bench.compile(template, Self.schema, words: ["w": "a & b"])
    #expect(findings.isEmpty)
    let record = try #require(
      Record(
        Self.schema,
        values: [.string("<\"'&>"), .string(""), .html(Array("<b>".utf8)), .flag(true), .list([])]))
    #expect(Bench.fill(try #require(compiled), record) == expected)
  }

  static let addresses: [(String, String, String)] = [
    ("a.html", "", "a.html"), ("", "", ""), ("../a:b", "", "../a:b"), ("#a", "", "#a"),
    ("https://example.org/?a=1&b=2", "", "https://example.org/?a=1&amp;b=2"),
    ("mailto:", "a@example.org", "mailto:a@example.org"),
    ("javascript:alert(1)", "", "#"), ("JaVaScRiPt:alert(1)", "", "#"), (" \u{1}javascript:1", "", "#"),
    ("java\tscr\nipt\r:1", "", "#"), ("vbscript:1", "", "#"), ("data:text/html,1", "", "#"),
    ("java", "script:1", "#"), ("", "javascript:1", "#"), ("javascript", "", "javascript"),
    ("a", "?javascript:1", "a?javascript:1"), ("javascript&#58;", "1", "javascript&amp;#58;1"),
  ]

  @Test(arguments: addresses)
  func neverWritesAnAddressThatRunsAProgram(_ first: String, _ second: String, _ expected: String) throws {
    for attribute in ["href", "src", "action", "xlink:href"] {
      let (compiled, _) = Bench.compile("<a \(attribute)=\"{{x}}{{y}}\" id=\"{{x}}\">", Self.schema)
      let template = try #require(compiled)
      let record = try #require(
        Record(
          Self.schema,
          values: [.string(first), .text(Array(second.utf8)), .html([]), .flag(false), .list([])]))
      let text = Bench.fill(template, record)
      #expect(text.hasPrefix("<a \(attribute)=\"\(expected)\" id="))
    }
  }

  @Test func checksAddressesThatSectionsPutTogether() throws {
    let (compiled, findings) = Bench.compile(
      "{{#l}}<a href=\"{{#f}}java{{/f}}{{.}}\" title=\"{{.}}\">{{/l}}<a href=\"x.html\">", Self.schema)
    #expect(findings.isEmpty)
    let template = try #require(compiled)
    func items(_ texts: [String]) throws -> [Record] {
      try texts.map { try #require(Record(.plainText, values: [.string($0)])) }
    }
    let list = try items(["script:1", "b"])
    let record = try #require(
      Record(Self.schema, values: [.string(""), .string(""), .html([]), .flag(true), .list(list)]))
    #expect(
      Bench.fill(template, record)
        == "<a href=\"#\" title=\"script:1\"><a href=\"javab\" title=\"b\"><a href=\"x.html\">")
  }
}
