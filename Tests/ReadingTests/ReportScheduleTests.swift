import Common
import Testing

@testable import Reading

@Suite struct ReportScheduleTests {
  private func read(_ text: String) -> (expectation: ReportSchedule?, findings: [String], near: [String]) {
    var findings = Findings()
    let dataset = Fixture.readDataset(
      Fixture.dataset.replacing("date: date\n", with: "date: date\nexpect: \(text)\n"), findings: &findings)
    return (dataset?.expectation, summaries(findings), findings.items.flatMap(\.suggestions))
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  @Test(arguments: [
    ("daily by 16:00", ReportSchedule.Cadence.daily, 960),
    ("daily by 24:00", .daily, 1440),
    ("Daily  by 08:30", .daily, 510),
    ("weekly on monday by 16:00", .weekly(weekday: 1), 960),
    ("weekly on 周日 by 09:00", .weekly(weekday: 7), 540),
    ("monthly by 3T16:00", .monthly(day: 3), 960),
    ("monthly by 31T09:30", .monthly(day: 31), 570),
  ])
  func readsACadenceAndATime(text: String, cadence: ReportSchedule.Cadence, minutes: Int) {
    let read = read(text)
    #expect(read.findings == [])
    #expect(read.expectation?.cadence == cadence && read.expectation?.minutes == minutes)
    #expect(read.expectation?.from == nil && read.expectation?.until == nil)
  }

  @Test func readsFromWhenAndUntilWhen() throws {
    let read = read("daily by 16:00 from 2020-02-10 until 2020-03-16")
    #expect(try read.expectation?.from == day("2020-02-10"))
    #expect(try read.expectation?.until == day("2020-03-16"))
    #expect(
      self.read("daily by 16:00 from 2020-02-10 until 2020-02-01").findings == [
        "reading.ends-before-it-begins@5:9"
      ])
  }

  @Test(
    arguments: [
      ("daily", []), ("daily at 16:00", []), ("daily by 16", []), ("daily by 25:00", []),
      ("dayly by 16:00", ["daily"]),
      ("weekly by 16:00", []), ("weekly on munday by 16:00", ["monday"]), ("monthly by 16:00", []),
      ("monthly by 32T16:00", []), ("monthly by 0T16:00", []),
      ("daily by 16:00 untill 2020-03-16", ["until"]),
      ("daily by 16:00 until 2020-02-30", []), ("daily by 16:00 please", []), ("每天下午四点前", []),
    ] as [(String, [String])])
  func refusesAnythingElse(text: String, near: [String]) {
    let read = read(text)
    #expect(read.findings == ["reading.bad-expectation@5:9"])
    #expect(read.near == near)
  }

  @Test(arguments: [
    ("daily by 16:00", "2020-02-14", "2020-02-14"),
    ("weekly on monday by 16:00", "2020-02-14", "2020-02-10"),
    ("weekly on friday by 16:00", "2020-02-14", "2020-02-14"),
    ("weekly on saturday by 16:00", "2020-02-14", "2020-02-08"),
    ("monthly by 3T16:00", "2020-02-14", "2020-02-03"),
    ("monthly by 3T16:00", "2020-03-02", "2020-02-03"),
    ("monthly by 3T16:00", "2020-01-01", "2019-12-03"),
    ("monthly by 31T16:00", "2020-02-29", "2020-02-29"),
    ("monthly by 31T16:00", "2020-02-28", "2020-01-31"),
  ])
  func knowsTheLastDueDay(text: String, on day: String, due: String) throws {
    let expectation = try #require(read(text).expectation)
    #expect(expectation.lastDue(notAfter: try self.day(day)).description == due)
  }

  @Test(arguments: [
    ("daily by 16:00", "2020-02-14", "2020-02-14", "2020-02-14"),
    ("weekly on monday by 16:00", "2020-02-14", "2020-02-11", "2020-02-17"),
    ("weekly on monday by 16:00", "2020-02-17", "2020-02-11", "2020-02-17"),
    ("monthly by 3T16:00", "2020-02-14", "2020-02-04", "2020-03-03"),
    ("monthly by 3T16:00", "2020-03-03", "2020-02-04", "2020-03-03"),
    ("monthly by 31T16:00", "2020-02-01", "2020-02-01", "2020-02-29"),
    ("monthly by 31T16:00", "2020-03-01", "2020-03-01", "2020-03-31"),
    ("monthly by 1T16:00", "2020-01-31", "2020-01-02", "2020-02-01"),
  ])
  func knowsWhichDaysAreDueTogether(text: String, day: String, first: String, last: String) throws {
    let schedule = try #require(read(text).expectation)
    let window = schedule.window(of: try self.day(day))
    #expect(window.lowerBound.description == first && window.upperBound.description == last)
  }

  @Test func asksNobodyOutsideItsDays() throws {
    let expectation = try #require(
      read("weekly on monday by 16:00 from 2020-02-10 until 2020-02-17").expectation)
    let due = try (0..<21).map { try day("2020-02-03").adding(days: $0) }.filter(expectation.isDue)
    #expect(due.map(\.description) == ["2020-02-10", "2020-02-17"])
  }
}
