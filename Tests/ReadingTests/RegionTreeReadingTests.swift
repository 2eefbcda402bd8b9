import Common
import Testing

@testable import Reading

@Suite struct RegionTreeReadingTests {
  private func read(_ csv: String) -> (tree: RegionTree?, findings: [String], items: [Diagnostic]) {
    var findings = Findings()
    let tree = Fixture.tree(csv, findings: &findings)
    return (tree, summaries(findings), findings.items)
  }

  private let head = "code,name,parent,level,aliases,valid_from,valid_to,households\n"

  @Test func putsChildrenInFileOrderBelowTheirParents() throws {
    let (tree, findings, _) = read(
      head
        + "1101,甲街道,11,street,,,,\n110102,乙社区,1101,社区,乙|二,,,约400户\n11,区,,district,,,,\n110101,丙社区,1101,community,,,,2697\n"
    )
    let read = try #require(tree)
    #expect(findings.isEmpty)
    #expect(read.regions.map(\.code) == ["11", "1101", "110102", "110101"])
    #expect(read.regions.map(\.subtreeEnd) == [4, 4, 3, 4])
    #expect(read.regions.map(\.level) == [0, 1, 2, 2])
    #expect(read.regions[2].aliases == ["乙", "二"])
    #expect(read.regions[2].location == Location(file: "content/regions.csv", line: 3, column: 1))
    #expect(read.find("甲街道/乙社区") == .found(2))
    let amounts: [Amount?] = [
      nil, nil, Amount(value: Rational(400), exactness: .about, written: "约400"),
      Amount(value: Rational(2697)),
    ]
    #expect(read.base.map(\.amounts) == [amounts])
  }

  @Test func allowsACodeTwiceAtDifferentTimes() throws {
    let (tree, findings, _) = read(
      head
        + "1,甲,,street,,,,\n2,乙,,street,,,,\n3,丙,1,community,,,2020-02-29,\n3,丙,2,community,,2020-03-01,,\n")
    #expect(findings.isEmpty)
    let day = try #require(CivilDate(iso: "2020-03-01"))
    #expect(tree?.find("丙", on: day) == .found(3))
    #expect(
      read(head + "3,丙,,street,,,2020-03-01,\n3,丙,,street,,2020-03-01,,\n").findings == [
        "reading.code-twice@3:1"
      ])
  }

  @Test(arguments: [
    ("1,甲,9,street,,,,", "reading.unknown-parent@2:3"),
    ("1,甲,1,street,,,,", "reading.parent-cycle@2:3"),
    ("1,甲,,镇,,,,", "reading.unknown-level@2:4"),
    ("1,甲,,,,,,", "reading.missing-value@2:4"),
    ("1,,,street,,,,", "reading.missing-value@2:2"),
    (",甲,,street,,,,\n1,乙,,street,,,,", "reading.missing-value@2:1"),
    ("1/2,甲,,street,,,,\n1,乙,,street,,,,", "reading.bad-region-code@2:1"),
    ("1,甲,,street,,2020-02-30,,", "reading.no-such-day@2:6"),
    ("1,甲,,street,,2020-03-01,2020-02-01,", "reading.ends-before-it-begins@2:7"),
    ("1,甲,,street,,,,很多", "reading.not-a-number@2:8"),
    ("1,甲,,street,,,,400人", "reading.other-unit@2:8"),
    ("1,甲,,street,,,,1.2万", "reading.rounded-number@2:8"),
    ("1,甲,,street\n2,乙,,street,,,,", "reading.ragged-row@2:4"),
    ("1,甲,,street,,,,,x\n2,乙,,street,,,,", "reading.ragged-row@2:9"),
    ("1,甲,,street,,,,\n2,乙,1,district,,,,", "reading.level-not-below-parent@3:4"),
    ("1,甲,,street,,,,\n2,乙,1,street,,,,", "reading.level-not-below-parent@3:4"),
    ("1,\"甲,,street,,,,\n2,乙,,street,,,,", "reading.unclosed-quote@2:2"),
    ("", "reading.no-regions"),
    (",,,,,,,", "reading.no-regions"),
  ])
  func reportsABrokenRow(rows: String, finding: String) {
    #expect(read(head + rows + "\n").findings == [finding])
  }

  @Test func reportsACycleOnceAtItsFirstRow() {
    let result = read(
      head
        + "0,根,,district,,,,\n1,甲,3,street,,,,\n2,乙,1,street,,,,\n3,丙,2,community,,,,\n4,丁,3,community,,,,\n")
    #expect(result.findings == ["reading.parent-cycle@3:3", "reading.level-not-below-parent@6:4"])
    #expect(result.items.first?.arguments.first?.value == "甲 → 丙 → 乙 → 甲")
    #expect(result.tree?.regions.count == 5)
  }

  @Test func suggestsTheCodeOfAParentWrittenByName() {
    let result = read(head + "110106,丰台区,,district,,,,\n1,甲,丰台区,street,,,,\n2,乙,110160,street,,,,\n")
    #expect(result.items.map(\.suggestions) == [["110106"], ["110106"]])
  }

  @Test func asksWhichOfTwoParentsIsMeant() {
    let rows = "1,甲,,district,,,2020-02-29,\n1,甲,,district,,2020-03-01,,\n"
    #expect(read(head + rows + "2,乙,1,street,,,,\n").findings == ["reading.parent-unclear@4:3"])
    #expect(read(head + rows + "2,乙,1,street,,2020-03-02,,\n").findings == [])
  }

  @Test func reportsColumnsMissingUnknownAndTwice() {
    let result = read("code,nam,parent,level,户数,户数\n1,甲,,street,,\n")
    #expect(
      result.findings == [
        "reading.missing-column@1:1", "reading.unknown-column@1:2", "reading.column-twice@1:6",
      ])
    #expect(result.tree == nil)
    #expect(result.items.first { $0.rule == .missingColumn }?.suggestions == ["nam"])
    #expect(read("代码,名称,上级,级别,户数\n1,甲,,街道,\n").findings == [])
  }

  @Test func refusesAFileThatIsNoTable() {
    #expect(read("").findings == ["reading.empty-file"])
    #expect(read("PK\u{3}\u{4}").findings == ["reading.spreadsheet-by-another-name"])
  }

  @Test func doesNotCheckLevelsThatAreNotKnown() {
    var findings = Findings()
    let csv = "code,name,parent,level,households\n1,甲,,x,1\n2,乙,1,y,2\n"
    let source = SourceFile(path: "r.csv", bytes: Array(csv.utf8))
    #expect(RegionTree.read(source, levels: nil, base: nil, findings: &findings)?.levels.count == 1)
    #expect(findings.items.isEmpty)
  }
}
