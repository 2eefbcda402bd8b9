import HandMade
import Packing
import Testing

@testable import Spreadsheets

/// How a workbook is put together, by whichever program.
@Suite struct WorkbookTests {
  private static let one = HandMadeBook([
    HandMadeBook.Sheet("甲", [[.text("a"), .number("43875", format: 1)]])
  ])
  private static let cellsOfOne = ["A1 text a", "B1 date 2020-02-14"]

  @Test func listsSheetsInTheOrderOfTheirTabs() throws {
    let book = HandMadeBook([
      HandMadeBook.Sheet("东街道&\"西\"", [[.text("a")]]),
      HandMadeBook.Sheet("参数", state: "hidden", [[.text("b")]]),
      HandMadeBook.Sheet("x", state: "veryHidden", [[.text("c")]]),
    ])
    var workbook = try Workbook(book.bytes)
    #expect(workbook.sheets.map(\.name) == ["东街道&\"西\"", "参数", "x"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden])
    var names: [String] = []
    try workbook.read([0, 2]) { names.append($1.name) }
    #expect(names == ["东街道&\"西\"", "x"])
  }

  @Test func readsTheStrictForm() throws {
    var book = Self.one
    book.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    book.relationshipTypes = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    #expect(try cells(book) == Self.cellsOfOne)
  }

  @Test(arguments: ["/xl/", "./", "../xl/", #"\xl\"#]) func readsEveryFormOfATarget(prefix: String) throws {
    var book = Self.one
    book.targetPrefix = prefix
    #expect(try cells(book) == Self.cellsOfOne)
  }

  @Test func readsPartsWhateverTheirCase() throws {
    var book = Self.one
    let styles = try #require(book.zip.entries.first { $0.name == Array("xl/styles.xml".utf8) })
    book.parts["xl/styles.xml"] = .some(nil)
    book.parts["xl/Styles.XML"] = String(decoding: styles.packed, as: UTF8.self)
    #expect(try cells(book) == Self.cellsOfOne)
  }

  @Test func needsNeitherStylesNorStrings() throws {
    var book = Self.one
    book.parts["xl/_rels/workbook.xml.rels"] =
      "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    book.parts["xl/styles.xml"] = .some(nil)
    #expect(try cells(book) == ["A1 text a", "B1 number 43875"])
  }

  @Test func findsTheWorkbookWhereNothingSaysWhichItIs() throws {
    var book = Self.one
    book.parts["_rels/.rels"] = .some(nil)
    #expect(try cells(book) == Self.cellsOfOne)
  }

  @Test func passesOverSheetsThatAreNotOfCells() throws {
    var book = HandMadeBook([HandMadeBook.Sheet("甲", [[.text("a")]]), HandMadeBook.Sheet("图", [])])
    book.parts["xl/_rels/workbook.xml.rels"] = """
      <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/>
      <Relationship Id="rId3" Type="x/hyperlink" Target="http://127.0.0.1/x" TargetMode="External"/></Relationships>
      """
    #expect(try Workbook(book.bytes).sheets.map(\.name) == ["甲"])
  }

  @Test func takesAFormatsOwnCodeBeforeItsNumber() throws {
    var book = Self.one
    book.sheets = [
      HandMadeBook.Sheet("甲", [[.number("43875"), .number("43875", format: 1), .number("43875", format: 2)]])
    ]
    // As WPS writes them: a code for a number that has a meaning of its own.
    book.styles = """
      <styleSheet><numFmts count="1"><numFmt numFmtId="43" formatCode="yyyy/m/d"/></numFmts><fonts><font/></fonts>
      <cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>
      <cellXfs><xf numFmtId="58" applyNumberFormat="1"><alignment/></xf><xf numFmtId="43"/><xf numFmtId="0"/></cellXfs>
      <dxfs><dxf><numFmt numFmtId="43" formatCode="0"/></dxf></dxfs></styleSheet>
      """
    #expect(try cells(book) == ["A1 date 2020-02-14", "B1 date 2020-02-14", "C1 number 43875"])
  }

  @Test func refusesWhatIsNoWorkbook() {
    var zip = HandMadeZip()
    zip.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    zip.add("content.xml", Array("<a/>".utf8))
    #expect(read(zip.bytes).failure == .notAWorkbook)
    var binary = Self.one
    binary.parts["_rels/.rels"] =
      "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>"
    #expect(read(binary.bytes).failure == .binaryWorkbook)
    var document = Self.one
    document.parts["_rels/.rels"] =
      "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    #expect(read(document.bytes).failure == .notAWorkbook)
    #expect(read(Array("社区,日期\n".utf8)).failure == .packing(.notAnArchive))
  }

  @Test func saysWhichPartIsMissingOrBroken() {
    var missing = Self.one
    missing.parts["xl/worksheets/sheet1.xml"] = .some(nil)
    #expect(read(missing.bytes).failure == .partMissing("xl/worksheets/sheet1.xml"))
    var broken = Self.one
    broken.parts["xl/styles.xml"] = "<styleSheet><cellXfs>"
    #expect(read(broken.bytes).failure == .partBroken("xl/styles.xml"))
    var outside = Self.one
    outside.targetPrefix = "../../../"
    #expect((try? Workbook(outside.bytes))?.sheets == [])
  }

  @Test func findsDamageBehindTheLastRow() {
    var book = Self.one
    book.sheets[0].behind = "<mergeCells>"
    #expect(read(book.bytes).failure == .partBroken("xl/worksheets/sheet1.xml"))
    var zip = Self.one.zip
    let sheet = zip.entries.firstIndex { $0.name == Array("xl/worksheets/sheet1.xml".utf8) }
    if let sheet { zip.entries[sheet].checksum ^= 1 }
    #expect(read(zip.bytes).failure == .packing(.damaged(entry: "xl/worksheets/sheet1.xml")))
  }

  @Test func refusesADocumentType() {
    var book = Self.one
    book.parts["xl/worksheets/sheet1.xml"] =
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData>&e;</sheetData></worksheet>"
    #expect(read(book.bytes).failure == .documentType(part: "xl/worksheets/sheet1.xml"))
  }

  @Test func holdsItsLimits() {
    let row = String(repeating: "<c><v>1</v></c>", count: 100)
    let book = HandMadeBook([
      HandMadeBook.Sheet("甲", rows: "<row>\(row)</row>"), HandMadeBook.Sheet("乙", rows: "<row>\(row)</row>"),
    ])
    #expect(read(book.bytes, limits: WorkbookLimits(cells: 199)).failure == .tooManyCells(limit: 199))
    #expect(read(book.bytes, limits: WorkbookLimits(cells: 200)).failure == nil)
    #expect(read(book.bytes, limits: WorkbookLimits(totalBytes: 2000)).failure == .tooLarge(limit: 2000))
    #expect(
      read(book.bytes, limits: WorkbookLimits(packing: PackingLimits(entryBytes: 1000))).failure
        == .packing(.entryTooLarge("xl/worksheets/sheet1.xml", limit: 1000)))
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
