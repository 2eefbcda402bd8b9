import Common
import HandMade
import Reading
import Testing

@testable import Tables

/// Workbooks, as they arrive.
@Suite struct SheetTests {
  private typealias Cell = HandMadeBook.Cell

  private static let header: [Cell] = [.text("社区"), .text("日期"), .text("应排查户数"), .text("已排查户数")]

  private static func row(_ place: String, _ due: Cell = .number("5"), _ done: Cell = .number("4")) -> [Cell]
  {
    [.text(place), .number("43875", format: 1), due, done]
  }

  private func read(_ book: HandMadeBook, by sample: Sample = Sample()) -> Sample.Outcome {
    sample.read([SourceFile(path: "data/住户.xlsx", bytes: book.bytes)])
  }

  private func read(
    _ cells: [[Cell]], merges: [String] = [], by sample: Sample = Sample(),
    _ change: (inout HandMadeBook) -> Void = { _ in }
  ) -> Sample.Outcome {
    var book = HandMadeBook([HandMadeBook.Sheet("入户排查", cells, merges: merges)])
    change(&book)
    return read(book, by: sample)
  }

  @Test func readsASheet() throws {
    let outcome = read([
      [.text("入户排查日报")], [], Self.header, Self.row("东村社区", .text("１，２３４ "), .number("1200")),
      [.text("西村"), .text("2020年2月14日"), .number("80.0"), .text("未报")],
    ])
    #expect(outcome.said == [])
    let table = try #require(outcome.table)
    #expect(table.regions == [2, 4])
    #expect(table.days == [18306, 18306])
    #expect(table.numbers(2) == [1234, 80])
    #expect(table.numbers(3) == [1200, nil])
    #expect(table.location(row: 1).description == "data/住户.xlsx!入户排查!A5")
  }

