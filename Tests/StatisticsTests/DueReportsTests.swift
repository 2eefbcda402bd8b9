import Common
import Reading
import Tables
import Testing

@testable import Statistics

/// Who has reported by a deadline, and who has not. City has A, B, C in S1 and D, E in S2.
@Suite struct DueReportsTests {
  private let here = Location(file: "datasets/a.yaml", line: 9, column: 9)

  private func site(
    _ rows: [String], _ cadence: ReportSchedule.Cadence = .daily, from: String? = nil, until: String? = nil,
    refused: [(place: String, day: String?)] = [], carry: Int = 0
  ) -> TestSite {
    var site = TestSite.small()
    site.dataset(
      "screening", ["place", "done:0", "due:0"], rows: rows.map { $0.replacing("/", with: " x ") },
      refused: refused)
    site.tables[0].declaration.expectation = ReportSchedule(
      cadence: cadence, minutes: 960, from: from.map { day($0) }, until: until.map { day($0) }, location: here
    )
    site.indicator(.measure(site.measure(.sum, 0, 1)), carry: carry)
    return site
  }

  private func ask(
    _ site: TestSite, _ place: String = "City", at: String = "14", minutes: Int = 1080,
    asOf: String = "2020-02-14",
    pending: Bool = false
  ) -> DueReports? {
    let moment = Deadline(day: day(at), minutes: minutes)
    let cube = site.cube(asOf: asOf)
    return pending
      ? cube.pendingReports(0, site[place], at: moment) : cube.dueReports(0, site[place], at: moment)
  }

  /// `B missing 2020-02-12 2`, one for each unit.
  private func brief(_ due: DueReports?, _ site: TestSite) -> [String] {
    (due?.units ?? []).map { unit in
      let state =
        switch unit.state {
        case .missing: "missing"
        case .carried(let day): "carried \(day.description.suffix(2))"
        case .declared(let label): "declared \(label ?? "-")"
        case .refused(let rows): "refused \(rows)"
        case .late(let known): "late \(known)"
        }
      let last = unit.lastReport.map { String($0.description.suffix(2)) } ?? "never"
      return "\(site.tree[unit.region].name) \(state) \(last) \(unit.silentDays.map { "\($0)" } ?? "-")"
    }
  }

  private let rows = [
    "A 2020-02-12/1 1", "B 2020-02-12/1 1", "D 2020-02-12/1 1", "A 2020-02-14/1 1", "D 2020-02-14/1 1",
    "C 2020-02-14/1 -", "E 2020-02-14/- -",
  ]

  @Test func namesTheSilentWithTheirLastReport() throws {
    let site = site(rows)
    let due = try #require(ask(site))
    #expect(due.deadline == Deadline(day: day("14"), minutes: 960) && !due.isPending)
    #expect(brief(due, site) == ["B missing 12 2", "E declared - never -"])
    #expect(due.expected == 5 && due.reported == 3 && due.late == 0 && due.carried == 0)
    #expect(brief(ask(site, "S1"), site) == ["B missing 12 2"])
    #expect(ask(site, "A")?.units == [])
    #expect(ask(site, "A")?.expected == 1)
  }

  @Test func asksForTheDayBeforeUntilTheDeadlineHasPassed() throws {
    let site = site(rows)
    #expect(ask(site, minutes: 960)?.deadline.day == day("14"))
    let early = try #require(ask(site, minutes: 959))
    #expect(early.deadline.day == day("13") && early.units.count == 5)
    let pending = try #require(ask(site, minutes: 959, pending: true))
    #expect(pending.isPending && pending.deadline.day == day("14"))
    #expect(brief(pending, site) == ["B missing 12 2", "E declared - never -"])
    #expect(ask(site, minutes: 960, pending: true) == nil)
  }

  @Test func marksWhatIsCarriedForward() {
    let carried = site(rows, carry: 2)
    #expect(brief(ask(carried), carried) == ["B carried 12 12 2", "E declared - never -"])
    #expect(ask(carried)?.carried == 1)
    let short = site(rows, carry: 1)
    #expect(brief(ask(short), short).first == "B missing 12 2")
  }

