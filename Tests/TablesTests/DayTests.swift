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
    #expect(outcome.said == ["warning tables.later-than-as-of data/a.csv"])
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
    #expect(outcome.said == ["warning tables.later-than-as-of data/2020-02-15.csv"])
    #expect(outcome.findings.first?.arguments.first?.value == "2")
  }

  @Test func refusesAFileOutsideThePeriod() {
    var sample = byName
    sample.period = Sample.day("2020-02-01")...Sample.day("2020-02-29")
    let outcome = sample.read([("data/2021-02-14.csv", "社区,应排查户数\n东村社区,5\n")])
    #expect(outcome.said == ["error tables.date-outside-period data/2021-02-14.csv"])
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
