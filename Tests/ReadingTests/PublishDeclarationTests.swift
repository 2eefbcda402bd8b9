import Common
import Testing
import YAML

@testable import Reading

@Suite struct PublishDeclarationTests {
  private func decode(_ text: String) -> (PublishDeclaration, [String]) {
    var findings = Findings()
    let site = """
      title: 标题
      root: 1
      levels: [{id: a, title: 甲}]
      publish:

      """
    let indented = text.split(separator: "\n").map { "  \($0)\n" }.joined()
    let node = YAMLParser.parse(Array((site + indented).utf8), file: "site.yaml", findings: &findings)
    let read = node.flatMap { SiteDeclaration.decode($0, findings: &findings) }
    return (
      read?.publish ?? PublishDeclaration(),
      findings.sorted().map { "\($0.location?.description ?? ""): \($0.rule)" }
    )
  }

  @Test func aTargetHasWhatHoldsForAllUnlessItSaysOtherwise() {
    let (publish, findings) = decode(
      """
      default: office
      keep: 7
      release_hour: "17:00"
      targets:
        office: {path: ../www}
        city: {url: "ssh://web@example.org/srv/www", keep: 30, release_hour: "18:30", check: "https://example.org/a", compress: false}
      """)
    #expect(findings.isEmpty)
    #expect(publish.targets.map(\.name) == ["office", "city"])
    #expect(publish.target(named: "office")?.path?.value == "../www")
    #expect(publish.target(named: "office")?.options == .init(keep: 7, releaseMinutes: 1020))
    #expect(publish.target(named: "city")?.url?.value == "ssh://web@example.org/srv/www")
    #expect(
      publish.target(named: "city")?.options
        == .init(keep: 30, releaseMinutes: 1110, check: "https://example.org/a/", compress: false))
  }

  @Test func reportsEveryWrongValueAtItsPlace() {
    let (_, findings) = decode(
      """
      default: ofice
      keep: 1
      release_hour: 17
      targets:
        office: {path: a, url: "ssh://b/c"}
        lost: {keep: 3}
        b c: {path: a}
        old: {path: a, keep: 0, hour: 3}
      """)
    #expect(
      findings == [
        "site.yaml:5:12: reading.unknown-publish-target", "site.yaml:6:9: reading.publish-keeps-too-few",
        "site.yaml:7:17: reading.bad-time-of-day", "site.yaml:9:5: reading.publish-target-place",
        "site.yaml:10:5: reading.publish-target-place", "site.yaml:11:5: reading.bad-identifier",
        "site.yaml:12:26: reading.publish-keeps-too-few", "site.yaml:12:29: yaml.unknown-key",
      ])
  }
}

@Suite struct ApprovalRuleTests {
  @Test func holdsFromItsFirstDayUnlessTheDaySaysOtherwise() throws {
    var rule = ApprovalRule()
    let day = try #require(CivilDate(iso: "2020-02-14"))
    #expect(!rule.isRequired(on: day, own: nil))
    #expect(rule.isRequired(on: day, own: .required))
    rule.isRequired = true
    #expect(rule.isRequired(on: day, own: nil))
    #expect(!rule.isRequired(on: day, own: ApprovalRule.Need.none))
    rule.from = day.adding(days: 1)
    #expect(!rule.isRequired(on: day, own: nil))
    #expect(rule.isRequired(on: day.adding(days: 1), own: nil))
  }

  @Test(arguments: ["签发", "张三 主任", "A. B."]) func takesNames(_ text: String) {
    #expect(ApprovalRule.isName(text))
  }

  @Test(arguments: ["", " 张三", "张\n三", "a\u{200B}b", String(repeating: "长", count: 41)])
  func takesNothingElse(_ text: String) {
    #expect(!ApprovalRule.isName(text))
  }
}
