import Common
import Reading
import Testing

@testable import Tables

/// Which of several reports of one place and day holds: `resent: last`.
@Suite struct ResentTests {
  private static let hourly: Sample = {
    var sample = Sample()
    sample.fields = [
      Sample.field("community", "社区", .region), Sample.field("time", "更新时间", .datetime),
      Sample.field("found", "发现", .integer),
    ]
    sample.resent = .last
    return sample
  }()

  @Test func theLatestTimeHoldsWhereverItStands() {
    // Newest first, as such services write their files.
    let outcome = Self.hourly.read(
      """
      社区,更新时间,发现
      东村社区,2020-02-14 14:37:36,7
      西村社区,2020-02-14 14:20:00,3
      东村社区,2020-02-14 13:22:30,6
      西村社区,2020-02-14 13:22:30,4
      东村社区,2020-02-13 23:00:00,5

      """)
    #expect(outcome.table?.numbers(2) == [7, 3, 5])
    #expect(outcome.said == ["remark tables.rows-resent data/a.csv"])
    #expect(outcome.findings.first?.arguments.first?.value == "2")
  }

  @Test func ofEqualTimesTheLastLineHolds() {
    let rows = ["东村社区,2020-02-14 14:37:36,7", "东村社区,2020-02-14 14:37:36,8"]
    #expect(Self.hourly.read("社区,更新时间,发现\n" + rows.joined(separator: "\n") + "\n").table?.numbers(2) == [8])
  }

  @Test func rowsThatAreEqualAreCountedNotListed() {
    let text = "社区,更新时间,发现\n" + String(repeating: "东村社区,2020-02-14 14:37:36,7\n", count: 20)
    let outcome = Self.hourly.read(text)
    #expect(outcome.table?.numbers(2) == [7])
    #expect(outcome.said == ["remark tables.rows-repeated data/a.csv"])
    #expect(outcome.findings.first?.arguments.first?.value == "19")
  }

  private static let known: Sample = {
    var sample = Sample()
    sample.fields = [
      Sample.field("community", "社区", .region), Sample.field("date", "日期", .date),
      Sample.field("found", "发现", .integer), Sample.field("sent", "上报时间", .datetime),
    ]
    sample.resent = .last
    sample.knownAt = 3
    return sample
  }()

  @Test func whatBecameKnownLastHoldsAndIsNotLateForIt() throws {
    let outcome = Self.known.read([
      (
        "data/b.csv",
        "社区,日期,发现,上报时间\n东村社区,2020-02-14,8,2020-02-15 09:00\n西村社区,2020-02-14,1,2020-02-14 17:00\n"
      ),
      (
        "data/c.csv",
        "社区,日期,发现,上报时间\n东村社区,2020-02-14,6,2020-02-14 15:30\n东村社区,2020-02-13,5,2020-02-13 15:30\n"
      ),
    ])
    let table = try #require(outcome.table)
    #expect(table.numbers(2) == [8, 1, 5])
    #expect(table.firstKnown == [0: Moment(day: Sample.day("2020-02-14"), second: 55_800)])
  }

  @Test func aRowThatDoesNotSayWhenIsOlderThanOneThatDoes() {
    let outcome = Self.known.read("社区,日期,发现,上报时间\n东村社区,2020-02-14,8,2020-02-14 09:00\n东村社区,2020-02-14,6,\n")
    #expect(outcome.table?.numbers(2) == [8])
  }

  @Test func aNewestFirstFileDoesNotFall() {
    var sample = Self.hourly
    sample.key = []
    sample.checks = [
      CheckDeclaration(kind: .neverFalls(field: 2), severity: .error, location: Sample.here)
    ]
    let rising = sample.read("社区,更新时间,发现\n东村社区,2020-02-14 14:00,7\n东村社区,2020-02-14 13:00,6\n")
    #expect(rising.said == [])
    let falling = sample.read("社区,更新时间,发现\n东村社区,2020-02-14 14:00,6\n东村社区,2020-02-14 13:00,7\n")
    #expect(falling.said == ["error tables.cumulative-falls data/a.csv:2:3"])
  }

  @Test func aColumnThatIsToBeIgnoredNeedsNoWord() {
    var sample = Self.hourly
    let text = "社区,cityName,更新时间,发现,备 注\n东村社区,East,2020-02-14 14:00,7,无\n"
    #expect(sample.read(text).said.count == 2)
    sample.ignored = ["cityName", "备注"]
    #expect(sample.read(text).said == [])
  }

  @Test func aColumnThatComesOrGoesIsSaid() {
    let with = "社区,更新时间,发现\n东村社区,2020-02-14 14:00,7\n"
    let without = "社区,更新时间\n东村社区,2020-02-15 14:00\n"
    #expect(
      Self.hourly.read([("data/a.csv", with), ("data/b.csv", without)]).said
        == ["warning tables.column-absent data/b.csv"])
    #expect(
      Self.hourly.read([("data/a.csv", without), ("data/b.csv", with)]).said
        == ["remark tables.column-new data/b.csv"])
  }
}
