import Common
import Reading
import Testing

@testable import Tables

/// Sources of several tables, whose places CSV has no words for.
@Suite struct RecordFileTests {
  private static let book = "data/住户.xlsx"
  private static let header = "社区,日期,应排查户数,已排查户数\n"

  private static func sheet(
    _ name: String, _ text: String, faults: [CellPlace: CellFault] = [:], continuations: [Int32] = []
  ) -> RecordFile {
    RecordFile(
      path: book, bytes: Array(text.utf8), separator: .comma,
      layout: RecordLayout(naming: .sheet(name), faults: faults, continuations: continuations))
  }

  @Test func namesTheSheetAndItsCells() throws {
    let outcome = Sample().read(tables: [
      [Self.sheet("入户排查", "\n\n" + Self.header + "\n东村社区,2020-02-14,5,4\n西村,2020-02-14,多,4\n")]
    ])
    #expect(outcome.said == ["error reading.not-a-number data/住户.xlsx!入户排查!C6"])
    let table = try #require(outcome.table)
    #expect(table.lines == [5])
    #expect(table.parts.map(\.sheet) == ["入户排查"])
    #expect(table.location(row: 0).description == "data/住户.xlsx!入户排查!A5")
  }

  @Test func readsEverySheetThatHasTheHeader() throws {
    let outcome = Sample().read(tables: [
      [
        Self.sheet("说明", "本表每日报送\n"),
        Self.sheet("东街道", Self.header + "东村社区,2020-02-14,5,4\n"),
        Self.sheet("南街道", Self.header + "\n南里社区,2020-02-14,7,4\n"),
      ]
    ])
    #expect(outcome.said == [])
    let table = try #require(outcome.table)
    #expect(table.numbers(2) == [5, 7])
    #expect(table.parts.map(\.sheet) == ["东街道", "南街道"])
    #expect(table.location(row: 1).description == "data/住户.xlsx!南街道!A3")
  }

  @Test func saysWhatIsMissingInTheSheetThatComesNearest() {
    let outcome = Sample().read(tables: [
      [Self.sheet("说明", "本表每日报送\n"), Self.sheet("东街道", "\n社区,日期,应排查数\n东村社区,2020-02-14,5\n")]
    ])
    #expect(outcome.said == ["error tables.required-column-missing data/住户.xlsx!东街道!C2"])
    #expect(outcome.table == nil)
  }

  @Test func refusesTheRowOfACellThatTheSourceCouldNotRead() throws {
    let faults: [CellPlace: CellFault] = [
      CellPlace(row: 2, column: 2): CellFault(.notInList, ["found": "=C9"]),
      CellPlace(row: 3, column: 9): CellFault(.notInList),
    ]
    let outcome = Sample().read(tables: [
      [Self.sheet("甲", Self.header + "东村社区,2020-02-14,,4\n西村,2020-02-14,6,4\n", faults: faults)]
    ])
    #expect(outcome.said == ["error tables.not-in-list data/住户.xlsx!甲!C2"])
    #expect(outcome.findings.first?.arguments.map(\.value) == ["应排查户数", "=C9"])
    #expect(try #require(outcome.table).numbers(2) == [6])
  }

  @Test func checksNoTotalWithACellThatCouldNotBeRead() {
    let outcome = Sample().read(tables: [
      [
        Self.sheet(
          "甲", Self.header + "东村社区,2020-02-14,5,4\n合计,,9,4\n",
          faults: [CellPlace(row: 3, column: 2): CellFault(.notInList)])
      ]
    ])
    #expect(outcome.said == ["error tables.not-in-list data/住户.xlsx!甲!C3"])
  }

  @Test func countsRowsPastLineBreaksInCells() throws {
    var sample = Sample.with(Sample.field("note", "备注", .string))
    sample.fields.append(Sample.field("due", "应排查户数", .integer))
    let outcome = sample.read(tables: [
      [
        Self.sheet(
          "甲", "社区,日期,备注,应排查户数\n东村社区,2020-02-14,\"两\n行\",5\n西村,2020-02-14,一行,多\n南里社区,2020-02-14,好,3\n",
          continuations: [3])
      ]
    ])
    #expect(outcome.said == ["error reading.not-a-number data/住户.xlsx!甲!D3"])
    #expect(try #require(outcome.table).lines == [2, 4])
  }

  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")])
  func lettersAColumn(column: Int, letters: String) {
    #expect(Location(file: "f", sheet: "s", row: 7, column: column).description == "f!s!\(letters)7")
  }
}
