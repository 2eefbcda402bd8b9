import HandMade
import Reading
import Testing

@testable import Tables

/// What an archive keeps of data files.
@Suite struct PublicCopyTests {
  /// One row a case, with the person's number.
  private static let register: Sample = {
    var sample = Sample()
    sample.fields = [
      Sample.field("community", "社区", .region), Sample.field("date", "日期", .date),
      Sample.field("phone", "电话", .string, required: true, personal: true),
      Sample.field("done", "已办", .integer),
    ]
    sample.key = []
    return sample
  }()

  private func copy(
    _ text: String, by sample: Sample = register, groups: [Int: String] = [:], path: String = "data/a.csv"
  ) -> PublicCopy {
    var copier = PublicCopier(
      sample.declaration, tree: Sample.tree, site: sample.site, groups: groups, numbers: PersonNumbers())
    return copier.copy(SourceFile(path: path, bytes: Array(text.utf8)))
  }

  private func texts(_ copy: PublicCopy) -> [String]? {
    guard case .tables(let sheets) = copy else { return nil }
    return sheets.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func isTheFileWhereNothingIsPersonal() {
    #expect(texts(copy("社区,日期,应排查户数,已排查户数\n东村,2020-02-14,5,4\n", by: Sample())) == nil)
  }

  @Test func hasNeitherPersonalNorUndeclaredColumnsNorWhatStandsAbove() {
    let text =
      "填报人 张三 13800138000\n社区,日期,电话,备注,已办\n东村,2020-02-14,13800138000,张三家,\"1,0\"\n\n西村,2020-02-14,,,2\n"
    #expect(
      texts(copy(text)) == ["\ncommunity,date,phone,done\n东村,2020-02-14,,\"1,0\"\n\n西村,2020-02-14,,2\n"])
  }

