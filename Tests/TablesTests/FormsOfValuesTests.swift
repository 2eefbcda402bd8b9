import Common
import HandMade
import Reading
import Testing

@testable import Tables

/// The forms in which values arrive, each as a text in a CSV file and in a workbook: what is accepted and as what, what is
/// refused, why, and at which cell.
@Suite struct FormsOfValuesTests {
  /// A kind of column; it stands fourth, with fifteen good rows above the one in question.
  enum Kind: Sendable {
    case integer, approximate, percent, date, place, boolean

    var field: FieldDeclaration {
      switch self {
      case .integer: Sample.field("value", "已排查户数", .integer, minimum: 0, unit: "户")
      case .approximate: Sample.field("value", "约数", .integer, approximate: true, unit: "户")
      case .percent: Sample.field("value", "完成率", .percent)
      case .date: Sample.field("date", "日期", .date)
      case .place: Sample.field("community", "社区", .region)
      case .boolean: Sample.field("value", "是否", .boolean)
      }
    }

    var good: String {
      switch self {
      case .integer, .approximate: "5"
      case .percent: "70%"
      case .date, .place: ""
      case .boolean: "是"
      }
    }
  }

  private static let community = Sample.field("community", "社区", .region)
  private static let date = Sample.field("date", "日期", .date)
  private static let spare = (0..<3).map { Sample.field("spare\($0)", "备用\($0)", .string) }

  /// The dataset, and its rows.
  private static func table(_ kind: Kind, _ text: String) -> (sample: Sample, rows: [[String]]) {
    var sample = Sample()
    switch kind {
    case .date: sample.fields = [community, spare[0], spare[1], kind.field]
    case .place: sample.fields = [date, spare[0], spare[1], kind.field]
    default: sample.fields = [community, date, spare[0], kind.field]
    }
    let (place, day) = (
      sample.fields.firstIndex { $0.name == "community" } ?? 0,
      sample.fields.firstIndex { $0.name == "date" } ?? 0
    )
    sample.regionField = place
    sample.date = .field(day)
    sample.key = [place, day]
    let rows = (1...16).map { number in
      sample.fields.indices.map { column in
        if column == 3, number == 16 { return text }
        if column == place { return "西村社区" }
        if column == day { return "2020-01-\(number < 10 ? "0" : "")\(number)" }
        return column == 3 ? kind.good : ""
      }
    }
    return (sample, [sample.fields.map(\.title)] + rows)
  }

  private static func csv(_ rows: [[String]]) -> SourceFile {
    let text = rows.map { row in
      row.map { $0.contains(where: { ",\"\n".contains($0) }) ? "\"" + $0 + "\"" : $0 }.joined(separator: ",")
        + "\n"
    }
    return SourceFile(path: "data/住户.csv", bytes: Array(text.joined().utf8))
  }

  private static func book(_ rows: [[String]], last: HandMadeBook.Cell? = nil, merges: [String] = [])
    -> SourceFile
  {
    var cells = rows.map { $0.map { $0.isEmpty ? HandMadeBook.Cell.empty : .text($0) } }
    if let last { cells[16][3] = last }
    let book = HandMadeBook([HandMadeBook.Sheet("入户排查", cells, merges: merges)])
    return SourceFile(path: "住户.xlsx", bytes: book.bytes)
  }

  static let refused: [(Kind, String, String)] = [
    (.integer, "30多", "reading.approximate-number"), (.integer, "约400", "reading.approximate-number"),
    (.integer, "近百", "reading.approximate-number"), (.integer, "6000多户", "reading.approximate-number"),
    (.integer, "无", "tables.missing-not-declared"), (.integer, "/", "tables.missing-not-declared"),
    (.integer, "未填", "tables.missing-not-declared"), (.integer, "４．５", "reading.not-an-integer"),
    (.integer, "12,34", "reading.bad-grouping"), (.integer, "1.1E+17", "reading.scientific-notation"),
    (.integer, "70％", "reading.percent-sign"), (.integer, "5人", "reading.other-unit"),
    (.integer, "很多", "reading.not-a-number"), (.integer, "99999999999999999999", "reading.number-too-large"),
    (.integer, "-1", "tables.below-minimum"), (.integer, "1.23456万", "reading.not-an-integer"),
    (.percent, "70", "reading.percent-sign-missing"), (.percent, "0.7", "tables.mixed-percent"),
    (.date, "2月14日", "reading.year-missing"), (.date, "02/03/20", "reading.ambiguous-date"),
    (.date, "2020-02-30", "reading.no-such-day"), (.date, "2020年2月14日星期四", "reading.weekday-mismatch"),
    (.date, "昨天", "reading.not-a-date"), (.date, "/", "tables.missing-not-declared"),
    (.place, "西屯社区", "tables.unknown-place"), (.place, "民岳家园社区", "tables.ambiguous-place"),
    (.place, "老村居委会", "tables.unknown-place"), (.boolean, "也许", "tables.not-a-boolean"),
    (.boolean, "无", "tables.missing-not-declared"),
  ]

