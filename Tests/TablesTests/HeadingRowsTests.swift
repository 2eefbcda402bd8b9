import Common
import HandMade
import Reading
import Testing

@testable import Tables

/// Headers of two or three rows.
@Suite struct HeadingRowsTests {
  private typealias Cell = HandMadeBook.Cell

  private static let fields = [
    Sample.field("community", "社区", .region), Sample.field("date", "日期", .date),
    Sample.field("due", "应排查户数", .integer, required: true), Sample.field("people", "应排查/人数", .integer),
    Sample.field("done", "已排查户数", .integer), Sample.field("done_people", "已排查－人数", .integer),
  ]

  private static var sample: Sample {
    var sample = Sample()
    sample.fields = fields
    return sample
  }

  private static func texts(_ texts: String) -> [Cell] {
    texts.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.isEmpty ? .empty : .text(String($0))
    }
  }

  private func read(_ rows: [[Cell]], merges: [String], by sample: Sample = HeadingRowsTests.sample)
    -> Sample.Outcome
  {
    let book = HandMadeBook([HandMadeBook.Sheet("甲", rows, merges: merges)])
    return sample.read([SourceFile(path: "a.xlsx", bytes: book.bytes)])
  }

  private static let data: [Cell] = [
    .text("东村社区"), .number("43875", format: 1), .number("5"), .number("11"), .number("4"), .number("9"),
  ]

  private func holdsData(_ outcome: Sample.Outcome) -> Bool {
    outcome.said.isEmpty && (2...5).map { outcome.table?.numbers($0) } == [[5], [11], [4], [9]]
  }

  @Test func joinsAnUpperAndALowerHeading() {
    let outcome = read(
      [
        Self.texts("入户排查日报"), Self.texts("社区,日期,应排查,,已排查"), Self.texts(",,户数,人数,户数,人数"), Self.data,
      ], merges: ["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"])
    #expect(holdsData(outcome))
    #expect(outcome.table?.lines == [4])
  }

  @Test func joinsThreeHeadings() {
    let outcome = read(
      [
        Self.texts("入户排查日报"), Self.texts("社区,日期,排查情况"), Self.texts(",,应排查,,已排查"), Self.texts(",,户数,人数,户数,人数"),
        Self.data,
      ], merges: ["A1:F1", "A2:A4", "B2:B4", "C2:F2", "C3:D3", "E3:F3"])
    #expect(holdsData(outcome))
  }

  @Test func matchesByTheLowestHeadingAlone() {
    var sample = Sample()
    sample.fields[2].aliases = ["户数"]
    let outcome = read(
      [Self.texts("社区,日期,应排查,"), Self.texts(",,户数,人数"), Array(Self.data.prefix(4))],
      merges: ["A1:A2", "B1:B2", "C1:D1"], by: sample)
    #expect(outcome.table?.numbers(2) == [5])
    #expect(outcome.said == ["warning tables.column-not-read a.xlsx!甲!D2"])
    #expect(outcome.findings.first?.arguments.first?.value == "应排查/人数")
  }

  @Test func prefersTheJoinedHeadingToTheLowest() {
    var sample = Self.sample
    sample.fields[2].aliases = ["户数"]
    let outcome = read(
      [Self.texts("社区,日期,应排查,,已排查"), Self.texts(",,户数,人数,户数,人数"), Self.data],
      merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1"], by: sample)
    #expect(holdsData(outcome))
  }

  /// The upper row alone has all that is required; the lower one is no record.
  @Test func takesTheWholeOfAHeaderWhoseMergedCellsReachDown() {
    var sample = Sample()
    sample.fields = [
      Self.fields[0], Self.fields[1], Sample.field("due", "应排查", .integer, aliases: ["应排查（户）"]),
    ]
    let outcome = read(
      [Self.texts("社区,日期,应排查"), Self.texts(",,（户）"), Array(Self.data.prefix(3))], merges: ["A1:A2", "B1:B2"],
      by: sample)
    #expect(outcome.said == [])
    #expect(outcome.table?.numbers(2) == [5])
    #expect(outcome.table?.lines == [3])
  }

  @Test func fillsTheBlanksOfAnUpperRowInCSVToo() {
    let outcome = Self.sample.read(
      "入户排查日报,,,,,\n社区,日期,应排查,,已排查,\n,,户数,人数,户数,人数\n东村社区,2020-02-14,5,11,4,9\n")
    #expect(holdsData(outcome))
    let three = Self.sample.read(
      "社区,日期,排查情况,,,\n,,应排查,,已排查,\n,,户数,人数,户数,人数\n东村社区,2020-02-14,5,11,4,9\n")
    #expect(holdsData(three))
  }

  /// What stands left of another heading does not reach under it.
  @Test func fillsABlankOnlyUnderTheSameHeading() {
    var sample = Sample()
    sample.fields = [
      Self.fields[0], Self.fields[1], Sample.field("due", "排查应查户数", .integer, required: true),
      Sample.field("visits", "随访户数", .integer),
    ]
    let outcome = sample.read("社区,日期,排查,随访\n,,应查,\n,,户数,户数\n东村社区,2020-02-14,5,3\n")
    #expect(outcome.said == [])
    #expect(outcome.table?.numbers(2) == [5])
    #expect(outcome.table?.numbers(3) == [3])
  }

  /// A last heading does not reach over the empty columns to its right.
  @Test func fillsABlankOnlyOverALowerHeading() {
    let outcome = Self.sample.read(
      "社区,日期,已排查,,应排查户数,,\n,,户数,人数,,,\n东村社区,2020-02-14,4,9,5,,核对过\n")
    #expect(outcome.said == [])
    #expect(outcome.table?.numbers(2) == [5])
    #expect(outcome.table?.numbers(4) == [4])
  }

  @Test func readsARowOfDataBelowOneRowOfHeadings() {
    let outcome = Sample().read("社区,日期,应排查户数,已排查户数,备注\n东村社区,2020-02-14,5,4,\n西村,2020-02-14,6,5,社区\n")
    #expect(outcome.table?.lines == [2, 3])
  }
}
