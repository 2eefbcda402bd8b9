import Common
import Testing
import YAML

@testable import Pages

@Suite struct ApprovalsFileTests {
  private func approval(_ day: String, _ role: String, figures: [BulletinSeal.Part]) throws -> Approval {
    Approval(
      bulletin: try #require(CivilDate(iso: day)), role: role, by: "李 \"四\"",
      seal: BulletinSeal(
        issue: 14,
        sources: [
          .init(name: "bulletins/\(day).md", digest: "0a"), .init(name: "bulletins/daily.md", digest: "1b"),
        ],
        figures: figures), digest: String(repeating: "0", count: 64))
  }

  private func read(_ text: String) -> ([Approval], [String]) {
    var findings = Findings()
    let node = YAMLParser.parse(Array(text.utf8), file: "approvals.yaml", findings: &findings)
    let approvals = node.map { ApprovalsFile.read($0, findings: &findings) } ?? []
    return (approvals, findings.sorted().map { "\($0.location?.description ?? "") \($0.rule)" })
  }

  @Test func isReadAsItWasWrittenAndSorted() throws {
    let figures = [BulletinSeal.Part(name: "dataset:排查", digest: "2c"), .init(name: "覆盖率", digest: "3d")]
    let approvals = [
      try approval("2020-02-15", "签发", figures: []), try approval("2020-02-14", "签发", figures: figures),
      try approval("2020-02-14", "审核", figures: figures),
    ]
    let text = ApprovalsFile.text(approvals, heading: "说明")
    #expect(text.hasPrefix("# 说明\n- bulletin: 2020-02-14\n  role: \"审核\"\n"))
    #expect(ApprovalsFile.text(approvals.reversed(), heading: "说明") == text)
    let (found, findings) = read(text)
    #expect(findings == [])
    #expect(
      found.map { approval in
        var approval = approval
        approval.location = nil
        return approval
      } == [approvals[2], approvals[1], approvals[0]])
    #expect(read(ApprovalsFile.text([], heading: "说明")).1 == [])
  }

  @Test func saysWhatIsWrongWithAnEntry() throws {
    let whole = ApprovalsFile.text([try approval("2020-02-14", "签发", figures: [])], heading: "x")
    #expect(read(whole + whole).1 == ["approvals.yaml:10:3 pages.approval-twice"])
    #expect(
      read(whole.replacing("daily.md=", with: "daily.md ")).1 == ["approvals.yaml:6:12 pages.approval-broken"]
    )
    #expect(
      read(whole.replacing("\"签发\"", with: "\"\\n\"")).1 == ["approvals.yaml:3:9 pages.approval-broken"])
    #expect(read(whole.replacing("issue: 14\n", with: "")).1.count == 1)
    #expect(read("a: 1").1 == ["approvals.yaml:1:1 yaml.not-a-sequence"])
  }

  @Test func namesWhatChanged() {
    let old = BulletinSeal(
      issue: 1, sources: [.init(name: "a", digest: "1"), .init(name: "b", digest: "1")],
      figures: [.init(name: "x", digest: "1")])
    let new = BulletinSeal(
      issue: 2, sources: [.init(name: "a", digest: "1"), .init(name: "b", digest: "2")],
      figures: [.init(name: "y", digest: "1")])
    let changes = old.changes(to: new)
    #expect(changes.sources == ["b"] && changes.figures == ["x", "y"] && changes.issue)
    #expect(old.changes(to: old) == ([], [], false))
  }
}