  @Test(arguments: refused)
  func refuse(kind: Kind, text: String, rule: String) {
    let (sample, rows) = Self.table(kind, text)
    let inText = sample.read([Self.csv(rows)])
    #expect(inText.said == ["error \(rule) data/住户.csv:17:4"])
    #expect(inText.table?.rowCount == 15)
    let inBook = sample.read([Self.book(rows)])
    #expect(inBook.said == ["error \(rule) 住户.xlsx!入户排查!D17"])
    #expect(inBook.table?.rowCount == 15)
  }

  static let faults: [(HandMadeBook.Cell, String)] = [
    (.formula("SUM(D2:D16)", value: nil), "tables.formula-not-calculated"),
    (.error("#DIV/0!"), "tables.error-value"),
    (.number("110105194912310021"), "tables.number-lost-digits"), (.number("4.5"), "reading.not-an-integer"),
  ]

  @Test(arguments: faults)
  func refuseWhatOnlyAWorkbookCanHold(cell: HandMadeBook.Cell, rule: String) {
    let (sample, rows) = Self.table(.integer, "")
    let outcome = sample.read([Self.book(rows, last: cell)])
    #expect(outcome.said == ["error \(rule) 住户.xlsx!入户排查!D17"])
  }

  @Test func refuseAMergedCellAmongTheData() {
    let (sample, rows) = Self.table(.integer, "")
    let outcome = sample.read([Self.book(rows, merges: ["D16:D17"])])
    #expect(
      outcome.said == [
        "error tables.merged-cell 住户.xlsx!入户排查!D16", "error tables.merged-cell 住户.xlsx!入户排查!D17",
      ])
  }

  static let accepted: [(Kind, String, Int64?, [String])] = [
    (.integer, "１，２３４", 1234, []), (.integer, "1,234", 1234, []), (.integer, "1,234.0", 1234, []),
    (.integer, " 12　", 12, []), (.integer, "5户", 5, []), (.integer, "0", 0, []), (.integer, "", nil, []),
    (.integer, "未报", nil, []), (.integer, "1.2万", 12000, ["warning tables.number-rounded"]),
    (.approximate, "约30", 30, []), (.approximate, "6000多户", 6000, []), (.approximate, "近百", 100, []),
    (.percent, "70％", 700_000, []), (.percent, "99.96%", 999_600, []),
  ]

  @Test(arguments: accepted)
  func acceptNumbers(kind: Kind, text: String, value: Int64?, said: [String]) {
    let (sample, rows) = Self.table(kind, text)
    for (file, place) in [(Self.csv(rows), " data/住户.csv:17:4"), (Self.book(rows), " 住户.xlsx!入户排查!D17")] {
      let outcome = sample.read([file])
      #expect(outcome.said == said.map { $0 + place })
      #expect(outcome.table?.numbers(3).last == .some(value))
    }
  }

  @Test(arguments: [
    "2020-02-14", "2020/2/14", "2020.2.14", "20200214", "2020年2月14日", "２０２０年２月１４日", "2020年2月14日24时",
    "2020-02-14 18:00",
    "2020-02-14 星期五", "2020年2月14日（周五）",
  ])
  func acceptDates(text: String) {
    let (sample, rows) = Self.table(.date, text)
    for file in [Self.csv(rows), Self.book(rows)] {
      let outcome = sample.read([file])
      #expect(outcome.said == [])
      #expect(outcome.table?.days.last == 18306)
    }
  }

  @Test func acceptASerialDateOfAWorkbook() {
    let (sample, rows) = Self.table(.date, "")
    let outcome = sample.read([Self.book(rows, last: .number("43875", format: 1))])
    #expect(outcome.said == [])
    #expect(outcome.table?.days.last == 18306)
  }
}
