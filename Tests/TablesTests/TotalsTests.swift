import Common
import Reading
import Testing

@testable import Tables

@Suite struct TotalsTests {
  private let header = "社区,日期,应排查户数,已排查户数\n"

  @Test(arguments: ["合计", "总计", "汇总", " 合　计 "]) func leavesOutATotalThatIsRight(label: String) {
    let outcome = Sample().read(
      header + "东村社区,2020-02-14,5,4\n西村,2020-02-14,6,未报\n\(label),2020-02-14,11,4\n")
    #expect(outcome.said == [])
    #expect(outcome.table?.rowCount == 2)
  }

  @Test func reportsATotalThatIsWrongAtItsCell() {
    let outcome = Sample().read(header + "东村社区,2020-02-14,5,4\n西村,2020-02-14,6,5\n合计,2020-02-14,\"12\",9\n")
    #expect(outcome.said == ["error tables.wrong-total data/a.csv:4:3"])
    #expect(
      outcome.findings.first?.arguments.map(\.value) == ["合计", "应排查户数", "12", "11", "2"])
  }

  @Test func coversTheRowsOfItsDay() {
    let outcome = Sample().read(
      header
        + "合计,2020-02-14,5,4\n东村社区,2020-02-14,5,4\n东村社区,2020-02-15,6,5\n合计,2020-02-15,7,5\n总计,,11,9\n")
    #expect(outcome.said == ["error tables.wrong-total data/a.csv:5:3"])
  }

  @Test func looksInTheFirstColumnToo() {
    var sample = Sample()
    sample.fields.append(Sample.field("number", "序号", .string))
    let outcome = sample.read(
      "序号,社区,日期,应排查户数\n1,东村社区,2020-02-14,5\n2,西村,2020-02-14,6\n合计,,2020-02-14,12\n")
    #expect(outcome.said == ["error tables.wrong-total data/a.csv:4:4"])
  }

  @Test func readsTheLabelInTheDaysColumn() {
    let outcome = Sample().read("日期,社区,应排查户数\n2020-02-14,东村社区,5\n合计,,6\n")
    #expect(outcome.said == ["error tables.wrong-total data/a.csv:3:3"])
  }

  @Test func countsASubtotalFromTheLastOne() {
    let outcome = Sample().read(
      header
        + "东村社区,2020-02-14,5,4\n西村,2020-02-14,6,5\n小计,,11,9\n南里社区,2020-02-14,7,6\n小计,,8,6\n合计,2020-02-14,18,15\n"
    )
    #expect(outcome.said == ["error tables.wrong-total data/a.csv:6:3"])
  }

  @Test func doesNotCountAStreetsOwnTotalTwice() {
    let outcome = Sample().read(
      header
        + "东街道,2020-02-14,11,9\n东村社区,2020-02-14,5,4\n西村,2020-02-14,6,5\n南街道,2020-02-14,7,6\n合计,2020-02-14,18,15\n"
    )
    #expect(outcome.said == [])
  }

  @Test func cannotCheckATotalOverARefusedRow() {
    let outcome = Sample().read(
      header
        + "东村社区,2020-02-14,五,4\n西村,2020-02-14,6,5\n合计,2020-02-14,11,9\n东村社区,2020-02-15,1,1\n合计,2020-02-15,2,1\n"
    )
    #expect(
      outcome.said == [
        "error reading.not-a-number data/a.csv:2:3", "error tables.wrong-total data/a.csv:6:3",
      ])
  }

  @Test func passesOverNumbersThatAreNotExact() {
    var sample = Sample()
    sample.fields[2] = Sample.field("due", "应排查户数", .integer, approximate: true)
    let outcome = sample.read(header + "东村社区,2020-02-14,约5,4\n西村,2020-02-14,6,5\n合计,2020-02-14,12,9\n")
    #expect(outcome.said == [])
  }

  @Test func checksTotalsOfOneKindAlone() {
    var sample = Sample()
    sample.fields[3] = Sample.field("item", "物资", .string)
    sample.key = [0, 1, 3]
    let outcome = sample.read(
      """
      社区,日期,应排查户数,物资
      东村社区,2020-02-14,5,口罩
      东村社区,2020-02-14,1,消毒液
      西村,2020-02-14,6,口罩
      合计,2020-02-14,11,口罩
      合计,2020-02-14,2,消毒液
      合计,2020-02-14,12,
      """)
    #expect(outcome.said == ["error tables.wrong-total data/a.csv:6:3"])
  }

  @Test func refusesATotalThatIsNoNumber() {
    let outcome = Sample().read(header + "东村社区,2020-02-14,5,4\n合计,2020-02-14,五,4\n")
    #expect(outcome.said == ["error reading.not-a-number data/a.csv:3:3"])
    #expect(outcome.table?.rowCount == 1)
  }
}
