import Common
import Testing

@testable import Reading

@Suite struct DatasetReaderTests {
  private func read(_ text: String, name: String = "screening") -> (
    dataset: DatasetDeclaration?, findings: [String], items: [Diagnostic]
  ) {
    var findings = Findings()
    let dataset = Fixture.readDataset(text, name: name, findings: &findings)
    return (dataset, summaries(findings), findings.items)
  }

  @Test func fillsInWhatIsNotWritten() throws {
    let (dataset, findings, _) = read(Fixture.dataset)
    let read = try #require(dataset)
    #expect(findings.isEmpty)
    #expect(read.files == "data/screening/*" && read.command == nil && read.missingValues == [""])
    #expect(read.regionField == 0 && read.date == .field(1) && read.key == [0, 1])
    #expect(
      read.level == nil && read.rollsUp && read.resent == .error && !read.isIllustrative && !read.absentIsZero
    )
  }

  @Test func readsWhenADayEndsAndWhenARowBecameKnown() throws {
    let timed = Fixture.dataset.replacing("日期, type: date", with: "日期, type: datetime")
    let (dataset, findings, _) = read(timed + "\ncut_off: \"18:00\"\nknown_at: date\n")
    #expect(findings == [])
    #expect(dataset?.cutOff == 64_800)
    #expect(dataset?.knownAt == 1)
    let usual = try #require(read(Fixture.dataset).dataset)
    #expect(usual.cutOff == 86_400 && usual.knownAt == nil)
  }

  @Test(arguments: [
    ("cut_off: \"18:00\"", "reading.cut-off-without-time@13:10"),
    ("cut_off: 18点", "reading.bad-time-of-day@13:10"),
    ("cut_off: \"00:00\"", "reading.bad-time-of-day@13:10"),
    ("known_at: dates", "reading.unknown-field@13:11"),
    ("known_at: due", "reading.wrong-field-type@13:11"),
  ])
  func refusesTimesThatCannotBe(line: String, finding: String) {
    #expect(read(Fixture.dataset + "\n" + line + "\n").findings == [finding])
  }

  @Test func readsEveryKey() throws {
    let (dataset, findings, _) = read(
      """
      name: staff
      files: data/staff/**/*.csv
      region: place
      valid: {from: start, to: end}
      year: 2020
      key: [place, post]
      fields:
        - {name: place, title: 社区, aliases: [所属社区], type: region, constraints: {required: true}}
        - {name: post, title: 岗位}
        - {name: start, title: 开始, type: date}
        - {name: end, title: 结束, type: datetime}
        - {name: on, title: 在岗, type: integer, unit_from: post, people: true, approximate: true, constraints: {minimum: 0, maximum: 50}}
        - {name: off, title: 休息, type: integer}
        - {name: all, title: 全部, type: integer}
        - {name: share, title: 占比, type: percent, constraints: {maximum: 100%}}
      missingValues: [未报, —]
      checks:
        - {field: on, at_most: all, severity: warning}
        - {sum: [on, off], equals: all}
        - {field: all, minimum: 0}
      level: 社区
      rollup: none
      resent: last
      absent: 0
      within: "110106001"
      illustrative: true
      reporting: {at_least: 80%}
      source: 街道办
      """, name: "staff")
    let read = try #require(dataset)
    #expect(findings.isEmpty)
    #expect(read.validity == .init(from: 2, to: 3) && read.date == .none && read.key == [0, 1])
    #expect(
      read.missingValues == ["", "未报", "—"] && read.level == 2 && !read.rollsUp && read.resent == .last)
    #expect(read.absentIsZero)
    #expect(
      read.within == "110106001" && read.isIllustrative && read.reportingAtLeast == Rational(4, over: 5))
    #expect(read.fields[4].unitField == "post" && read.fields[4].countsPeople && read.fields[4].isApproximate)
    #expect(
      read.fields[4].constraints.maximum == Rational(50) && read.fields[7].constraints.maximum == Rational(1))
    #expect(read.checks.map(\.severity) == [.warning, .error, .error])
    guard case .sumEquals(fields: [4, 5], total: 6) = read.checks[1].kind else {
      Issue.record("not a sum")
      return
    }
  }

  @Test func readsTheDateFromTheFileName() {
    let text = Fixture.dataset.replacing("date: date\n", with: "date: {from: filename}\n")
    #expect(read(text).dataset?.date == .filename)
    #expect(read(text).dataset?.key == [0])
  }

  /// Each line of the fixture is changed by itself; the columns are those of the changed line.
  @Test(arguments: [
    ("name: screening", "name: screning", "reading.name-is-not-the-files@1:7"),
    ("name: screening", "name: a.b", "reading.bad-identifier@1:7"),
    ("name: screening", "title2: x", "yaml.missing-key@1:1,yaml.unknown-key@1:1"),
    ("region: community", "region: comunity", "reading.unknown-field@3:9"),
    ("region: community", "region: 社区", "reading.unknown-field@3:9"),
    ("region: community", "region: status", "reading.wrong-field-type@3:9"),
    ("date: date\n", "date: due\n", "reading.wrong-field-type@4:7"),
    ("date: date\n", "date: {from: sheet}\n", "yaml.not-a-choice@4:14"),
    ("date: date\n", "date: date\nfiles: ../x/*\n", "reading.path-leaves-content@5:8"),
    ("date: date\n", "date: date\nfiles: a\ncommand: [psql]\n", "reading.files-and-command@5:8"),
    ("date: date\n", "date: date\nyear: 20\n", "reading.bad-year@5:7"),
    ("date: date\n", "date: date\nvalid: {from: date}\n", "reading.validity-beside-date@5:8"),
    ("date: date\n", "date: date\nkey: [community, dat]\n", "reading.unknown-field@5:18"),
    ("date: date\n", "date: date\nlevel: 村\n", "reading.unknown-level@5:8"),
    ("date: date\n", "date: date\nwithin: \"99\"\n", "reading.unknown-region-code@5:9"),
    ("date: date\n", "date: date\nreporting: {at_least: 2}\n", "reading.share-out-of-range@5:23"),
    (
      "date: date\n", "date: date\nchecks: [{field: done, at_most: phone}]\n", "reading.wrong-field-type@5:33"
    ),
    ("date: date\n", "date: date\nchecks: [{field: done}]\n", "reading.check-of-no-kind@5:10"),
    ("date: date\n", "date: date\nchecks: [{sum: [due, done]}]\n", "yaml.missing-key@5:10"),
    ("title: 排查率, type: percent", "title: 排查率, type: precent", "yaml.not-a-choice@10:36"),
    ("title: 排查率,", "title: 状态,", "reading.heading-twice@11:12"),
    ("name: rate,", "name: done,", "reading.name-twice@10:12"),
    ("title: 排查率, type: percent", "title: 排查率, people: true", "reading.key-needs-number@10:38"),
    ("title: 排查率, type: percent", "title: 排查率, constraints: {minimum: 0}", "reading.key-needs-number@10:53"),
    (
      "title: 排查率, type: percent", "title: 排查率, type: number, constraints: {minimum: 2, maximum: 1}",
      "reading.maximum-below-minimum@10:79"
    ),
    ("title: 排查率, type: percent", "title: 排查率, unit_from: due", "reading.unknown-field@10:41"),
  ])
  func reportsAWrongKeyAtItsPlace(old: String, new: String, expected: String) {
    let result = read(Fixture.dataset.replacing(old, with: new))
    #expect(result.findings.joined(separator: ",") == expected)
    #expect(result.dataset == nil)
  }

  @Test func suggestsTheFieldWhoseTitleWasWritten() {
    #expect(
      read(Fixture.dataset.replacing("region: community", with: "region: 社区")).items.first?.suggestions == [
        "community"
      ])
  }

  @Test func keepsTheWordRegionsForBaseColumns() {
    let text = Fixture.dataset.replacing("name: screening", with: "name: regions")
    #expect(read(text, name: "regions").findings == ["reading.reserved-name@1:7"])
  }
}
