import Common
import HandMade
import Reading
import Testing

@testable import Tables

/// Rows among the data that are none: signatures, notes, headers once more.
@Suite struct FooterTests {
  private static let header = "社区,日期,应排查户数,已排查户数\n"
  private static let rows = "东村社区,2020-02-14,5,4\n西村,2020-02-14,5,4\n"

  @Test(arguments: [
    "填表人：张三,审核：李四,,", "填表人：,张三,联系电话：,13800138000", "审核:,,,", ",填报日期：2020年2月14日,,", "注：截至当日18时,,,",
    "注1：含外来人员,,,",
    "填报单位（盖章）：东街道,,,", "负责人： 王五 ,,,\n填表人：张三", "备注：无,,,", "Prepared by: Li,,,",
  ])
  func passOverSignaturesAndNotesWithoutRepeatingThem(footer: String) {
    let outcome = Sample().read(Self.header + Self.rows + ",,,\n" + footer + "\n")
    #expect(outcome.table?.rowCount == 2)
    #expect(outcome.said.allSatisfy { $0.hasPrefix("remark tables.footer-not-read data/a.csv:") })
    #expect(outcome.said.count == footer.split(separator: "\n").count)
    #expect(outcome.findings.allSatisfy { $0.arguments.isEmpty })
  }

  @Test(arguments: [
    // A place, or a date, or numbers in a file that is itself a day's: someone's data.
    ("备注：补报的,2020-02-14,5,4\n", "unknown-place"), ("张三填表,,,\n", "cell-empty"), ("填表人,,,\n", "cell-empty"),
  ])
  func refuseWhatMayBeData(row: String, rule: String) {
    let outcome = Sample().read(Self.header + Self.rows + row)
    #expect(outcome.said.contains { $0.hasPrefix("error tables.\(rule)") }, "\(outcome.said)")
  }

  @Test func keepARowWhosePlaceIsKnownWhateverStandsBeforeIt() {
    var sample = Sample()
    sample.fields.insert(Sample.field("note", "备注", .string), at: 0)
    sample.regionField = 1
    sample.date = .field(2)
    sample.key = [1, 2]
    let outcome = sample.read("备注,社区,日期,应排查户数,已排查户数\n注：补报,东村社区,2020-02-14,5,4\n注：补报,,2020-02-15,5,4\n")
    #expect(outcome.table?.rowCount == 1)
    #expect(outcome.said == ["error tables.cell-empty data/a.csv:3:2"])
  }

  @Test func doNotTakeNumbersForANoteWhereTheFileNamesTheDay() {
    var sample = Sample()
    sample.fields.remove(at: 1)
    sample.date = .filename
    sample.key = [0]
    let text = "社区,应排查户数,已排查户数\n东村社区,5,4\n注：西村,5,4\n注：见附件,,\n"
    let outcome = sample.read([("data/2020-02-14.csv", text)])
    #expect(
      outcome.said == [
        "error tables.unknown-place data/2020-02-14.csv:3:1",
        "remark tables.footer-not-read data/2020-02-14.csv:4:1",
      ])
  }

  @Test func passOverTheHeaderOnEachPrintedPage() {
    let outcome = Sample().read(
      "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5,4\n,,,\n社 区,日期,应排查（户）,已排查户数\n西村,2020-02-14,5,4\n合计,,10,8\n")
    #expect(outcome.said == ["remark tables.header-repeated data/a.csv:4:1"])
    #expect(outcome.table?.rowCount == 2)
  }

  @Test func doTheSameInASheet() {
    let text: [[HandMadeBook.Cell]] = [
      [.text("社区"), .text("日期"), .text("应排查户数"), .text("已排查户数")],
      [.text("东村社区"), .text("2020-02-14"), .number("5"), .number("4")],
      [.text("社区"), .text("日期"), .text("应排查户数"), .text("已排查户数")],
      [.text("填表人：张三"), .empty, .text("审核：李四")],
    ]
    let outcome = Sample().read([
      SourceFile(path: "data/日报.xlsx", bytes: HandMadeBook([HandMadeBook.Sheet("表", text)]).bytes)
    ])
    #expect(
      outcome.said == [
        "remark tables.header-repeated data/日报.xlsx!表!A3", "remark tables.footer-not-read data/日报.xlsx!表!A4",
      ])
  }
}
