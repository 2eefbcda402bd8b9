import Common
import Reading
import Testing

@testable import Tables

@Suite struct DayTests {
  private let header = "社区,日期,应排查户数\n"

  @Test func leavesOutRowsLaterThanTheReportingDay() {
    var sample = Sample()
    sample.asOf = Sample.day("2020-02-14")
    let outcome = sample.read(
      header + "东村社区,2020-02-14,5\n火星,2020-02-15,不是数\n西村,2020-02-16,5\n合计,2020-02-16,999\n")
    #expect(outcome.said == ["remark tables.later-than-as-of data/a.csv"])
    #expect(outcome.findings.first?.arguments.first?.value == "2")
    #expect(outcome.table?.rowCount == 1)
  }

  @Test func refusesADayOutsideThePeriod() {
    var sample = Sample()
    sample.period = Sample.day("2020-02-01")...Sample.day("2020-02-29")
    let outcome = sample.read(
      header + "东村社区,2020-02-01,5\n东村社区,2020-02-29,5\n东村社区,2020-01-31,5\n东村社区,2002-02-14,5\n")
    #expect(
      outcome.said == [
        "error tables.date-outside-period data/a.csv:4:2", "error tables.date-outside-period data/a.csv:5:2",
      ])
  }

  @Test func completesDatesByTheDeclaredYearOrTheFilesName() {
    #expect(Sample().read(header + "东村社区,2月14日,5\n").said == ["error reading.year-missing data/a.csv:2:2"])
    var sample = Sample()
    sample.year = 2020
    #expect(sample.read(header + "东村社区,2月14日,5\n").table?.days == [18306])
    let named = Sample().read([("data/2020-02-20.csv", header + "东村社区,2月14日,5\n西村,2月14日,5\n")])
    #expect(named.table?.days == [18306, 18306])
  }

  @Test func refusesARowWithoutADay() {
    #expect(Sample().read(header + "东村社区,,5\n").said == ["error tables.cell-empty data/a.csv:2:2"])
  }

  private var byName: Sample {
    var sample = Sample()
    sample.fields.remove(at: 1)
    sample.date = .filename
    sample.key = [0]
    return sample
  }

  @Test func takesTheDayFromTheFilesName() {
    let text = "社区,应排查户数\n东村社区,5\n"
    let outcome = byName.read([("data/2020-02-14.csv", text), ("data/排查20200215.csv", text)])
    #expect(outcome.said == [])
    #expect(outcome.table?.days == [18306, 18307])
    #expect(byName.read([("data/东街道.csv", text)]).said == ["error tables.no-date-in-file-name data/东街道.csv"])
  }

  @Test func leavesOutAWholeFileLaterThanTheReportingDay() {
    var sample = byName
    sample.asOf = Sample.day("2020-02-14")
    let outcome = sample.read([("data/2020-02-15.csv", "社区,应排查户数\n东村社区,5\n西村,4\n合计,9\n")])
    #expect(outcome.said == ["remark tables.later-than-as-of data/2020-02-15.csv"])
    #expect(outcome.findings.first?.arguments.first?.value == "2")
  }

  @Test func refusesAFileOutsideThePeriod() {
    var sample = byName
    sample.period = Sample.day("2020-02-01")...Sample.day("2020-02-29")
    let outcome = sample.read([("data/2021-02-14.csv", "社区,应排查户数\n东村社区,5\n")])
    #expect(outcome.said == ["error tables.date-outside-period data/2021-02-14.csv"])
  }

  /// A report that bears the time at which it was sent; the reporting day ends at 18:00.
  private var timed: Sample {
    var sample = Sample()
    sample.fields[1] = Sample.field("date", "日期", .datetime)
    sample.cutOff = 64_800
    return sample
  }

  private func moments(_ outcome: Sample.Outcome) throws -> [String] {
    guard case .moments(let moments) = try #require(outcome.table).columns[1] else { return [] }
    return moments.map(\.description)
  }

  @Test func countsWhatIsLaterThanTheCutOffForTheNextDay() throws {
    let outcome = timed.read(
      header + "东村社区,2020-02-14 18:00,1\n西村,2020-02-14 18:00:01,2\n南里社区,2020年2月14日24时,3\n"
        + "东村社区,2020-02-15,4\n")
    #expect(outcome.said == [])
    #expect(outcome.table?.days == [18306, 18307, 18307, 18307])
    #expect(
      try moments(outcome) == [
        "2020-02-14 18:00", "2020-02-14 18:00:01", "2020-02-14 24:00", "2020-02-15",
      ])
  }

  @Test func endsADayAtMidnightWithoutACutOff() throws {
    var sample = timed
    sample.cutOff = nil
    let outcome = sample.read(header + "东村社区,2020年2月14日24时,1\n东村社区,2020-02-15 0:00,2\n")
    #expect(outcome.table?.days == [18306, 18307])
    #expect(try moments(outcome) == ["2020-02-14 24:00", "2020-02-15 00:00"])
  }

  @Test func takesAReportSentAgainTheSameDayForTheSameReport() throws {
    let text = header + "东村社区,2020-02-14 16:00,1\n东村社区,2020-02-14 17:00,2\n东村社区,2020-02-14 19:00,3\n"
    #expect(timed.read(text).said == ["error tables.key-twice data/a.csv:3:1"])
    var sample = timed
    sample.resent = .last
    let outcome = sample.read(text)
    #expect(outcome.table?.numbers(2) == [2, 3])
    #expect(try moments(outcome) == ["2020-02-14 17:00", "2020-02-14 19:00"])
  }

  @Test func doesNotKnowWhatCameAfterTheCutOffOfTheReportingDay() {
    var sample = timed
    sample.asOf = Sample.day("2020-02-14")
    let outcome = sample.read(header + "东村社区,2020-02-14 17:59,1\n西村,2020-02-14 20:00,2\n")
    #expect(outcome.table?.days == [18306])
    #expect(outcome.said == ["remark tables.later-than-as-of data/a.csv"])
  }

  @Test func readsADateFieldWithATimeOnceOnly() {
    #expect(
      timed.read(header + "东村社区,2020-02-14 25:00,1\n").findings.map(\.rule.id) == ["reading.no-such-day"])
  }

  @Test func givesARegisterNoDays() throws {
    var sample = Sample()
    sample.date = .none
    sample.key = [0]
    sample.asOf = Sample.day("2020-02-14")
    sample.fields[1] = Sample.field("from", "起始", .date)
    let table = try #require(sample.read("社区,起始,应排查户数\n东村社区,2020-03-01,5\n西村,,5\n").table)
    #expect(table.days == [])
    #expect(table.rowCount == 2)
  }
}