  @Test func refusesEachCellThatHoldsNoValueAtItsPlace() throws {
    let outcome = read(
      [
        Self.header, Self.row("东村社区", .formula("SUM(A1:A9)", value: nil)), Self.row("西村", .error("#N/A")),
        Self.row("南里社区", .number("110105194912310021")), Self.row("东村社区/一号院"),
        [.text("东街道/民岳家园社区"), .number("43875", format: 1), .number("7"), .number("3")],
        [.empty, .number("43876", format: 1), .number("7"), .number("3")],
      ], merges: ["A6:A7"])
    #expect(
      outcome.said == [
        "error tables.formula-not-calculated data/住户.xlsx!入户排查!C2",
        "error tables.error-value data/住户.xlsx!入户排查!C3",
        "error tables.number-lost-digits data/住户.xlsx!入户排查!C4",
        "error tables.place-below-level data/住户.xlsx!入户排查!A5",
        "error tables.merged-cell data/住户.xlsx!入户排查!A6",
        "error tables.merged-cell data/住户.xlsx!入户排查!A7",
      ])
    #expect(outcome.findings[1].arguments.map(\.value) == ["应排查户数", "#N/A"])
    #expect(outcome.findings[2].arguments.map(\.value) == ["应排查户数", "18", "…"])
    #expect(outcome.findings[4].arguments.last?.value == "A6:A7")
    #expect(outcome.table?.rowCount == 0)
  }

  @Test func refusesARowOfNothingButFormulasWithoutResults() {
    let formula = Cell.formula("Sheet2!A1", value: nil)
    let outcome = read([Self.header, [formula, formula, formula, formula]])
    #expect(outcome.said.filter { $0.hasPrefix("error tables.formula-not-calculated") }.count == 4)
  }

  @Test func takesSerialsForDatesOnlyInDateFields() throws {
    var sample = Sample.with(Sample.field("note", "备注", .string))
    sample.key = []
    let outcome = read(
      [
        [.text("社区"), .text("日期"), .text("备注")], [.text("东村社区"), .number("43875"), .number("43875")],
        [.text("西村"), .number("43875", format: 3), .number("43875", format: 1)],
      ], by: sample)
    #expect(outcome.said == [])
    #expect(outcome.table?.days == [18306, 18306])
    #expect(outcome.table?.names(2) == ["43875", "2020-02-14"])
  }

  @Test func countsDaysFrom1904WhereTheWorkbookDoes() throws {
    let cells: [[Cell]] = [
      Self.header, [.text("东村社区"), .number("42413"), .number("1"), .number("1")],
      [.text("西村"), .number("42413", format: 1), .number("1"), .number("1")],
      [.text("南里社区"), .text("2020.2.14"), .number("1"), .number("1")],
    ]
    let outcome = read(cells) { $0.properties = " date1904=\"1\"" }
    #expect(outcome.said == [])
    #expect(outcome.table?.days == [18306, 18306, 18306])
  }

  @Test func readsPercentagesByTheirFormatAndRefusesAMixture() {
    var sample = Sample.with(Sample.field("rate", "率", .percent))
    sample.key = []
    let header: [Cell] = [.text("社区"), .text("日期"), .text("率")]
    func row(_ rate: Cell) -> [Cell] { [.text("西村"), .number("43875", format: 1), rate] }
    let good = read([header, row(.number("0.7", format: 2)), row(.text("70.5％"))], by: sample)
    #expect(good.said == [])
    #expect(good.table?.numbers(2) == [700_000, 705_000])
    let mixed = read(
      [header, row(.number("0.7", format: 2)), row(.number("0.7")), row(.number("70"))], by: sample)
    #expect(
      mixed.said == [
        "error tables.mixed-percent data/住户.xlsx!入户排查!C3",
        "error reading.percent-sign-missing data/住户.xlsx!入户排查!C4",
      ])
  }

  @Test func readsVisibleSheetsThatHaveTheHeader() throws {
    let outcome = read(
      HandMadeBook([
        HandMadeBook.Sheet("填写说明", [[.text("每日报送")]]),
        HandMadeBook.Sheet("东街道", [Self.header, Self.row("东村社区")]),
        HandMadeBook.Sheet("参数", state: "hidden", [Self.header, Self.row("西村")]),
        HandMadeBook.Sheet("WpsReserved_CellImgList", state: "veryHidden", [[.text("x")]]),
        HandMadeBook.Sheet("Sheet3", []), HandMadeBook.Sheet("南街道", [[], Self.header, Self.row("南里社区")]),
      ]))
    #expect(outcome.said == ["warning tables.hidden-sheet data/住户.xlsx!参数!A1"])
    #expect(outcome.table?.parts.map(\.sheet) == ["东街道", "南街道"])
    #expect(outcome.table?.regions == [2, 8])
  }

  @Test func readsTheSheetsThatAreNamed() throws {
    let book = HandMadeBook([
      HandMadeBook.Sheet("东街道", [Self.header, Self.row("东村社区")]),
      HandMadeBook.Sheet("南街道", [Self.header, Self.row("南里社区")]),
      HandMadeBook.Sheet("底表", state: "hidden", [Self.header, Self.row("西村")]),
    ])
    var sample = Sample()
    sample.sheets = ["底 表", "南街道"]
    let outcome = read(book, by: sample)
    #expect(outcome.said == [])
    #expect(outcome.table?.parts.map(\.sheet) == ["南街道", "底表"])
    sample.sheets = ["西街道"]
    let missing = read(book, by: sample)
    #expect(missing.said == ["error tables.sheet-not-found data/住户.xlsx"])
    #expect(missing.findings.first?.suggestions.contains("东街道") == true)
  }

  @Test func warnsOfASheetThatIsNearlyOfTheDataset() {
    let outcome = read(
      HandMadeBook([
        HandMadeBook.Sheet("东街道", [Self.header, Self.row("东村社区")]),
        HandMadeBook.Sheet("南街道", [[], [.text("社区"), .text("日期"), .text("应查数")], Self.row("南里社区")]),
      ]))
    #expect(outcome.said == ["warning tables.sheet-not-read data/住户.xlsx!南街道!A2"])
    #expect(outcome.findings.first?.arguments.map(\.value) == ["南街道", "应排查户数"])
  }

  @Test func saysWhatIsMissingInASheetWithoutTheHeader() {
    let outcome = read([[], [.text("社区"), .empty, .text("应排查户数")], Self.row("东村社区")])
    #expect(outcome.said == ["error tables.required-column-missing data/住户.xlsx!入户排查!A2"])
    #expect(read([]).said.first == "error tables.required-column-missing data/住户.xlsx!入户排查!A1")
  }

  @Test func readsHiddenRowsAndColumnsAndSaysSo() {
    let book = HandMadeBook([
      HandMadeBook.Sheet(
        "入户排查", [Self.header, Self.row("东村社区"), Self.row("西村"), Self.row("南里社区")], hiddenRows: [1, 3, 4],
        hiddenColumns: [4, 9])
    ])
    let outcome = read(book)
    #expect(
      outcome.said == [
        "warning tables.hidden-columns data/住户.xlsx!入户排查!D1",
        "warning tables.hidden-rows data/住户.xlsx!入户排查!A3",
      ])
    #expect(outcome.findings.last?.arguments.map(\.value) == ["3–4", "2"])
    #expect(outcome.table?.rowCount == 3)
  }

  @Test func checksTotalsWhoseLabelsAreMerged() throws {
    var sample = Sample()
    sample.fields.insert(Sample.field("number", "序号", .string), at: 0)
    sample.date = .field(2)
    sample.key = [1, 2]
    sample.regionField = 1
    let rows: [[Cell]] = [
      [.text("序号")] + Self.header, [.number("1")] + Self.row("东村社区"), [.number("2")] + Self.row("西村"),
      [.text("合 计"), .empty, .empty, .number("10"), .number("9")],
    ]
    let outcome = read(rows, merges: ["A4:C4"], by: sample)
    #expect(outcome.said == ["error tables.wrong-total data/住户.xlsx!入户排查!E4"])
    #expect(outcome.table?.rowCount == 2)
  }

  @Test func looksForTheLabelOfATotalInAColumnWithoutAHeading() {
    let rows: [[Cell]] = [
      [.empty] + Self.header, [.empty] + Self.row("东村社区"),
      [.text("合计"), .empty, .empty, .number("6"), .number("4")],
    ]
    let outcome = read([[], []] + rows)
    #expect(outcome.said == ["error tables.wrong-total data/住户.xlsx!入户排查!D5"])
  }

  @Test func takesOneTextOverSeveralColumnsForANote() {
    let outcome = read(
      [
        [.text("入户排查日报")], Self.header, Self.row("东村社区"), [.text("注：未报的社区次日补报")],
        [.text("南里社区")],
      ], merges: ["A1:D1", "A4:D4"])
    #expect(
      outcome.said == [
        "remark tables.note-not-read data/住户.xlsx!入户排查!A4", "error tables.cell-empty data/住户.xlsx!入户排查!B5",
        "error tables.cell-empty data/住户.xlsx!入户排查!C5",
      ])
    #expect(outcome.table?.rowCount == 1)
  }

  @Test func refusesRecordsWhoseEveryCellIsMerged() {
    let outcome = read(
      [
        [.text("社区"), .empty, .text("日期"), .empty, .text("应排查户数")],
        [.text("东村社区"), .empty, .number("43875", format: 1), .empty, .number("5")],
      ], merges: ["A1:B1", "C1:D1", "A2:B2", "C2:D2"])
    #expect(outcome.said.contains("error tables.merged-cell data/住户.xlsx!入户排查!A2"))
    #expect(outcome.table?.rowCount == 0)
  }

  @Test func readsNothingRightOfTheHeadings() {
    let outcome = read([Self.header, Self.row("东村社区") + [.text("核对过"), .empty, .text("张三")]])
    #expect(outcome.said == [])
    #expect(outcome.table?.rowCount == 1)
  }

  @Test func holdsASparseSheetInFewBytes() throws {
    var sheet = HandMadeBook.Sheet("入户排查", [Self.header, Self.row("东村社区")])
    sheet.rows += "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
    let outcome = read(HandMadeBook([sheet]))
    #expect(outcome.said == [])
    var sample = Sample()
    sheet.rows =
      "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>" + String(sheet.rows.dropFirst("<row r=\"1\">".count))
    sample.fields[2].aliases = ["1"]
    #expect(read(HandMadeBook([sheet]), by: sample).table == nil)
  }

  @Test func warnsWhereNobodyCanBeCountedByAPersonalNumber() {
    var sample = Sample.with(Sample.field("id", "身份证号", .string, personal: true))
    sample.key = []
    let header: [Cell] = [.text("社区"), .text("日期"), .text("身份证号")]
    func row(_ id: Cell) -> [Cell] { [.text("西村"), .number("43875", format: 1), id] }
    let outcome = read(
      [
        header, row(.text("110105194912310021")), row(.number("110105194912310021")),
        row(.formula("A1", value: nil)), row(.number("1.1010519491231E+17")),
      ], by: sample)
    #expect(outcome.said == ["warning tables.personal-number-lost-digits data/住户.xlsx!入户排查!C3"])
    #expect(outcome.findings.first?.arguments.map(\.value) == ["身份证号", "2"])
    #expect(outcome.table?.rowCount == 4)
  }

  @Test func readsTextsOfSeveralLines() throws {
    let sample = Sample.with(Sample.field("note", "备 注", .string))
    let outcome = read(
      [
        [.text("社区"), .text("日期"), .text("备\n注")],
        [.text("东村社区"), .number("43875", format: 1), .text("一，\"二\"\n三")],
        [.text("火星"), .number("43875", format: 1), .text("四")],
      ], by: sample)
    #expect(outcome.said == ["error tables.unknown-place data/住户.xlsx!入户排查!A3"])
    #expect(outcome.table?.names(2) == ["一，\"二\"\n三"])
  }

  @Test func namesRowsByRuns() {
    #expect(RowRanges.described([3]) == "3")
    #expect(RowRanges.described([3, 4, 5, 9, 11, 12]) == "3–5、9、11–12")
    #expect(RowRanges.described((1...30).map { $0 * 2 }).hasSuffix("、20…"))
  }
}
