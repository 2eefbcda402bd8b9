import Common
import HandMade
import Reading
import Testing

@testable import Tables

/// Exports of a survey service: numbered questions, columns of its own, several choices in a cell.
@Suite struct SurveyTests {
  private static let header =
    "序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您所在的社区：,2、您的姓名,3、联系电话,4、需要哪些帮助？,5、家中人数"

  private static func list(_ enumeration: [String] = [], required: Bool = false) -> FieldDeclaration {
    var field = Sample.field(
      "needs", "需要的帮助", .list, aliases: ["需要哪些帮助"], required: required, enumeration: enumeration)
    field.delimiter = "┋"
    return field
  }

  private static func sample(_ needs: FieldDeclaration = list()) -> Sample {
    var sample = Sample()
    sample.fields = [
      Sample.field("community", "您所在的社区", .region), Sample.field("date", "提交答卷时间", .datetime), needs,
      Sample.field("people", "家中人数", .integer),
    ]
    sample.key = []
    return sample
  }

  private func read(_ rows: [String], _ sample: Sample = sample()) -> Sample.Outcome {
    sample.read(Self.header + "\n" + rows.map { $0 + "\n" }.joined())
  }

  @Test func areReadByQuestionsWithoutTheirNumbers() throws {
    let outcome = read([
      "1,2020/2/14 9:05:33,127秒,微信,直接访问,1.2.3.4(北京-北京),东村社区,张三,13800138000,买菜┋送药,3",
      "2,2020/2/14 9:06:01,80秒,链接,直接访问,1.2.3.5(北京-北京),西村,李四,13800138001,送药┋买菜┋ 买菜 ,2",
      "3,2020/2/14 9:07:10,95秒,微信,直接访问,1.2.3.6(北京-北京),西村,王五,13800138002,(跳过),(跳过)",
      "4,2020/2/14 9:08:10,95秒,微信,直接访问,1.2.3.6(北京-北京),西村,王五,13800138002,其他〖陪诊〗┋买菜,(空)",
    ])
    #expect(outcome.said == ["remark tables.survey-columns-dropped data/a.csv:1:6"])
    #expect(outcome.findings.first?.arguments.first?.value == "来自IP、2、您的姓名、3、联系电话")
    let table = try #require(outcome.table)
    #expect(table.lists(2) == [["买菜", "送药"], ["送药", "买菜"], nil, ["其他", "买菜"]])
    #expect(table.numbers(3) == [3, 2, nil, nil])
    #expect(table.regions == [2, 4, 4, 4])
  }

  @Test func areReadFromAWorkbookTheSameWay() throws {
    let rows: [[HandMadeBook.Cell]] = [
      Self.header.split(separator: ",").map { .text(String($0)) },
      [
        .number("1"), .text("2020/2/14 9:05:33"), .text("127秒"), .text("微信"), .text("直接访问"),
        .text("1.2.3.4(北京-北京)"), .text("东村社区"), .text("张三"), .text("13800138000"), .text("买菜┋送药"),
        .number("3"),
      ],
      [
        .number("2"), .text("2020/2/14 9:07:10"), .text("95秒"), .text("微信"), .text("直接访问"), .text("1.2.3.6"),
        .text("无此社区"), .text("王五"), .text("13800138002"), .text("(跳过)"), .text("(跳过)"),
      ],
    ]
    let book = HandMadeBook([HandMadeBook.Sheet("Sheet1", rows)])
    let outcome = Self.sample().read([SourceFile(path: "data/问卷.xlsx", bytes: book.bytes)])
    #expect(
      outcome.said == [
        "remark tables.survey-columns-dropped data/问卷.xlsx!Sheet1!F1",
        "error tables.unknown-place data/问卷.xlsx!Sheet1!G3",
      ])
    let table = try #require(outcome.table)
    #expect(table.lists(2) == [["买菜", "送药"]] && table.numbers(3) == [3])
    #expect(!outcome.findings.contains { $0.arguments.contains { $0.value.contains("138") } })
  }

  @Test func refuseAChoiceThatIsNotListed() {
    let sample = Self.sample(Self.list(["买菜", "送药"]))
    let row = "1,2020/2/14 9:05:33,1秒,微信,直接访问,1.2.3.4,东村社区,张三,13800138000,"
    let outcome = read([row + "买菜┋买药,3", row + "送药,3"], sample)
    #expect(outcome.said.last == "error tables.not-in-list data/a.csv:2:10")
    #expect(outcome.findings.last?.suggestions == ["买菜", "送药"])
    #expect(outcome.table?.lists(2) == [["送药"]])
  }

  @Test func askForAChoiceWhereOneIsRequired() {
    let row = "1,2020/2/14 9:05:33,1秒,微信,直接访问,1.2.3.4,东村社区,张三,13800138000,"
    let outcome = read([row + "┋,3"], Self.sample(Self.list(required: true)))
    #expect(outcome.said.last == "error tables.value-missing data/a.csv:2:10")
  }

  @Test func warnOfOtherTablesColumnsAsEver() {
    let sample = Self.sample()
    let outcome = sample.read("您所在的社区,提交答卷时间,姓名,序号\n东村社区,2020-02-14,张三,1\n")
    #expect(outcome.findings.map(\.rule) == [.columnNotRead, .columnNotRead])
    // Elsewhere (跳过) is a text like any other.
    #expect(
      sample.read("您所在的社区,提交答卷时间,家中人数\n东村社区,2020-02-14,(跳过)\n").said.last
        == "error reading.not-a-number data/a.csv:2:3")
  }

  @Test func listsAreEqualByTheirValues() {
    var sample = Self.sample()
    sample.key = [0, 1]
    let row = "1,2020/2/14,1秒,微信,直接访问,1.2.3.4,东村社区,张三,13800138000,"
    let outcome = read([row + "买菜┋送药,3", row + " 买菜 ┋送药,3"], sample)
    #expect(outcome.said.last == "warning tables.exact-duplicate data/a.csv:3:7")
  }

  @Test(arguments: [
    ("1、社区", "社区"), ("12．日 期：", "日期"), ("3. 户数?", "户数"), ("社区", nil), ("1社区", nil), ("1、", nil),
    ("2020年、户数", nil),
  ])
  func aQuestionHasANumberBefore(heading: String, question: String?) {
    #expect(SurveyHeadings.question(HeadingFold.fold(heading)) == question)
  }
}

extension Table {
  fileprivate func lists(_ field: Int) -> [[String]?] {
    guard case .lists(let codes, let lists, let names) = columns[field] else { return [] }
    return codes.map { $0 < 0 ? nil : lists[Int($0)].map { names[Int($0)] } }
  }
}
