import Common
import Testing

@testable import YAML

@Suite struct YAMLParserTests {
  @Test func readsAMappingWithThePlaceOfEveryKeyAndValue() throws {
    var found = Findings()
    let node = try #require(parse("title: 日报\ntags:\n  - 疫情\n  - \"社区\"\n", into: &found))
    #expect(found.items.isEmpty)
    let entries = try #require(node.mapping)
    #expect(entries.map(\.key) == ["title", "tags"])
    #expect(entries[0].keyLocation == Location(file: "a.yaml", line: 1, column: 1))
    #expect(entries[0].value.location == Location(file: "a.yaml", line: 1, column: 8))
    #expect(entries[0].value.content == .scalar("日报", isPlain: true))
    let tags = try #require(entries[1].value.sequence)
    #expect(tags.map(\.location) == [3, 4].map { Location(file: "a.yaml", line: $0, column: 5) })
    #expect(tags[1].content == .scalar("社区", isPlain: false))
  }

  @Test func countsColumnsInCharacters() throws {
    var found = Findings()
    let node = try #require(parse("标题: 日报", into: &found))
    #expect(node.mapping?.first?.value.location == Location(file: "a.yaml", line: 1, column: 5))
  }

  @Test func shiftsLinesOfATextInsideAnotherFile() throws {
    var found = Findings()
    let node = try #require(parse("a: b\nc: d", firstLine: 17, into: &found))
    #expect(node.mapping?.last?.keyLocation == Location(file: "a.yaml", line: 18, column: 1))
    #expect(findings("a: @b", firstLine: 17) == ["yaml.reserved-character 17:4 found=@"])
  }

  @Test func leavesScalarsAsText() throws {
    var found = Findings()
    let node = try #require(parse("[no, 1e3, ~, 012, 2020-02-14, yes]", into: &found))
    #expect(node.strings?.map(\.value) == ["no", "1e3", "~", "012", "2020-02-14", "yes"])
  }

  @Test(arguments: ["", "\n\n", "# nothing\n", "---\n", "\u{FEFF}", "---\n...\n"])
  func findsNothingInAnEmptyDocument(_ text: String) {
    #expect(findings(text).isEmpty)
  }

  @Test(arguments: [
    "\u{FEFF}a: b", "a: b\r\n", "---\na: b\n...\n", "a:\n- b\n", "\"a\" : b", "%YAML 1.1\n---\na: b",
  ])
  func readsTheFormsThatEditorsWrite(_ text: String) {
    #expect(findings(text) == ["parsed"])
  }

  @Test func doesNotCountTheByteOrderMarkAsAColumn() {
    #expect(findings("\u{FEFF}a: @") == ["yaml.reserved-character 1:4 found=@"])
  }

  @Test func readsFromASliceAndFromACollectionWithoutStorage() {
    var found = Findings()
    let bytes = Array("xxa: b".utf8)
    #expect(YAMLParser.parse(bytes[2...], file: "a.yaml", findings: &found)?.mapping?.count == 1)
    let lazy = bytes.lazy.filter { $0 != 0x78 }
    #expect(YAMLParser.parse(lazy, file: "a.yaml", findings: &found)?.mapping?.count == 1)
    #expect(found.items.isEmpty)
  }

  @Test(
    arguments: [
      ("a: *b", ["yaml.alias 1:4"]),
      ("a: &b c", ["yaml.anchor 1:4"]),
      ("a: !!int 3", ["yaml.tag 1:4"]),
      ("a: !local [b]", ["yaml.tag 1:4"]),
      ("a: 1\n---\nb: 2", ["yaml.several-documents 2:1"]),
      (
        "a: 1\nb: 2\na: 3\na: 4",
        [
          "yaml.duplicate-key 3:1 key=a line=1", "yaml.duplicate-key 4:1 key=a line=1",
        ]
      ),
      ("? [a]\n: b\nc: d", ["yaml.key-not-text 1:3 found=[…]"]),
      (": b", ["yaml.empty-key 1:1"]),
      ("\"\": b", ["yaml.empty-key 1:1"]),
      ("a: 1\n\u{3000}b: 2", ["yaml.full-width-space 2:1"]),
      ("a: \"\\x07\"", ["yaml.control-character 1:4 found=U+0007"]),
      (
        "a: *b\nc: &d e\na: !f g",
        [
          "yaml.alias 1:4", "yaml.anchor 2:4", "yaml.tag 3:4", "yaml.duplicate-key 3:1 key=a line=1",
        ]
      ),
    ] as [(String, [String])])
  func refusesWhatOnlyMachinesWrite(_ text: String, _ expected: [String]) {
    #expect(findings(text) == expected)
  }

  @Test func refusesTextThatIsNotUTF8() {
    var found = Findings()
    // 标题 in GBK
    let bytes: [UInt8] = [0x61, 0x3A, 0x0A, 0xE6, 0x97, 0xA5, 0xB1, 0xEA, 0xCC, 0xE2]
    #expect(YAMLParser.parse(bytes, file: "a.yaml", findings: &found) == nil)
    #expect(lines(found) == ["yaml.not-utf-8 2:2 found=0xB1"])
  }

  @Test func refusesControlCharacters() {
    #expect(
      findings("a: b\r\n中\u{0}c: \u{7F}\u{85}\u{80}") == [
        "yaml.control-character 2:2 found=U+0000", "yaml.control-character 2:6 found=U+007F",
        "yaml.control-character 2:8 found=U+0080",
      ])
    #expect(findings(String(repeating: "\u{1}", count: 99)).count == 10)
  }

  @Test func boundsDepthNodesAndBytes() {
    let deepest = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(findings(deepest) == ["parsed"])
    #expect(findings("[" + deepest + "]") == ["yaml.too-deep 1:33 limit=32"])
    #expect(findings(String(repeating: "[", count: 100_000)) == ["yaml.too-deep 1:33 limit=32"])
    let limits = YAMLLimits(bytes: 12, depth: 2, nodes: 3)
    #expect(findings("[a, b]", limits: limits) == ["parsed"])
    #expect(findings("[a, b, c]", limits: limits) == ["yaml.too-many-nodes 1:8 limit=3"])
    #expect(findings("a: 1234567890", limits: limits) == ["yaml.too-large found=13 limit=12"])
  }
}
