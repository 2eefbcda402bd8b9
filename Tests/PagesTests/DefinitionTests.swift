import Common
import Reading
import Testing

@testable import Pages

/// The site of `Tests/Sites/periods`: until 2 February a rate is of those registered, from the 3rd of those that applied.
@Suite struct DefinitionTests {
  @Test func theLineBreaksWhereTheDefinitionChanges() throws {
    let site = try SampleSite(site: "periods")
    guard
      case .charts(_, _, _, let charts, _) = try site.block(
        "chart", "{indicators: [核查率, 在册核查率]}", of: "临江街道")
    else { return #expect(Bool(false)) }
    let chart = try #require(charts.first)
    let change = try #require(CivilDate(iso: "2020-02-03"))
    #expect(chart.series[0].breaks == [TrendView.Break(day: change, label: "口径调整", isCut: true)])
    #expect(chart.series[1].breaks.isEmpty)
    #expect(chart.remark == "核查率2月3日起口径调整：分母由在册改为申请。")
    #expect(chart.table.note == chart.remark)
  }

  @Test func showsNoChangeOnTheDayOfTheNewDefinition() throws {
    let site = try SampleSite(site: "periods")
    guard
      case .figures(_, _, _, let cards, _) = try site.block(
        "figures", "{indicators: [核查率, 走访]}", of: "临江街道", on: "2020-02-03"),
      case .table(let table) = try site.block(
        "table", "{indicators: [核查率, 在册核查率]}", of: "临江街道", on: "2020-02-03"),
      case .ranking(let ranking) = try site.block(
        "ranking", "{indicator: 核查率}", of: "临江街道", on: "2020-02-03"),
      case .summary(_, let sentences) = try site.block(
        "summary", "{indicators: [核查率]}", of: "临江街道", on: "2020-02-03")
    else { return #expect(Bool(false)) }
    #expect(cards.map(\.change?.words) == ["口径调整", "减少8户"])
    #expect(cards[0].comparison == nil)
    #expect(table.rows.map { $0.cells[2].text } == ["口径调整", "+2.0"])
    #expect(table.note.hasPrefix("核查率2月3日起口径调整"))
    #expect(ranking.rows.allSatisfy { $0.change == "口径调整" })
    #expect(ranking.partsTitle == "核查/申请")
    #expect(sentences.last?.text == "核查率45.9%，口径当日调整，不与前一日比。")
    #expect(try site.inline("核查率|较昨日", on: "2020-02-03").text == "口径调整")
    #expect(try site.inline("核查率|7日均").text == "口径调整")
    #expect(try site.inline("核查率|较昨日", on: "2020-02-04").text.hasPrefix("上升"))
  }

  @Test func anEarlierBulletinHasItsOwnDefinition() throws {
    let site = try SampleSite(site: "periods")
    guard
      case .ranking(let ranking) = try site.block(
        "ranking", "{indicator: 核查率}", of: "临江街道", on: "2020-02-01")
    else { return #expect(Bool(false)) }
    #expect(ranking.partsTitle == "核查/在册")
  }

  @Test(arguments: ["zh-Hans", "en"])
  func listsTheDefinitionsByPeriod(_ language: String) throws {
    let site = try SampleSite(language, site: "periods")
    let periods = try site.page().definitionPeriods(site.indicator("checked_rate"))
    #expect(periods.map(\.definition) == ["核查家数除以在册家数。", "核查家数除以申请家数。"])
    #expect(periods.map(\.note) == ["分母由在册改为申请", ""])
    if language == "en" {
      #expect(periods.map(\.days) == ["until 2 February 2020", "since 3 February 2020"])
    } else {
      #expect(periods.map(\.days) == ["至2020年2月2日", "2020年2月3日起"])
      #expect(periods.map(\.formula) == ["核查（合计） ÷ 在册（合计）", "核查（合计） ÷ 申请（合计）"])
    }
    #expect(try site.page().definitionPeriods(site.indicator("visits")).isEmpty)
    // Before the day nobody knows of it.
    let earlier = try SampleSite(language, asOf: "2020-02-01", site: "periods")
    let page = try earlier.page()
    #expect(try page.definitionPeriods(earlier.indicator("checked_rate")).isEmpty)
    #expect(try page.definition(earlier.indicator("checked_rate")).definition == "核查家数除以在册家数。")
  }

  @Test func whatStandsOnAChangedIndicatorSaysSo() throws {
    let site = try SampleSite(site: "periods")
    let periods = try site.page().definitionPeriods(site.indicator("每户服务"))
    #expect(periods.map(\.note) == ["服务口径调整", ""])
  }

  @Test func showsDefinitionsSideBySideAndSaysHowTheyDiffer() throws {
    let site = try SampleSite(site: "periods")
    guard case .table(let table) = try site.block("table", "{rows: 口径, indicators: [核查率]}"),
      case .figures(_, _, _, let cards, _) = try site.block("figures", "{indicators: [核查率]}")
    else { return #expect(Bool(false)) }
    #expect(table.rows.map(\.header.text) == ["核查率，%", "在册核查率，%"])
    #expect(
      table.rows.map { $0.cells.map(\.text) } == [["53.5", "—", "61/114"], ["30.5", "−23.0", "61/200"]])
    #expect(table.columns[2].title == "与核查率相差，个百分点")
    #expect(table.note.hasPrefix("核查率：核查（合计） ÷ 申请（合计）。在册核查率低23.0个百分点：核查（合计） ÷ 在册（合计）。"))
    #expect(cards[0].lines.map(\.label).contains("在册核查率"))
    // The other's own page has it too, though only this one names it.
    let other = try #require(try site.page().besideTable(of: site.indicator("在册核查率")))
    #expect(other.rows.map(\.header.text) == ["在册核查率，%", "核查率，%"])
    #expect(try site.page().besideTable(of: site.indicator("走访")) == nil)
  }
}
