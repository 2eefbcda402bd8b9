import HandMade
import Testing

@testable import Spreadsheets

/// How a sheet's part is laid out, by whichever program.
@Suite struct SheetTests {
  @Test func placesCellsWithoutPlaces() throws {
    let rows =
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row>"
      + "<row><c><v>5</v></c></row>"
    #expect(
      try cells(rows: rows) == ["A1 number 1", "B1 number 2", "C5 number 3", "D5 number 4", "A6 number 5"])
  }

  @Test func bringsRowsAndCellsIntoOrder() throws {
    let rows =
      "<row r=\"3\"><c r=\"B3\"><v>2</v></c><c r=\"A3\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>0</v></c></row>"
      + "<row r=\"3\"><c r=\"B3\"><v>9</v></c></row>"
    #expect(try cells(rows: rows) == ["A1 number 0", "A3 number 1", "B3 number 9"])
  }

  @Test func keepsNoCellsThatHoldNothing() throws {
    let sheets = try read(
      HandMadeBook([
        HandMadeBook.Sheet(
          "甲",
          rows:
            "<row r=\"2\"><c r=\"A2\" s=\"1\"/></row><row r=\"7\"/><row r=\"9\"><c r=\"B9\"><v>1</v></c></row>"
        )
      ]).bytes
    ).get()
    #expect(sheets.first?.rowCount == 1)
    #expect(sheets.first?.number(ofRow: 0) == 9)
  }

  @Test func holdsOneCellOfTheLastPlaceAsOne() throws {
    let sheets = try read(
      HandMadeBook([
        HandMadeBook.Sheet("甲", rows: "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
      ]).bytes
    ).get()
    let sheet = try #require(sheets.first)
    #expect(sheet.rowCount == 1)
    var columns: [Int] = []
    sheet.forEachCell(inRow: 0) { columns.append($0.column) }
    #expect(columns == [16_383])
  }

  @Test(arguments: [
    "<row r=\"1048577\"><c><v>1</v></c></row>", "<row r=\"0\"/>", "<row r=\"x\"/>",
    "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "<row r=\"99999999999999999999\"/>",
  ])
  func refusesPlacesThatCannotBe(rows: String) {
    #expect(throws: WorkbookError.partBroken("xl/worksheets/sheet1.xml")) { try cells(rows: rows) }
  }

  @Test func readsSharedStringsWithRunsAndWithoutPhonetics() throws {
    var book = HandMadeBook([
      HandMadeBook.Sheet(
        "甲",
        rows:
          "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"/></row>"
      )
    ])
    book.sharedStrings = [
      "<t>社区</t>",
      "<r><rPr><sz val=\"11\"/></rPr><t xml:space=\"preserve\">东 </t></r><r><t>村</t></r><rPh sb=\"0\" eb=\"2\"><t>dong</t></rPh><phoneticPr fontId=\"1\"/>",
      "<t/>",
    ]
    #expect(try cells(book) == ["A1 text 社区", "B1 text 东 村", "D1 text 东 村"])
  }

  @Test func readsMergedCellsAndWhatIsHidden() throws {
    let sheet = try #require(
      try read(
        HandMadeBook([
          HandMadeBook.Sheet(
            "甲", [[.text("a")], [.text("b")], [.text("c")]], merges: ["A1:C2", "D7:B5"], hiddenRows: [2],
            hiddenColumns: [2, 4])
        ]).bytes
      ).get().first)
    #expect(sheet.merges.map(\.rows) == [1...2, 5...7])
    #expect(sheet.merges.map(\.columns) == [0...2, 1...3])
    #expect(sheet.hiddenColumns == [1...1, 3...3])
    #expect((0..<3).map { sheet.isHidden(row: $0) } == [false, true, false])
  }

  @Test func readsNothingFromExtensions() throws {
    var sheet = HandMadeBook.Sheet("甲", [[.text("a")]])
    sheet.behind =
      "<extLst><ext><sheetData><row r=\"1\"><c r=\"B1\"><v>1</v></c></row></sheetData></ext></extLst>"
    #expect(try cells(HandMadeBook([sheet])) == ["A1 text a"])
    #expect(
      try cells(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v><extLst><ext><v>2</v></ext></extLst></c></row>")
        == ["A1 number 1"])
  }
}
