import Common
import Testing

@testable import Templates

@Suite struct TemplateErrorTests {
  struct Case: CustomTestStringConvertible {
    var template: String
    var partials: [String: String]
    var finds: [String]

    init(_ template: String, partials: [String: String] = [:], finds: [String]) {
      (self.template, self.partials, self.finds) = (template, partials, finds)
    }

    var testDescription: String { template }
  }

  static let crumb = Schema("crumb", [.text("title"), .text("address")])
  static let page = Schema(
    "page",
    [
      .text("title"), .html("body"), .flag("hasFigures"), .record("place", crumb), .list("crumbs", crumb),
      .texts("tags"),
    ])

  static let syntax = [
    Case("一 {{title\n", finds: ["templates.unclosed-tag 1:3"]),
    Case("{{{title}}", finds: ["templates.unclosed-tag 1:1"]),
    Case("a\n  {{=<% %>}}", finds: ["templates.unclosed-tag 2:3"]),
    Case(
      "{{}}{{ }}{{# }}{{/ }}",
      finds: ["empty-tag 1:1", "empty-tag 1:5", "empty-tag 1:10"].map { "templates." + $0 }),
    Case(
      "{{ti tle}} {{a..b}} {{>*title}}",
      finds: ["bad-name 1:3", "bad-name 1:14", "bad-name 1:24"].map { "templates." + $0 }),
    Case(
      "{{=x=}} {{=a b c=}} {{=a= b=}}",
      finds: ["bad-delimiters 1:1", "bad-delimiters 1:9", "bad-delimiters 1:21"].map { "templates." + $0 }),
    Case("{{title}}\n 标题{{#hasFigures}}\n", finds: ["templates.unclosed-section 2:7"]),
    Case("{{#hasFigures}}{{#title}}{{/hasFigures}}", finds: ["templates.unclosed-section 1:19"]),
    Case("a {{/title}}", finds: ["templates.unopened-section 1:6"]),
    Case("{{#title}}{{/titel}}", finds: ["templates.mismatched-section 1:14"]),
    Case("{{$b}}{{/c}}", finds: ["templates.mismatched-section 1:10"]),
    Case(
      "{{<p}}\n{{$b}}1{{/b}} {{$b}}2{{/b}}\n{{/p}}", partials: ["p": "{{$b}}{{/b}}"],
      finds: ["templates.duplicate-block 2:18"]),
    Case(
      String(repeating: "{{#title}}", count: 65), finds: ["templates.too-deep 1:641"]),
  ]

  static let names = [
    Case("{{title}} {{titel}}", finds: ["templates.unknown-name 1:13"]),
    Case("{{#crumbs}}\n  一{{nothing}}{{/crumbs}}", finds: ["templates.unknown-name 2:6"]),
    Case("{{place.titel}}", finds: ["templates.unknown-name 1:9"]),
    Case("{{#place}}{{.tags}}{{/place}}", finds: ["templates.unknown-name 1:14"]),
    Case(
      "{{title.x}}{{crumbs.title}}", finds: ["templates.not-a-record 1:3", "templates.not-a-record 1:14"]),
    Case(
      "{{hasFigures}}{{place}}{{crumbs}}",
      finds: ["templates.not-printable 1:3", "templates.not-printable 1:17", "templates.not-printable 1:26"]),
    Case(
      "{{.}}{{#hasFigures}}{{.}}{{/hasFigures}}", finds: ["templates.no-item 1:3", "templates.no-item 1:23"]),
    Case("{{{title}}}{{& title }}", finds: ["templates.raw-text 1:4", "templates.raw-text 1:16"]),
    Case(
      "{{t.nxt}}{{#t.more}}{{/t.more}}", finds: ["templates.unknown-word 1:3", "templates.unknown-word 1:13"]),
    Case("{{>parts}}", partials: ["part": ""], finds: ["templates.missing-template 1:4"]),
    Case(
      "{{<p}}{{$boddy}}{{/boddy}}{{/p}}", partials: ["p": "{{$body}}{{/body}}"],
      finds: ["templates.unknown-block 1:10"]),
    Case("{{>p}}", partials: ["p": "{{>q}}", "q": "\n{{>p}}"], finds: ["templates.recursion q.html 2:4"]),
    Case("{{>main}}", finds: ["templates.recursion 1:4"]),
    Case("{{>p}}", partials: ["p": "{{wrong}}"], finds: ["templates.unknown-name p.html 1:3"]),
    Case(
      "{{<p}}{{$b}}{{wrong}}{{/b}}{{/p}}", partials: ["p": "\n\n{{$b}}{{/b}}"],
      finds: ["templates.unknown-name 1:15"]),
    Case(
      "{{wrong}}{{#wrong}}{{other}}{{/wrong}}",
      finds: ["templates.unknown-name 1:3", "templates.unknown-name 1:13"]),
  ]