  @Test func printsTheLabelOfAnExplicitSilence() {
    var site = site(rows)
    site.tables[0].labels = [2: [6: "停工"]]
    #expect(brief(ask(site), site).last == "E declared 停工 never -")
  }

  @Test func tellsARefusedReportFromNone() {
    let site = site(rows, refused: [("B", "2020-02-14"), ("B", "2020-02-13")])
    #expect(brief(ask(site), site).first == "B refused 1 12 2")
  }

  @Test func asksNobodyBeforeTheFirstReport() {
    let site = site(rows)
    #expect(ask(site, at: "11") == nil)
    #expect(ask(site, at: "12") != nil)
    let earlier = self.site(rows, from: "10")
    #expect(ask(earlier, at: "11")?.units.count == 5)
    #expect(ask(earlier, at: "09") == nil)
    let later = self.site(rows, from: "15")
    #expect(ask(later) == nil)
  }

  @Test func asksNobodyAnyMoreAfterTheLastDay() throws {
    let site = site(rows, until: "13")
    let due = try #require(ask(site))
    #expect(due.deadline.day == day("13"))
    #expect(brief(due, site).first == "A missing 12 1")
  }

  @Test func aWeekIsKeptByAnyOfItsDays() {
    let rows = ["A 2020-02-04/1 1", "B 2020-02-10/1 1", "C 2020-02-03/1 1", "D 2020-02-11/1 1"]
    let site = site(rows, .weekly(weekday: 1))
    let due = ask(site)
    #expect(due?.window == day("04")...day("10"))
    #expect(brief(due, site) == ["C missing 03 11", "D missing never -", "E missing never -"])
    #expect(brief(ask(site, at: "17"), site).map { $0.prefix(1) } == ["A", "B", "C", "E"])
  }

  @Test(
    arguments: [
      ("2020-02-14 16:00", nil), ("2020-02-14 16:01", "A late 2020-02-14 16:01 never -"), ("2020-02-14", nil),
      ("2020-02-15", "A late 2020-02-15 never -"), ("", nil),
    ] as [(String, String?)])
  func knowsWhatCameAfterTheDeadline(known: String, expected: String?) {
    var site = site(["A 2020-02-14/1 1"])
    let parts = known.split(separator: " ")
    let time = parts.count == 2 ? parts[1].split(separator: ":").compactMap { Int32($0) } : []
    let moment =
      parts.first.flatMap { CivilDate(iso: $0) }.map {
        Moment(day: $0, second: time.isEmpty ? nil : time[0] * 3600 + time[1] * 60)
      } ?? .missing
    site.tables[0].declaration.knownAt = 2
    site.tables[0].columns[2] = .moments([moment])
    let due = ask(site, "A")
    #expect(brief(due, site) == (expected.map { [$0] } ?? []))
    #expect(due?.reported == 1 && due?.late == (expected == nil ? 0 : 1))
  }

  @Test func aReportOfSeveralRowsIsThereWithItsLast() {
    var site = site(["A 2020-02-14/1 1", "A 2020-02-14/1 1"])
    site.tables[0].declaration.knownAt = 2
    site.tables[0].columns[2] = .moments([
      Moment(day: day("14"), second: 3600), Moment(day: day("14"), second: 20 * 3600),
    ])
    #expect(brief(ask(site, "A"), site) == ["A late 2020-02-14 20:00 never -"])
  }

  @Test func rememberARenamedUnitsReports() {
    var site = TestSite(
      Place(
        name: "City",
        children: [
          Place(
            name: "S1",
            children: [
              Place(name: "A", to: "2020-02-12"), Place(name: "B", from: "2020-02-13", replaces: ["A"]),
            ])
        ]))
    site.dataset("screening", ["place", "done:0"], rows: ["A 2020-02-12 x 1"])
    site.tables[0].declaration.expectation = ReportSchedule(cadence: .daily, minutes: 960, location: here)
    #expect(brief(ask(site), site) == ["B missing 12 2"])
  }

