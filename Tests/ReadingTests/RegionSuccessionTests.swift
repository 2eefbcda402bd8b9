import Common
import Testing

@testable import Reading

@Suite struct RegionSuccessionTests {
  private func read(_ rows: String) -> (tree: RegionTree?, findings: [String], items: [Diagnostic]) {
    var findings = Findings()
    let head = "code,name,parent,level,valid_from,valid_to,replaces\n1,甲街道,,street,,,\n2,乙街道,,street,,,\n"
    let csv = Array((head + rows).utf8)
    let tree = RegionTree.read(
      SourceFile(path: "regions.csv", bytes: csv), levels: Fixture.levels, base: [], findings: &findings)
    return (tree, summaries(findings), findings.items)
  }

  private func names(_ tree: RegionTree, _ indices: [RegionIndex]) -> [String] {
    indices.map { tree[$0].name }
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  @Test func followsARenameAMergerAndASplit() throws {
    let (tree, findings, _) = read(
      """
      11,老东社区,1,community,,2020-02-29,
      12,东风社区,1,community,2020-03-01,,11
      13,西一社区,1,community,,2020-02-29,
      14,西二社区,1,community,,2020-02-29,
      15,西苑社区,1,community,2020-03-01,,13|14
      16,大院社区,1,community,,2020-02-29,
      17,大院一社区,1,community,2020-03-01,,16
      18,大院二社区,1,community,2020-03-01,,16
      """)
    #expect(findings.isEmpty)
    let read = try #require(tree)
    let (before, after) = (try day("2020-02-29"), try day("2020-03-01"))
    for (old, new) in [
      (["老东社区"], ["东风社区"]), (["西一社区", "西二社区"], ["西苑社区"]), (["大院社区"], ["大院一社区", "大院二社区"]),
    ] {
      for name in old {
        guard case .found(let index) = read.find(name) else { throw NotThere(name: name) }
        #expect(names(read, read.successors(of: index, on: after)) == new)
        #expect(names(read, read.successors(of: index, on: before)) == [name])
      }
      for name in new {
        guard case .found(let index) = read.find(name) else { throw NotThere(name: name) }
        #expect(names(read, read.predecessors(of: index, on: before)) == old)
      }
    }
  }

  private struct NotThere: Error { var name: String }

  @Test func followsOverSeveralChanges() throws {
    let (tree, _, _) = read(
      "11,一社区,1,community,,2020-01-31,\n12,二社区,1,community,2020-02-01,2020-02-29,11\n13,三社区,1,community,2020-03-01,,12\n"
    )
    let read = try #require(tree)
    #expect(names(read, read.successors(of: 1, on: try day("2020-03-05"))) == ["三社区"])
    #expect(names(read, read.predecessors(of: 3, on: try day("2020-01-05"))) == ["一社区"])
  }

  @Test func takesTheSameCodeUnderAnotherParentForTheSameUnit() throws {
    let (tree, findings, _) = read("11,丙社区,1,community,,2020-02-29,\n11,丙社区,2,community,2020-03-01,,\n")
    #expect(findings.isEmpty)
    #expect(tree?.regions.map(\.predecessors) == [[], [], [], [1]])
    #expect(tree?.regions.map(\.successors) == [[], [3], [], []])
  }

  @Test func joinsAUnitToOneThatKeepsItsCode() throws {
    let (tree, findings, _) = read(
      "11,丙社区,1,community,,2020-02-29,\n12,丁社区,1,community,,2020-02-29,\n11,丙社区,1,community,2020-03-01,,12\n")
    #expect(findings.isEmpty)
    #expect(tree?.regions[4 - 1].predecessors == [1, 2])
    #expect(
      read(
        "11,丙社区,1,community,,2020-02-29,\n12,丁社区,1,community,,2020-02-29,\n11,丙社区,1,community,2020-03-01,,11|12\n"
      )
      .tree?.regions[3].predecessors == [1, 2])
  }

  @Test func splitsAUnitThatKeepsItsCode() {
    let (tree, findings, _) = read(
      "11,丙社区,1,community,,2020-02-29,\n11,丙社区,1,community,2020-03-01,,\n12,丁社区,1,community,2020-03-01,,11\n")
    #expect(findings.isEmpty)
    #expect(tree?.regions[1].successors == [2, 3])
  }

  @Test(arguments: [
    ("11,丙,1,community,,2020-02-29,\n12,丁,1,community,2020-03-01,,19", "reading.replaces-unknown-code@5:7"),
    ("11,丙,1,community,,2020-02-29,\n12,丁,1,community,,,11", "reading.replaces-needs-start@5:7"),
    ("11,丙,1,community,,,\n12,丁,1,community,2020-03-01,,11", "reading.replaced-needs-end@5:7"),
    ("11,丙,1,community,,2020-03-01,\n12,丁,1,community,2020-03-01,,11", "reading.replaces-overlap@5:7"),
    ("11,丙,1,community,,2020-03-09,\n12,丁,1,community,2020-03-01,,11", "reading.replaces-overlap@5:7"),
    ("11,丙,1,community,,2020-02-28,\n12,丁,1,community,2020-03-01,,11", "reading.replaces-gap@5:7"),
    ("3,己街道,,street,,2020-02-29,\n12,丁,1,community,2020-03-01,,3", "reading.replaces-other-level@5:7"),
    ("11,丙,1,community,2020-02-01,,11", "reading.replaces-cycle@4:7"),
    (
      "11,丙,1,community,2020-02-01,2020-02-29,12\n12,丁,1,community,2020-03-01,,11",
      "reading.replaces-cycle@4:7"
    ),
  ])
  func reportsAWrongSuccession(rows: String, finding: String) {
    let result = read(rows + "\n")
    #expect(result.findings == [finding])
    // What is wrong is left out, but for a mere gap.
    let isLinked = result.tree?.regions.contains { !$0.predecessors.isEmpty } ?? false
    #expect(isLinked == (finding.contains("gap")))
  }

  @Test func countsTheDaysOfAGapAndNamesTheLine() {
    let items = read("11,丙,1,community,,2020-02-28,\n12,丁,1,community,2020-03-02,,11\n").items
    #expect(items.map(\.severity) == [.warning])
    #expect(items.first?.arguments.first { $0.name == "days" }?.value == "2")
    #expect(items.first?.arguments.first { $0.name == "line" }?.value == "4")
  }

  @Test func suggestsTheCodeOfAUnitWrittenByName() {
    let items = read("11,丙社区,1,community,,2020-02-29,\n12,丁社区,1,community,2020-03-01,,丙社区\n").items
    #expect(items.map(\.suggestions) == [["11"]])
  }

  @Test func saysWhatStandsBelowAUnitThatHasEnded() {
    let rows = "3,己街道,,street,,2020-02-29,\n31,丙社区,3,community,,,\n32,丁社区,3,community,,2020-02-29,\n"
    let result = read(rows)
    #expect(result.findings == ["reading.outlives-parent@5:3"])
    #expect(result.items.first?.arguments.map(\.value) == ["己街道", "—2020-02-29", "1", "丙社区"])
  }

  @Test func doesNotTakeACodeAgainAfterAGapForTheSameUnit() {
    let result = read("11,丙社区,1,community,,2020-01-31,\n11,戊社区,2,community,2020-03-01,,\n")
    #expect(result.findings.isEmpty)
    #expect(result.tree?.regions.allSatisfy { $0.predecessors.isEmpty } == true)
  }
}
