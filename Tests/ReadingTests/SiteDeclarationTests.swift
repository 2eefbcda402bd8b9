import Common
import Testing

@testable import Reading

@Suite struct SiteDeclarationTests {
  private func decode(_ text: String) -> (site: SiteDeclaration?, findings: [String], items: [Diagnostic]) {
    var findings = Findings()
    let site = parse(text, findings: &findings).flatMap { SiteDeclaration.decode($0, findings: &findings) }
    return (site, summaries(findings), findings.items)
  }

  @Test func fillsInWhatIsNotWritten() throws {
    let (site, findings, _) = decode(Fixture.site)
    let read = try #require(site)
    #expect(findings.isEmpty)
    #expect(read.language == "zh-Hans" && read.publisher == "卢沟桥街道" && read.timeZoneMinutes == 480)
    #expect(
      read.cutOffMinutes == 1440 && read.onRefused == .stop && read.asOf == nil && read.disclosure == nil)
    #expect(read.reportingAtLeast == Rational(9, over: 10))
    #expect(read.levels == Fixture.levels && read.baseColumns == Fixture.base)
  }

  @Test func readsEveryKey() throws {
    let (site, findings, _) = decode(
      """
      title: 标题
      language: en
      description: 一句话
      publisher: 街道办事处
      url: https://example.org/a
      time_zone: "-03:30"
      cut_off: "18:00"
      root: 1
      levels: [{id: a, title: 甲}]
      reporting: {at_least: 95%}
      on_refused: leave_out
      disclosure: {below: 5, mode: round5, zero: hide}
      contacts: [{label: 值班, phone: 010-12345678}]
      bulletin: {name: 简报, issuer: 办公室, report_to: [区委], send_to: 各社区, distribute_to: [],
        approval: required, approval_from: 2020-03-01, roles: [审核, 签发]}
      as_of: 2020-03-16
      period: {from: 2020-02-01, to: 2020-03-16}
      illustrative_notice: 示例数据
      publish: {default: a, targets: {a: {path: /srv/a}}}
      """)
    let read = try #require(site)
    #expect(findings.isEmpty)
    #expect(
      read.url == "https://example.org/a/" && read.timeZoneMinutes == -210 && read.cutOffMinutes == 1080)
    #expect(read.disclosure == .init(below: 5, mode: .round5, showsZero: false))
    #expect(read.bulletin.sendTo == ["各社区"] && read.bulletin.issuer == "办公室")
    #expect(read.asOf?.description == "2020-03-16" && read.period?.lowerBound.description == "2020-02-01")
    #expect(read.publish.standard?.value == "a" && read.publish.targets.map(\.path?.value) == ["/srv/a"])
    #expect(read.bulletin.approval.roles == ["审核", "签发"])
    #expect(read.onRefused == .leaveOut && read.contacts.first?.phone == "010-12345678")
  }

  @Test func reportsEveryWrongValueAtItsPlace() {
    let findings = decode(
      """
      titel: 标题
      language: zh
      url: example.org
      time_zone: Asia/Shanghia
      cut_off: 25:00
      levels:
        - {id: a, title: 甲}
        - {id: b, title: 甲}
      reporting: {at_least: 120%}
      on_refused: skip
      disclosure: {below: 1}
      as_of: yesterday
      period: {from: 2020-03-01, to: 2020-02-01}
      base_columns: [{name: a.b, title: 户}]
      """
    ).findings
    #expect(
      findings == [
        "yaml.missing-key@1:1", "yaml.missing-key@1:1", "yaml.unknown-key@1:1", "yaml.not-a-choice@2:11",
        "reading.bad-address@3:6", "reading.unknown-time-zone@4:12", "reading.bad-time-of-day@5:10",
        "reading.name-twice@8:10", "reading.share-out-of-range@9:23", "yaml.not-a-choice@10:13",
        "reading.disclosure-below-two@11:21", "reading.bad-as-of@12:8", "reading.ends-before-it-begins@13:32",
        "reading.bad-identifier@14:23",
      ])
  }

  @Test func suggestsTheNearestTimeZone() {
    let items = decode(Fixture.site + "\ntime_zone: Asia/Shanghia\n").items
    #expect(items.first?.suggestions.first == "Asia/Shanghai")
  }

  @Test(arguments: [
    ("Asia/Shanghai", 480), ("Asia/Urumqi", 360), ("UTC", 0), ("+08:00", 480), ("-05:30", -330), ("+8", nil),
    ("+15:00", nil), ("Asia/Tokyo", nil), ("", nil), ("+08:60", nil),
  ])
  func readsATimeZone(text: String, minutes: Int?) {
    #expect(TimeZoneOffset.minutes(text) == minutes)
  }
}
