import Common
import Reading
import Testing

@testable import Tables

@Suite struct TableReaderTests {
  @Test func readsTypedColumns() throws {
    let outcome = Sample().read("社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,\"1,234\",1200\n西村,2020/2/14,80,未报\n")
    let table = try #require(outcome.table)
    #expect(outcome.said == [])
    #expect(table.regions == [2, 4])
    #expect(table.days == [18306, 18306])
    #expect(table.numbers(2) == [1234, 80])
    #expect(table.numbers(3) == [1200, nil])
    #expect(table.lines == [2, 3])
    #expect(table.level == 2)
    #expect(table.within == 0)
    #expect(table.location(row: 1) == Location(file: "data/a.csv", line: 3, column: 1))
  }

  @Test(arguments: ["\r\n", "\r", "\n"])
  func readsEveryLineEndAndAByteOrderMark(end: String) throws {
    let lines = ["\u{FEFF}社区,日期,应排查户数,已排查户数", "东村社区,2020-02-14,5,4", "西村,2020-02-14,,4"]
    let outcome = Sample().read(lines.joined(separator: end))
    #expect(outcome.table?.numbers(2) == [5])
    #expect(outcome.said == ["error tables.cell-empty data/a.csv:3:3"])
  }

  @Test func countsLinesInsideQuotes() {
    var sample = Sample.with(Sample.field("note", "备注", .string))
    sample.fields.append(Sample.field("due", "应排查户数", .integer))
    let outcome = sample.read(
      "社区,日期,备注,应排查户数\n东村社区,2020-02-14,\"第一行\n第二行，\"\"引号\"\"\",三\n西村,2020-02-14,好,3\n")
    #expect(outcome.said == ["error reading.not-a-number data/a.csv:3:4"])
    #expect(outcome.table?.lines == [4])
  }

  @Test func keepsTextWithDoubledQuotes() {
    let sample = Sample.with(Sample.field("note", "备注", .string))
    let outcome = sample.read("社区,日期,备注\n东村社区,2020-02-14,\"说\"\"好\"\"\"\n")
    #expect(outcome.table?.names(2) == ["说\"好\""])
  }

  @Test(arguments: [",", ";", "\t"]) func findsTheSeparatorByTheHeader(separator: String) {
    let rows = [
      ["社区", "日期", "应排查户数", "已排查户数"], ["东村社区", "2020-02-14", "5", "4"],
    ]
    let outcome = Sample().read(rows.map { $0.joined(separator: separator) }.joined(separator: "\n"))
    #expect(outcome.said == [])
    #expect(outcome.table?.numbers(2) == [5])
  }

  @Test func skipsBlankRows() {
    let outcome = Sample().read("社区,日期,应排查户数,已排查户数\n\n,,,\n东村社区,2020-02-14,5,4\n , ,,\n,\n")
    #expect(outcome.said == [])
    #expect(outcome.table?.lines == [4])
  }

  /// Templates have their numbers filled in beforehand, and people write beside a table.
  @Test func skipsRowsWithNothingInAColumnThatIsRead() {
    let outcome = Sample().read("序号,社区,日期,应排查户数,\n1,东村社区,2020-02-14,5,\n2,, ,,\n,,　,,核对过\n")
    #expect(outcome.said == ["warning tables.column-not-read data/a.csv:1:1"])
    #expect(outcome.table?.lines == [2])
  }

  @Test func refusesRaggedRows() {
    let outcome = Sample().read(
      "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5\n西村,2020-02-14,1,234,5,6\n南里社区,2020-02-14,5,5\n")
    #expect(
      outcome.said == [
        "error tables.row-too-short data/a.csv:2:4", "error tables.row-too-long data/a.csv:3:5",
      ])
    #expect(outcome.table?.rowCount == 1)
  }

  @Test func reportsWhatTheScannerFoundWrong() {
    let outcome = Sample().read("社区,日期,应排查户数,已排查户数\n\"东村\"社区,2020-02-14,5,4\n西村,2020-02-14,5,4\n")
    #expect(outcome.said == ["error reading.text-after-quote data/a.csv:2:1"])
    #expect(outcome.table?.regions == [4])
  }

  @Test func keepsPartsInTheOrderOfTheFiles() throws {
    let outcome = Sample().read([
      ("data/1.csv", "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5,4\n"),
      ("data/2.csv", "日期,已排查户数,社区名称,应排查（户）\n2020-02-15,4,东村社区,6\n"),
      ("data/3.csv", "社区,日期,应排查户数\n西村,2020-02-15,7\n"),
    ])
    let table = try #require(outcome.table)
    #expect(outcome.said == ["warning tables.column-absent data/3.csv"])
    #expect(table.parts.map(\.firstRow) == [0, 1, 2])
    #expect(table.numbers(2) == [5, 6, 7])
    #expect(table.numbers(3) == [4, 4, nil])
    #expect(table.location(row: 2).file == "data/3.csv")
  }

  @Test func readsAProgramsOutputWhateverItsName() {
    var sample = Sample()
    sample.command = CommandDeclaration(words: ["psql"], location: Sample.here)
    let outcome = sample.read([("datasets/screening.yaml", "社区,日期,应排查户数\n东村社区,2020-02-14,5\n")])
    #expect(outcome.table?.rowCount == 1)
  }

  @Test(arguments: [
    ("data/a.xlsx", "tables.not-a-workbook"),
    ("data/a.xls", "tables.old-spreadsheet"), ("data/a.ods", "tables.old-spreadsheet"),
    ("data/a.pdf", "tables.unknown-file-kind"), ("data/a", "tables.unknown-file-kind"),
  ])
  func saysWhatToDoWithOtherFiles(path: String, rule: String) {
    let outcome = Sample().read([(path, "x")])
    #expect(outcome.said == ["error \(rule) \(path)"])
    #expect(outcome.table == nil)
  }

  @Test func passesOverLeftovers() {
    let header = "社区,日期,应排查户数\n东村社区,2020-02-14,5\n"
    let outcome = Sample().read([
      ("data/.~lock.a.csv#", "x"), ("data/a.csv", header), ("data/~$a.xlsx", "x"),
    ])
    #expect(outcome.said == [])
    #expect(outcome.table?.rowCount == 1)
  }

  @Test func warnsOfADatasetWithoutFilesAndAFileWithoutRows() {
    let none = Sample().read([SourceFile]())
    #expect(none.said == ["warning tables.no-data-files datasets/screening.yaml:1:1"])
    #expect(none.table?.rowCount == 0)
    #expect(none.table?.level == 2)
    #expect(Sample().read("社区,日期,应排查户数\n").said == ["warning tables.no-rows data/a.csv"])
  }

  @Test func givesNoTableForAFileThatIsNoText() {
    let outcome = Sample().read("社区\0,日期")
    #expect(outcome.table == nil)
    #expect(outcome.said == ["error reading.binary-file data/a.csv:1:1"])
    #expect(Sample().read("").said == ["error reading.empty-file data/a.csv"])
  }

  @Test func refusesARegionThatIsNotThere() {
    var sample = Sample()
    sample.within = "99"
    let outcome = sample.read("社区,日期,应排查户数\n")
    #expect(outcome.said == ["error tables.within-not-found datasets/screening.yaml:1:1"])
  }
}
