import Common
import Testing

@testable import Linting

/// Numbers in prose beside an indicator's name: right, wrong, exempt, and none of the audit's business.
@Suite struct NumbersAuditTests {
  let site: AuditedSite

  /// Read once for all cases.
  private static let read = Result { try AuditedSite() }

  init() throws {
    site = try Self.read.get()
  }

  @Test(arguments: [
    ("排查覆盖率92%。", "1:6 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("到今天，全街道排查率已达到92％。", "1:14 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("截至1月4日，排查覆盖率为95%。", "1:14 {{排查覆盖率 @临江街道 2020-01-04}}"),
    ("昨日排查覆盖率95%。", "1:8 {{排查覆盖率 @临江街道 2019-12-31}}"),
    ("排查覆盖率为百分之九十二点五。", "1:7 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("排查覆盖率（92%）", "1:7 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("排查覆盖率**92%**", "1:8 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("排查覆盖率\r\n92%", "2:1 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("92%的排查覆盖率", "1:1 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("排查覆盖率约80%", "1:7 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("1月5日排查覆盖率100%", "1:10 {{排查覆盖率}}"),
    ("光明社区的排查覆盖率是95%", "1:12 {{排查覆盖率 @光明社区 2020-01-01}}"),
    ("桃源社区流动人口9万人", "1:9 {{流动人口 @桃源社区}}"),
    ("桃源社区户数8000多户", "1:7 {{户数 @桃源社区}}"),
  ])
  func findsANumberThatContradicts(_ text: String, _ found: String) throws {
    #expect(try site.check(text).map(\.brief) == ["figure-contradicts " + found])
  }

  @Test(arguments: [
    ("排查覆盖率95%。", "1:6 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("排查覆盖率95.0%。", "1:6 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("排查覆盖率接近96%。", "1:8 {{排查覆盖率 @临江街道 2020-01-01}}"),
    ("排查覆盖率99.9%。", "1:6 {{排查覆盖率}}"),
    ("东风社区排查覆盖率百分之九十五。", "1:10 {{排查覆盖率 @东风社区 2020-01-01}}"),
    ("桃源社区户数6000多户", "1:7 {{户数 @桃源社区}}"),
    ("桃源社区流动人口7.3万人", "1:9 {{流动人口 @桃源社区}}"),
    ("口罩可用天数10天", "1:7 {{口罩可用天数}}"),
  ])
  func remarksOnANumberThatAgrees(_ text: String, _ found: String) throws {
    let items = try site.check(text)
    #expect(items.map(\.brief) == ["figure-unbound " + found])
    #expect(items.allSatisfy { $0.severity == .remark })
  }

  @Test func saysWhatIsPrintedInstead() throws {
    let item = try #require(try site.check("排查覆盖率92%。").first)
    #expect(item.severity == .warning)
    #expect(item.arguments.contains { $0.name == "printed" && $0.value == "95.0%" })
    #expect(item.arguments.contains { $0.name == "found" && $0.value == "92%" })
  }

  @Test func bindsABulletinsNumberToItsOwnDay() throws {
    #expect(try site.check("排查覆盖率95%", isBulletin: true).map(\.brief) == ["figure-unbound 1:6 {{排查覆盖率}}"])
    #expect(
      try site.check("排查覆盖率99.9%", isBulletin: true).map(\.brief) == ["figure-contradicts 1:6 {{排查覆盖率}}"])
  }

  @Test(arguments: [
    "排查覆盖率{{排查覆盖率}}。", "排查覆盖率70%〔来源：晚报〕。", "排查覆盖率70%（来源：晚报）。", "武汉市排查覆盖率70%。", "重点楼栋排查覆盖率70%。",
    "排查覆盖率高于70%。", "排查覆盖率70%以上。", "排查覆盖率70%的楼。", "排查覆盖率60%~70%。", "排查覆盖率、办结率分别为70%和80%。",
    "排查覆盖率要达到70%。", "排查覆盖率目标98%。", "2月排查覆盖率70%。", "排查覆盖率2020年最高。", "口罩可用天数3次。", "拨打12345，一个也不少。",
    "排查覆盖率提高了5个百分点。", "`排查覆盖率70%`", "| 排查覆盖率 | 70% |\n|---|---|\n| 甲 | 1 |", "排查覆盖率第3名。", "形势严峻的外省，排查覆盖率70%。",
    "如果排查覆盖率70%，就再走一遍。",
  ])
  func passesOverWhatItCannotBeSureOf(_ text: String) throws {
    #expect(try site.check(text).map(\.brief) == [])
  }

  @Test func asksForTheSourceThatIsMissing() throws {
    #expect(
      try site.check("排查覆盖率70%〔来源：〕").map { $0.rule.id } == [
        "linting.figure-contradicts", "linting.source-empty",
      ])
  }

  @Test(arguments: [
    ("排查覆盖率下降。", "1:6"), ("排查覆盖率比昨日下降。", "1:9"), ("排查覆盖率95%〔来源：报道〕。排查覆盖率继续减少。", "1:24"),
    ("排查覆盖率从2019年12月30日的{{排查覆盖率 @临江街道 2019-12-30}}降到{{排查覆盖率}}。", "1:45"),
    ("较2019年12月30日的{{排查覆盖率 @临江街道 2019-12-30}}有所回落。", "1:42"),
  ])
  func findsAWordThatContradictsTheDirection(_ text: String, _ place: String) throws {
    #expect(try site.check(text).map(\.brief) == ["direction-contradicts " + place])
  }

  @Test func readsTheDirectionOfAClauseThatFollows() throws {
    let found = try site.check("排查覆盖率{{排查覆盖率}}，比昨日下降1个百分点。").map(\.brief)
    #expect(found == ["direction-contradicts 1:19"])
  }

  @Test(arguments: [
    "排查覆盖率上升。", "排查覆盖率比昨日上升。", "提高排查覆盖率。", "避免排查覆盖率下降。", "排查覆盖率不再下降。", "排查覆盖率低的社区减少。", "外省排查覆盖率下降。",
    "排查覆盖率同比下降。", "排查覆盖率可能下降。",
  ])
  func leavesOtherWordsOfDirectionAlone(_ text: String) throws {
    #expect(try site.check(text).map(\.brief) == [])
  }

  /// Long runs of what the audit looks ahead for: the work must grow with the text, not with its square.
  @Test(arguments: ["排查覆盖率", "{{排查覆盖率}}", "（来源：", "92%的", "排查覆盖率92%", "一", "百分之", "1月"])
  func readsHostileTexts(_ piece: String) throws {
    _ = try site.check(String(repeating: piece, count: 60_000 / piece.utf8.count))
  }
}
