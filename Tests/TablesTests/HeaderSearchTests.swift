import Common
import Reading
import Testing

@testable import Tables

@Suite struct HeaderSearchTests {
  @Test func findsTheHeaderBelowATitle() {
    let outcome = Sample().read(
      "入户排查日报,,,\n填报单位：东街道,,,\n社 区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5,4\n")
    #expect(outcome.said == [])
    #expect(outcome.table?.lines == [4])
  }

  @Test(arguments: ["社区名称", " 所属　社区 ", "community", "ＣＯＭＭＵＮＩＴＹ", "Community"])
  func matchesNamesTitlesAndAliases(heading: String) {
    let outcome = Sample().read("\(heading),日 期,应排查(户)\n东村社区,2020-02-14,5\n")
    #expect(outcome.said == [])
    #expect(outcome.table?.rowCount == 1)
  }

  @Test func namesEachMissingColumnAtTheNearestHeading() {
    let outcome = Sample().read("说明\n社区,日其,应排查数,已排查户数\n东村社区,2020-02-14,5,4\n")
    #expect(outcome.table == nil)
    #expect(
      outcome.said == [
        "error tables.required-column-missing data/a.csv:2:2",
        "error tables.required-column-missing data/a.csv:2:3",
      ])
    #expect(outcome.findings.map(\.suggestions) == [["日其"], ["应排查数"]])
    #expect(outcome.findings.first?.arguments.first?.value == "日期")
  }

  @Test func doesNotLookBelowTheTwentiethRow() {
    let notes = String(repeating: "说明\n", count: 20)
    let outcome = Sample().read(notes + "社区,日期,应排查户数\n东村社区,2020-02-14,5\n")
    #expect(outcome.findings.map(\.rule) == Array(repeating: .requiredColumnMissing, count: 3))
  }

  @Test func refusesAHeadingThatStandsTwice() {
    let outcome = Sample().read("社区,日期,应排查户数,due\n东村社区,2020-02-14,5,4\n")
    #expect(outcome.said == ["error tables.heading-twice data/a.csv:1:4"])
  }

  @Test func warnsOfColumnsThatAreNotRead() {
    let outcome = Sample().read("社区,日期,应排查户数,已排查数,\n东村社区,2020-02-14,5,4,\n")
    #expect(outcome.said == ["warning tables.column-not-read data/a.csv:1:4"])
    #expect(outcome.findings.first?.suggestions == ["已排查户数"])
    #expect(outcome.table?.numbers(3) == [nil])
  }

  @Test func foldsHeadings() {
    #expect(HeadingFold.fold("（ＩＤ） 社\u{3000}区\n") == "(id)社区")
  }
}
