import Common
import Reading
import Statistics
import Testing

@testable import Pages

/// Weeks, months, the week before and changes of rank, on the site of `Tests/Sites/periods`: three communities from Monday
/// 27 January to Friday 7 February; 西苑社区 is silent on the 31st.
@Suite struct PeriodTests {
  private func table(
    _ body: String, of place: String = "临江街道", on day: String? = nil, language: String = "zh-Hans"
  ) throws -> TableView {
    guard
      case .table(let view) = try SampleSite(language, site: "periods").block(
        "table", body, of: place, on: day)
    else { throw SampleSite.Missing(name: body) }
    return view
  }

  private func texts(_ view: TableView) -> [[String]] {
    view.rows.map { [$0.header.text] + $0.cells.map(\.text) }
  }

  @Test func aWeekAddsFlowsTakesTheLastStockAndPoolsRatios() throws {
    let view = try table("{rows: weeks, indicators: [走访, 核查率, 服务, 走访比核查, 日均走访]}")
    #expect(
      texts(view) == [
        ["1月27日—2月2日", "119", "20.5", "197", "0.6", "17.0", "7/7"],
        ["2月3日—9日", "108", "53.5", "108", "0.4", "21.6", "5/7"],
      ])
    #expect(view.columns.map(\.title).last == "已报天数")
    #expect(view.rows[0].cells.allSatisfy { $0.mark == nil })
    #expect(view.rows[1].cells.map { $0.mark?.text } == Array(repeating: "5/7天", count: 5) + ["不满"])
    #expect(view.rows[1].cells.map(\.plain).last == "5/7不满")
    #expect(view.note.contains("核查率2月3日起口径调整"))
  }

  @Test func aMonthAcrossAChangeOfDefinitionHasNoSum() throws {
    let view = try table("{行: 月, 指标: [走访, 核查率, 服务]}")
    #expect(
      texts(view) == [
        // On the 31st two of three had reported, which is not enough.
        ["2020年1月", "81", "14.5", "119", "5/31"], ["2020年2月", "146", "53.5", "口径调整", "7/29"],
      ])
    #expect(try texts(table("{rows: months, periods: 1, indicators: [走访]}")).map(\.[0]) == ["2020年2月"])
  }

  @Test func aBulletinKnowsTheWeekUpToItsDay() throws {
    let view = try table("{rows: weeks, indicators: [走访]}", on: "2020-02-05")
    #expect(texts(view).last == ["2月3日—9日", "60", "3/7"])
    let unit = try table("{rows: weeks, indicators: [走访]}", of: "西苑社区")
    #expect(texts(unit).first == ["1月27日—2月2日", "6", "6/7"])
  }

  @Test(arguments: [
    ("走访|本周", "2020-02-05", "60户", "2月3日—2月5日"), ("走访|本月", "2020-02-05", "98户", "2月1日—2月5日"),
    ("走访|本周 ", "2020-02-02", "119户", "1月27日—2月2日"),
    ("走访 @西苑社区|本周", "2020-01-31", "4户", "1月27日—1月31日，已报4/5天"),
    ("服务|本月", "2020-02-05", "口径调整", "2月1日—2月5日"), ("走访|较上周", "2020-02-05", "减少2户", "2月5日"),
    ("核查率|较上周", "2020-02-07", "口径调整", "61 / 114家，2月7日"),
    ("走访|7日均", "2020-02-02", "16户", "2月2日，已报6/7天"),
    ("走访 @东风社区|排名变化", "2020-02-01", "上升1位", "2月1日"),
    ("走访 @南湖社区|排名变化", "2020-02-01", "下降1位", "2月1日"),
    ("走访 @西苑社区|排名变化", "2020-02-01", "新", "2月1日"),
    ("走访 @西苑社区|排名变化", "2020-02-05", "位次不变", "2月5日"),
    ("走访 @西苑社区|排名变化", "2020-01-27", "无可比数据", "1月27日"),
    ("核查率 @西苑社区|排名变化", "2020-02-03", "口径调整", "9 / 17家，2月3日"),
  ])
  func proseHasTransforms(_ figure: String, _ day: String, _ text: String, _ detail: String) throws {
    let view = try SampleSite(site: "periods").inline(figure, on: day)
    #expect(view.text == text)
    #expect(view.detail == detail || view.detail.hasSuffix(detail))
  }

  @Test(arguments: [
    ("走访|week", "60 households"), ("走访|month", "98 households"),
    ("走访|week change", "down by 2 households"),
    ("走访 @南湖社区|rank change", "same rank"),
  ])
  func englishHasThemToo(_ figure: String, _ text: String) throws {
    let found = try SampleSite("en", site: "periods").inline(figure, on: "2020-02-05").text
    #expect(found.filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func cardsHaveTransformsAndTheWeekBefore() throws {
    guard
      case .figures(_, _, _, let cards, let table) = try SampleSite(site: "periods").block(
        "figures", "{indicators: [走访, 走访|本周, 走访|较上周], compare: [day, week]}", on: "2020-02-05")
    else { return #expect(Bool(false)) }
    #expect(cards.map(\.title.text) == ["走访", "走访（本周）", "走访（较上周）"])
    #expect(cards.map(\.figure.text) == ["18户", "60户", "减少2户"])
    #expect(cards[0].lines.contains { $0.label == "较上周" && $0.text == "减少2户" })
    #expect(cards[1].lines.first.map { [$0.label, $0.text] } == ["日期", "2月3日—2月5日"])
    #expect(table?.columns.count == 2)
  }

  @Test func aTableSetsTheDayBesideTheWeekBefore() throws {
    let view = try table("{indicators: [走访], compare: [day, week]}", on: "2020-02-05")
    #expect(view.columns.map(\.title) == ["指标", "今日", "昨日", "变化", "上周同日", "较上周", "判断"])
    #expect(view.rows[0].cells.map(\.text) == ["18", "26", "−8", "20", "−2", ""])
    let week = try table("{indicators: [走访], compare: week}", on: "2020-02-05")
    #expect(week.columns.map(\.title) == ["指标", "今日", "上周同日", "较上周", "判断"])
    #expect(try table("{indicators: [走访]}", on: "2020-02-05").columns.count == 5)
  }

  @Test func aRankingShowsHowEachHasMoved() throws {
    guard
      case .ranking(let view) = try SampleSite(site: "periods").block(
        "ranking", "{indicator: 走访, order: best}", on: "2020-02-01")
    else { return #expect(Bool(false)) }
    #expect(
      view.rows.map { "\($0.position) \($0.place.text) \($0.move)" } == [
        "1 东风社区 升1", "2 南湖社区 降1", "3 西苑社区 新",
      ])
    #expect(view.table.columns[2].title == "位次变化")
    #expect(view.table.rows.map { $0.cells[1].plain } == ["1", "-1", "新"])
  }

  @Test func namesWhatCannotBeMadeOfAFigure() throws {
    let site = try SampleSite(site: "periods")
    let found = site.resolve("```figures\n{indicators: [走访|本週], compare: [year]}\n```\n").findings
    #expect(Set(found.map(\.rule.id)) == ["pages.unknown-transform", "yaml.not-a-choice"])
  }
}
