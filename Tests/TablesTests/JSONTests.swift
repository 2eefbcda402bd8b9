import Common
import Reading
import Testing

@testable import Tables

@Suite struct JSONTests {
  private static let path = "data/a.json"

  private func read(_ text: String, _ sample: Sample = Sample()) -> Sample.Outcome {
    sample.read([(Self.path, text)])
  }

  @Test func readsObjectsByNameTitleAndAlias() throws {
    let outcome = read(
      """
      \u{FEFF}[
        {"社区": "东村社区", "日期": "2020-02-14", "应排查户数": 1234},
        {"due": "80", "所属社区": "西村", "date": "2020/2/15"},

        {"社区名称": "南里社区", "日 期": "2020年2月14日", "应排查（户）": 7, "due": 7}
      ]
      """)
    #expect(outcome.said == ["error tables.json-key-twice data/a.json:5:61"])
    #expect(outcome.table?.regions == [2, 4])
    #expect(outcome.table?.numbers(2) == [1234, 80])
  }

  @Test func readsRecordsWhoseKeysComeAndGo() throws {
    let outcome = read(
      """
      [{"社区": "东村社区", "日期": "2020-02-14", "应排查户数": 1234},
       {"已排查户数": 75, "日期": "2020-02-15", "应排查户数": "80", "社区": "西村"},
       {"社区": "南里社区", "日期": "2020-02-15", "应排查户数": 1.2e3, "已排查户数": null}]
      """)
    let table = try #require(outcome.table)
    #expect(outcome.said == [])
    #expect(table.regions == [2, 4, 8])
    #expect(table.numbers(2) == [1234, 80, 1200])
    #expect(table.numbers(3) == [nil, 75, nil])
    #expect(table.lines == [1, 2, 3])
    #expect(table.location(row: 1) == Location(file: Self.path, line: 2, column: 1))
  }

  @Test func namesTheLineAndColumnOfEachValue() {
    let outcome = read(
      """
      [
        {"社区": "东村社区", "日期": "2020-02-14", "应排查户数": "多"},
        {"社区": "无村社区", "日期": "2020-02-14",
         "应排查户数": -5, "已排查户数": 1.5},
        {"社区": "西村", "日期": "2020-02-14"},
        {"社区": "西村", "日期": "2020-02-15", "应排查户数": [1, {"二": 2}]},
        {"社区": "西村", "日期": "2020-02-16", "应排查户数": 5, "应排查户数": 5}
      ]
      """)
    #expect(
      outcome.said == [
        "error reading.not-a-number data/a.json:2:47", "error tables.unknown-place data/a.json:3:10",
        "error tables.below-minimum data/a.json:4:13", "error reading.not-an-integer data/a.json:4:26",
        "error tables.cell-empty data/a.json:5:3", "error tables.json-nested data/a.json:6:45",
        "error tables.json-key-twice data/a.json:7:57",
      ])
    #expect(outcome.findings[5].arguments.map(\.value) == ["应排查户数", #"[1, {"二": 2}]"#])
    #expect(outcome.table?.rowCount == 0)
  }

  @Test func passesOverWhatStandsBelowKeysThatAreNotRead() {
    let outcome = read(
      #"[{"社区": "西村", "日期": "2020-02-14", "应排查户数": 5, "来源": {"表": [1]}, "来源": 2}]"#)
    #expect(outcome.said == ["warning tables.column-not-read data/a.json:1:47"])
    #expect(outcome.table?.numbers(2) == [5])
  }

  @Test func neverRoundsANumber() throws {
    let sample = Sample.with(Sample.field("area", "面积", .number))
    let outcome = read(
      #"[{"社区": "西村", "日期": "2020-02-14", "面积": 9007199254.740993}]"#, sample)
    #expect(outcome.table?.numbers(2) == [9_007_199_254_740_993])
  }

  @Test func keepsLineBreaksCommasAndQuotesInTexts() throws {
    var sample = Sample.with(Sample.field("note", "备注", .string))
    sample.fields.append(Sample.field("due", "应排查户数", .integer))
    let outcome = read(
      #"""
      [{"社区": "东村社区", "日期": "2020-02-14", "备注": "一\r\n二,\"三\"\n", "应排查户数": "多"},
       {"社区": "西村", "日期": "2020-02-14", "备注": "一\n\n二", "应排查户数": 6}]
      """#, sample)
    #expect(outcome.said == ["error reading.not-a-number data/a.json:1:70"])
    #expect(outcome.table?.names(2) == ["一\n\n二"])
    #expect(outcome.table?.lines == [2])
  }

  @Test func readsBooleans() {
    let sample = Sample.with(Sample.field("open", "是否开放", .boolean))
    let outcome = read(#"[{"社区": "西村", "日期": "2020-02-14", "是否开放": true}]"#, sample)
    #expect(outcome.table?.names(2) == ["true"])
  }

  @Test(arguments: [
    ("{}", "reading.json-no-records", "1:1"), ("\n 5", "reading.json-no-records", "2:2"),
    ("[{},\n[1]]", "reading.json-no-records", "2:1"), ("[{}\n,null]", "reading.json-no-records", "2:2"),
    ("[{\"社区\": NaN}]", "reading.json-not-a-value", "1:9"),
    ("[{\"社区\": 1},]", "reading.json-unexpected", "1:12"),
    ("[{\"社区\": 1}] x", "reading.json-trailing", "1:13"),
    ("[{\"社区\": 1}", "reading.json-ends-early", "1:11"), ("[\n// 说明\n]", "reading.json-comment", "2:1"),
    ("社区,日期", "reading.json-not-a-value", "1:1"),
  ])
  func saysWhereAFileStopsBeingAnArrayOfObjects(text: String, rule: String, place: String) {
    let outcome = read(text)
    #expect(outcome.said == ["error \(rule) data/a.json:\(place)"])
    #expect(outcome.table == nil)
  }

  @Test func saysWhatIsMissingAtTheKeyThatResemblesIt() {
    let outcome = read("[\n  {\"社区\": \"西村\", \"日其\": \"2020-02-14\", \"应排查户数\": 5}\n]")
    #expect(outcome.said == ["error tables.required-column-missing data/a.json:2:16"])
  }

  @Test func hasNoRowsInAnEmptyArray() {
    #expect(read("[]").said.count == 3)
  }

  @Test func countsColumnsInAFileOfOneLongLine() throws {
    let rows = 2_000
    let good = #"{"社区": "西村", "日期": "2020-02-14", "应排查户数": 5}"#
    var sample = Sample()
    sample.key = []
    let outcome = read(
      "[" + String(repeating: good + ",", count: rows) + #"{"社区": "西村", "日期": "2020-02-14", "应排查户数": "多"}]"#,
      sample)
    let column = 2 + rows * (good.count + 1) + 42
    #expect(outcome.said == ["error reading.not-a-number data/a.json:1:\(column)"])
    #expect(outcome.table?.rowCount == rows)
  }

  @Test func boundsTheKeys() {
    let keys = (0...Limits.jsonKeys).map { "\"k\($0)\": 1" }.joined(separator: ", ")
    #expect(read("[{\(keys)}]").findings.map(\.rule) == [.jsonTooManyKeys])
  }
}