  @Test func leavesAPersonalColumnOutThatNoHeaderNeeds() {
    var sample = Self.register
    sample.fields[2].constraints.required = false
    #expect(
      texts(copy("社区,日期,电话,已办\n东村,2020-02-14,13800138000,1\n", by: sample))
        == ["community,date,done\n东村,2020-02-14,1\n"])
  }

  @Test func numbersPersonsWhoAreToldApart() {
    let rows = ["甲 ", "乙", "未报", "甲", "\"丙\"\"\"", ""].map { "东村,2020-02-14,\($0),1\n" }.joined()
    #expect(
      texts(copy("社区,日期,电话,已办\n" + rows, groups: [2: "register.phone"]))?.first?.split(separator: "\n")
        .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] }
        == ["1", "2", "", "1", "3", ""])
  }

  @Test func numbersFieldsOfAGroupAlike() {
    var first = PublicCopier(
      Self.register.declaration, tree: Sample.tree, site: Self.register.site, groups: [2: "g"],
      numbers: PersonNumbers())
    _ = first.copy(SourceFile(path: "data/a.csv", bytes: Array("社区,日期,电话,已办\n东村,2020-02-14,甲,1\n".utf8)))
    var second = PublicCopier(
      Self.register.declaration, tree: Sample.tree, site: Self.register.site, groups: [2: "g"],
      numbers: first.numbersGiven)
    let bytes = Array("社区,日期,电话,已办\n东村,2020-02-14,乙,1\n东村,2020-02-14,甲,1\n".utf8)
    #expect(
      texts(second.copy(SourceFile(path: "data/b.csv", bytes: bytes)))
        == ["community,date,phone,done\n东村,2020-02-14,2,1\n东村,2020-02-14,1,1\n"])
  }

  @Test func saysNothingOfARowWithCellsTooManyOrTooFew() {
    let text = "社区,日期,电话,已办\n东村,2020-02-14,1,2,13800138000\n西村,2020-02-14,13800138000\n"
    #expect(texts(copy(text)) == ["community,date,phone,done\n-,,,,\n-,,,,\n"])
  }

  @Test func hasNobodyWhoSignedBelow() {
    let rows = "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5,4\n"
    #expect(
      texts(copy(rows + "填表人：张三,审核人：李四,,\n", by: Sample())) == [
        "community,date,due,done\n东村社区,2020-02-14,5,4\n"
      ])
    #expect(
      texts(copy(rows + "注：电话 13800138000\n西村,2020-02-14,3,1\n", by: Sample()))
        == ["community,date,due,done\n东村社区,2020-02-14,5,4\n\n西村,2020-02-14,3,1\n"])
    // What names a place, or bears a date, is data.
    #expect(texts(copy("社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5,4\n", by: Sample())) == nil)
  }

  @Test func keepsTheLabelOfATotalWhoseColumnGoes() {
    let text = "序号,社区,日期,电话,已办\n1,东村,2020-02-14,,3\n合 计,,2020-02-14,,3\n"
    #expect(
      texts(copy(text))
        == ["community,date,phone,done\n东村,2020-02-14,,3\n合计,2020-02-14,,3\n"])
  }

  @Test func ofASurveyHasAnswersAsTheyAreRead() {
    var sample = Sample()
    var needs = Sample.field("needs", "需要哪些帮助", .list)
    needs.delimiter = "┋"
    sample.fields = [
      Sample.field("community", "您所在的社区", .region), Sample.field("date", "提交答卷时间", .datetime), needs,
    ]
    sample.key = []
    let text = """
      序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您所在的社区,2、您的姓名,3、需要哪些帮助
      1,2020/2/14 9:05:33,1秒,微信,直接访问,1.2.3.4,东村社区,张三,买菜┋其他〖找李四〗
      2,2020/2/14 9:06:01,1秒,微信,直接访问,1.2.3.5,西村,王五,(跳过)

      """
    #expect(
      texts(copy(text, by: sample)) == [
        "community,date,needs\n东村社区,2020/2/14 9:05:33,买菜┋其他\n西村,2020/2/14 9:06:01,\n"
      ])
  }

  @Test func ofAWorkbookIsATableASheetWithEachRowOnItsLine() throws {
    func row(_ place: String, _ day: String) -> [HandMadeBook.Cell] {
      [.text(place), .number(day, format: 1), .text("13800138000"), .number("4")]
    }
    let header: [HandMadeBook.Cell] = [.text("社区"), .text("日期"), .text("电话"), .text("已办")]
    let book = HandMadeBook([
      HandMadeBook.Sheet("甲", [[.text("题目")], header, row("东村社区", "43875")]),
      HandMadeBook.Sheet("说明", [[.text("张三填")]]), HandMadeBook.Sheet("乙", [header, row("西村", "43876")]),
    ])
    var copier = PublicCopier(
      Self.register.declaration, tree: Sample.tree, site: Self.register.site, groups: [:],
      numbers: PersonNumbers())
    guard case .tables(let sheets) = copier.copy(SourceFile(path: "data/a.xlsx", bytes: book.bytes)) else {
      Issue.record("a workbook is never kept as it is")
      return
    }
    #expect(sheets.map(\.name) == ["甲", "乙"])
    #expect(copier.leftOut == ["电话"])
    let outcome = Self.register.read(
      sheets.enumerated().map { SourceFile(path: "data/a\($0).csv", bytes: $1.bytes) })
    #expect(outcome.said == [])
    #expect(outcome.table?.days == [18306, 18307])
    #expect(outcome.table?.numbers(3) == [4, 4])
    #expect(outcome.table?.location(row: 0).description.hasPrefix("data/a0.csv:3") == true)
  }

  @Test func countsSerialDaysFrom1900WhereTheWorkbookDidNot() throws {
    let header: [HandMadeBook.Cell] = [.text("社区"), .text("日期"), .text("电话"), .text("已办")]
    var book = HandMadeBook([
      HandMadeBook.Sheet("甲", [header, [.text("东村社区"), .number("42413"), .empty, .number("1")]])
    ])
    book.properties = " date1904=\"1\""
    let file = SourceFile(path: "data/a.xlsx", bytes: book.bytes)
    let wanted = try #require(Self.register.read([file]).table?.days)
    var copier = PublicCopier(
      Self.register.declaration, tree: Sample.tree, site: Self.register.site, groups: [:],
      numbers: PersonNumbers())
    let copy = try #require(texts(copier.copy(file))?.first)
    #expect(Self.register.read(copy).table?.days == wanted)
    #expect(wanted == [18306])
  }
}
