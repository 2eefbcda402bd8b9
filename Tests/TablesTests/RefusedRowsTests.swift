import Common
import Reading
import Testing

@testable import Tables

@Suite struct RefusedRowsTests {
  private var sample: Sample {
    var sample = Sample()
    sample.onRefused = .leaveOut
    return sample
  }

  @Test func leavesRowsOutByUnitAndDay() {
    let outcome = sample.read(
      """
      社区,日期,应排查户数,已排查户数
      西村,2020-02-14,三,4
      东村社区,2020-02-14,x,y
      东村社区,2020-02-15,5,4
      西村,2020-02-14,四,4
      """)
    #expect(
      outcome.said == [
        "warning reading.not-a-number data/a.csv:2:3", "warning reading.not-a-number data/a.csv:3:3",
        "warning reading.not-a-number data/a.csv:3:4", "warning reading.not-a-number data/a.csv:5:3",
      ])
    #expect(outcome.table?.rowCount == 1)
    #expect(
      outcome.table?.refused == [
        Table.Refused(region: 2, day: Sample.day("2020-02-14"), rows: 1),
        Table.Refused(region: 4, day: Sample.day("2020-02-14"), rows: 2),
      ])
  }

  @Test func countsNoUnitWhereThePlaceIsUnknown() {
    let outcome = sample.read("社区,日期,应排查户数\n火星,2020-02-14,5\n东村社区,2020-02-31,5\n")
    #expect(
      outcome.said == [
        "warning tables.unknown-place data/a.csv:2:1", "warning reading.no-such-day data/a.csv:3:2",
      ])
    #expect(outcome.table?.refused == [])
  }

  @Test func countsARegistersRowsWithoutADay() {
    var sample = sample
    sample.date = .none
    sample.key = [0]
    sample.fields.remove(at: 1)
    let outcome = sample.read("社区,应排查户数\n东村社区,-1\n")
    #expect(outcome.table?.refused == [Table.Refused(region: 2, day: nil, rows: 1)])
  }

  @Test func forgetsWhatARefusedRowApproximated() {
    var sample = sample
    sample.fields[2] = Sample.field("due", "应排查户数", .integer, approximate: true)
    let outcome = sample.read(
      "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,约30,-1\n西村,2020-02-14,40,1\n")
    #expect(outcome.table?.numbers(2) == [40])
    #expect(outcome.table?.approximations == [:])
  }

  @Test func keepsOtherErrorsErrors() {
    let outcome = sample.read("社区,日期,应排查户数\n东村社区,2020-02-14\n")
    #expect(outcome.said == ["error tables.row-too-short data/a.csv:2:3"])
  }
}
