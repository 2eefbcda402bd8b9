import Common
import Testing

@testable import YAML

@Suite struct YAMLMappingTests {
  enum Kind: String, CaseIterable { case line, bar, multiples }

  /// Decodes with `body` and returns what was found.
  private func decode(
    _ text: String, unknownKeys: Severity = .error, _ body: (inout YAMLMapping) -> Void
  ) throws -> Findings {
    var found = Findings()
    let node = try #require(parse(text, into: &found))
    guard var mapping = YAMLMapping(node, findings: &found) else { return found }
    body(&mapping)
    mapping.finish(unknownKeys: unknownKeys, findings: &found)
    return found
  }

  @Test func takesEveryKindOfValue() throws {
    let text = """
      title: 日报
      草稿: 是
      days: -14
      times: 12.50
      target: 98%
      date: 2020-02-14
      tags: [a, b]
      people: 何晓琴
      type: 折线
      reporting: {at_least: 0.9}
      checks: [{field: x}]
      """
    let found = try decode(text) { mapping in
      #expect(mapping.string("title") == "日报")
      #expect(mapping.bool("draft", aliases: ["草稿"]) == true)
      #expect(mapping.integer("days") == -14)
      #expect(mapping.decimal("times") == Rational(25, over: 2))
      #expect(mapping.percentOrDecimal("target") == YAMLNumber("98%"))
      #expect(mapping.date("date") == CivilDate(year: 2020, month: 2, day: 14))
      #expect(mapping.strings("tags") == ["a", "b"])
      #expect(mapping.strings("people") == ["何晓琴"])
      #expect(mapping.choice("type", of: Kind.self, names: ["折线": .line]) == .line)
      if var reporting = mapping.mapping("reporting") {
        #expect(reporting.percentOrDecimal("at_least")?.isPercent == false)
        reporting.finish(findings: &mapping.findings)
      }
      #expect(mapping.mappings("checks")?.count == 1)
      #expect(mapping.string("summary") == nil)
    }
    #expect(found.items.isEmpty)
  }

  @Test func collectsEveryValueOfTheWrongKind() throws {
    let text = """
      title: [a]
      draft: yes
      days: 1.5
      times: 1,000
      target: 九成
      date: 2020-02-30
      tags: [[a]]
      type: lines
      reporting: 90%
      checks: a
      """
    let found = try decode(text) { mapping in
      _ = mapping.string("title")
      _ = mapping.bool("draft")
      _ = mapping.integer("days")
      _ = mapping.decimal("times")
      _ = mapping.percentOrDecimal("target")
      _ = mapping.date("date")
      _ = mapping.strings("tags")
      _ = mapping.choice("type", of: Kind.self)
      _ = mapping.mapping("reporting")
      _ = mapping.mappings("checks")
    }
    #expect(
      lines(found) == [
        "yaml.not-text 1:8 key=title found=[…]",
        "yaml.not-true-or-false 2:8 key=draft found=yes",
        "yaml.not-an-integer 3:7 key=days found=1.5",
        "yaml.not-a-number 4:8 key=times found=1,000",
        "yaml.not-a-percentage 5:9 key=target found=九成",
        "yaml.not-a-date 6:7 key=date found=2020-02-30",
        "yaml.not-texts 7:7 key=tags found=[…]",
        "yaml.not-a-choice 8:7 key=type found=lines allowed=line | bar | multiples",
        "yaml.not-a-mapping 9:12 found=90%",
        "yaml.not-a-sequence 10:9 key=checks found=a",
      ])
    #expect(found.items[7].suggestions == ["line"])
  }

  @Test func reportsUnknownKeysWithTheNearestKnownOnes() throws {
    let found = try decode("titel: a\n标提: b\nx: c", unknownKeys: .warning) { mapping in
      _ = mapping.string("title", aliases: ["标题"])
    }
    #expect(
      lines(found) == [
        "yaml.unknown-key 1:1 key=titel", "yaml.unknown-key 2:1 key=标提", "yaml.unknown-key 3:1 key=x",
      ])
    #expect(found.items.map(\.suggestions) == [["title"], ["标题"], []])
    #expect(found.items.allSatisfy { $0.severity == .warning })
  }

  @Test func reportsAKeyAndItsAlias() throws {
    let found = try decode("标题: b\ntitle: a") { mapping in
      #expect(mapping.string("title", aliases: ["标题"]) == "b")
    }
    #expect(lines(found) == ["yaml.key-and-alias 2:1 key=title other=标题"])
  }

  @Test func reportsARequiredKeyThatIsMissingOrEmpty() throws {
    let found = try decode("a: x\ntitle:\nsummary:\n") { mapping in
      _ = mapping.string("a")
      #expect(mapping.string("title", required: true) == nil)
      #expect(mapping.date("date", required: true) == nil)
      #expect(mapping.string("summary") == nil)
    }
    #expect(lines(found) == ["yaml.missing-key 2:1 key=title", "yaml.missing-key 1:1 key=date"])
  }

  @Test func keepsAQuotedEmptyText() throws {
    let found = try decode("missingValues: [\"\", -]\ntitle: \"\"") { mapping in
      #expect(mapping.strings("missingValues") == ["", "-"])
      #expect(mapping.string("title", required: true) == "")
    }
    #expect(found.items.isEmpty)
  }

  @Test(
    arguments: [
      ("标题：何晓琴\n日期：今天", ["yaml.full-width-colon 1:3 key=标题"]),
      ("- 标题：何晓琴", ["yaml.not-a-mapping 1:1 found=[…]"]),
      ("title:x", ["yaml.space-after-colon 1:6 key=title"]),
      ("一句话", ["yaml.not-a-mapping 1:1 found=一句话"]),
    ] as [(String, [String])])
  func saysWhyATextIsNoMapping(_ text: String, _ expected: [String]) throws {
    #expect(lines(try decode(text) { _ in }) == expected)
  }

  @Test func findsAFullWidthColonInAnUnknownKey() throws {
    let found = try decode("title: x\n地点：甲: 乙") { _ = $0.string("title") }
    #expect(lines(found) == ["yaml.full-width-colon 2:3 key=地点"])
  }

  @Test func tellsWhereAValueStands() throws {
    _ = try decode("a: 1\nb: [2]") { mapping in
      #expect(mapping.location(of: "b") == Location(file: "a.yaml", line: 2, column: 4))
      #expect(mapping.location(of: "c") == Location(file: "a.yaml", line: 1, column: 1))
      #expect(mapping.locatedString("a") == Located("1", at: Location(file: "a.yaml", line: 1, column: 4)))
      #expect(mapping.locatedStrings("b")?.first?.location == Location(file: "a.yaml", line: 2, column: 5))
      #expect(!mapping.has("c"))
    }
  }

  @Test(arguments: ["98%", "98％", "98 %", "98.0%", "0.98"])
  func readsAShare(_ text: String) {
    #expect(YAMLNumber(text)?.value == Rational(49, over: 50))
    #expect(YAMLNumber(text)?.isPercent == (text != "0.98"))
  }

  @Test(arguments: ["%", "", "98%%", "98‰", "1e2", "+5", ".5%", "九成"])
  func refusesAnythingElseAsAShare(_ text: String) {
    #expect(YAMLNumber(text) == nil)
  }
}