  @Test(arguments: syntax)
  func saysWhereTheSyntaxIsBroken(_ c: Case) { check(c) }

  @Test(arguments: names)
  func saysWhereANameMeansNothing(_ c: Case) { check(c) }

  private func check(_ c: Case) {
    let (template, findings) = Bench.compile(c.template, Self.page, partials: c.partials)
    #expect(template == nil)
    #expect(Outcome(findings: findings).places == c.finds)
  }

  @Test func proposesNearestNames() {
    func near(_ template: String, words: [String: String] = [:]) -> [String]? {
      Bench.compile(template, Self.page, partials: ["layout": ""], words: words).findings.first?.suggestions
    }
    #expect(near("{{titel}}") == ["title"])
    #expect(near("{{place.adress}}") == ["place.address"])
    #expect(near("{{t.nxt}}", words: ["next": "后一日"]) == ["t.next"])
    #expect(near("{{>layuot}}") == ["layout"])
  }

  @Test func saysWhichSchemaLacksTheName() {
    let findings = Bench.compile("{{#crumbs}}{{x}}{{/crumbs}}", Self.page).findings
    #expect(findings.first?.arguments.map(\.value) == ["x", "crumb"])
  }

  @Test func collectsTheErrorsOfEveryFileOnce() {
    let files = [
      TemplateFile(path: "a.html", name: "a", bytes: Array("{{x}}{{>c}}{{>c}}".utf8)),
      TemplateFile(path: "b.html", name: "b", bytes: Array("{{y}}{{#z}}".utf8)),
      TemplateFile(path: "c.html", name: "c", bytes: Array("{{w}}".utf8)),
      TemplateFile(path: "d.html", name: "c", bytes: []),
    ]
    var findings = Findings()
    let roots = [TemplateRoot("a", Self.page), TemplateRoot("b", Self.page), TemplateRoot("e", Self.page)]
    let set = TemplateSet.compile(files: files, roots: roots, constants: [:], findings: &findings)
    #expect(set == nil)
    #expect(
      Outcome(findings: findings.items).places == [
        "templates.missing-template", "templates.unknown-name a.html 1:3",
        "templates.unknown-name b.html 1:3",
        "templates.unclosed-section b.html 1:9",
        "templates.unknown-name c.html 1:3", "templates.duplicate-template d.html whole",
      ])
  }

  @Test func warnsOfWhatAParentDrops() throws {
    let (template, findings) = Bench.compile(
      "{{<p}} lost {{$b}}2{{/b}}{{title}}{{/p}}", Self.page, partials: ["p": "{{$b}}1{{/b}}"])
    #expect(template != nil)
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(Outcome(findings: findings).places == ["templates.ignored-in-parent 1:4"])
  }

  @Test func stopsWhatGrowsWithoutEnd() {
    var partials: [String: String] = [:]
    for level in 0..<30 { partials["p\(level)"] = "{{>p\(level + 1)}}{{>p\(level + 1)}}" }
    partials["p30"] = ""
    let findings = Bench.compile("{{>p0}}", Self.page, partials: partials).findings
    #expect(findings.map(\.rule.id) == ["templates.too-large"])
  }

  @Test func stopsAChainOfPartials() {
    var partials: [String: String] = ["p40": ""]
    for level in 0..<40 { partials["p\(level)"] = "{{>p\(level + 1)}}" }
    #expect(
      Outcome(findings: Bench.compile("{{>p0}}", Self.page, partials: partials).findings).places
        == ["templates.too-deep p30.html 1:4"])
  }
}