  @Test func waitsForNobodyWhereNothingIsExpected() {
    var site = site(rows)
    site.tables[0].declaration.expectation = nil
    #expect(ask(site) == nil)
    #expect(site.cube(asOf: "2020-02-20").lastHeard(0, by: day("20")) == day("14"))
    #expect(site.cube(asOf: "2020-02-20").lastHeard(0, by: day("13")) == day("12"))
    #expect(site.cube(asOf: "2020-02-20").lastHeard(0, by: day("11")) == nil)
  }
}

/// Who has not reported, as findings.
@Suite struct CompletenessCheckTests {
  private let here = Location(file: "datasets/a.yaml", line: 9, column: 9)

  private func said(
    _ rows: [String], at: Int = 1080, known: [Int32] = [], silenceOnly: Bool = false,
    refused: [(place: String, day: String?)] = []
  ) -> [Diagnostic] {
    var site = TestSite.small()
    site.dataset("screening", ["place", "done:0", "known:0"], rows: rows.map { $0 + " 0" }, refused: refused)
    site.tables[0].declaration.expectation = ReportSchedule(
      cadence: .daily, minutes: 960, from: day("10"), location: here)
    if !known.isEmpty {
      site.tables[0].declaration.knownAt = 2
      site.tables[0].columns[2] = .moments(known.map { Moment(day: day("14"), second: $0) })
    }
    let check = CompletenessCheck(
      cube: site.cube(asOf: "2020-02-14"), root: 0, moment: Deadline(day: day("14"), minutes: at),
      atLeast: number(3, over: 5))
    var findings = Findings()
    if silenceOnly { check.runSilence(findings: &findings) } else { check.run(findings: &findings) }
    return findings.items
  }

  private let all = ["A", "B", "C", "D", "E"].map { "\($0) 2020-02-14 x 1" }

  @Test func isSilentWhereEverybodyHasReported() {
    #expect(said(all).isEmpty)
  }

  @Test func namesTheUnitsOfADataset() {
    let found = said(Array(all.prefix(3)))
    #expect(found.map(\.rule) == [.notReported])
    #expect(found.first?.severity == .remark)
    #expect(found.first?.location == here)
    #expect(found.first?.names == ["D", "E"])
    #expect(
      found.first?.arguments.map(\.value) == ["screening", "2020-02-14 16:00", "5", "2", "3", "0", "0", "0"])
  }

  @Test func warnsBelowTheThreshold() {
    #expect(said(Array(all.prefix(2))).map(\.severity) == [.warning])
  }

  @Test func warnsOfStaleData() {
    let stale = said(["A 2020-02-11 x 1"])
    #expect(stale.map(\.rule) == [.nobodyReported] && stale.map(\.severity) == [.warning])
    #expect(stale.first?.arguments.suffix(2).map(\.value) == ["2020-02-11", "3"])
    #expect(stale == said(["A 2020-02-11 x 1"], silenceOnly: true))
    #expect(said([]).map(\.rule) == [.neverReported])
    #expect(said(Array(all.prefix(1)), silenceOnly: true).isEmpty)
    // Somebody has tried.
    #expect(said(["A 2020-02-11 x 1"], refused: [("B", "2020-02-14")]).map(\.rule) == [.notReported])
  }

  @Test func tellsTheLateApart() {
    let found = said(all, known: [0, 57_601, 0, 57_600, 60_000])
    #expect(found.map(\.rule) == [.reportedLate] && found.map(\.severity) == [.remark])
    #expect(found.first?.names == ["B", "E"])
  }

  @Test func waitsForWhatIsNotDueYet() {
    let found = said(Array(all.prefix(4)) + all.map { $0.replacing("-14", with: "-13") }, at: 900)
    #expect(found.map(\.rule) == [.notYetDue])
    #expect(found.first?.names == ["E"])
  }
}
