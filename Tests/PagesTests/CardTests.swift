import Common
import Reading
import Testing

@testable import Pages

/// Key figures: what stands on a card.
@Suite struct CardTests {
  func cards(_ indicators: String, of place: String = "临江街道", on day: String) throws -> [CardView] {
    let block = try SampleSite().block("figures", "indicators: [\(indicators)]", of: place, on: day)
    if case .figures(_, _, _, let cards, _) = block { return cards }
    return []
  }

  func lines(_ card: CardView) -> [String] { card.lines.map { $0.label + ":" + $0.text } }

  @Test func showsValueChangeGoalPartsAndCompleteness() throws {
    let card = try #require(try cards("排查覆盖率", on: "2020-01-01").first)
    #expect(card.title == LinkText(text: "排查覆盖率", address: "indicators/coverage.html"))
    #expect(card.figure.text == "95.0%")
    // 95% is not below 95%: low, not bad.
    #expect(card.mark == Mark(kind: .warn, text: "偏低"))
    #expect(card.change?.words == "上升11.7个百分点")
    #expect(card.comparison == "昨日83.3%，同口径4个社区")
    #expect(
      lines(card) == [
        "目标:98%，差3.0个百分点", "已排查户数/应排查户数:3,420 / 3,600户", "报数:基于4/4个社区", "口径:怎么算",
      ])
    #expect(card.trend?.points.map(\.text) == ["79.2%", "83.3%", "95.0%"])
    #expect(card.trend?.endLabel == "95.0%")
  }

  @Test func belowTheThresholdThereIsNoColourAndNoVerdict() throws {
    let card = try #require(try cards("排查覆盖率", on: "2020-01-02").first)
    #expect(card.mark == Mark(kind: .prov, text: "暂定"))
    #expect(lines(card).first == "目标:98%")
    #expect(lines(card).contains("报数:基于3/4个社区"))
  }

  @Test func aUnitThatDidNotReportShowsItsStateOnceAndComparesWithNothing() throws {
    let card = try #require(try cards("排查覆盖率", of: "光明社区", on: "2020-01-02").first)
    #expect(card.figure == FigureText(number: "未报", unit: "", mark: Mark(kind: .miss, text: "未报")))
    #expect(card.change == nil)
    #expect(card.comparison == nil)
  }

  @Test func aGapIsAGapInTheTrend() throws {
    let card = try #require(try cards("排查覆盖率", of: "光明社区", on: "2020-01-05").first)
    let points = try #require(card.trend?.points)
    #expect(points.map(\.text) == ["50.0%", "60.0%", "90.0%", "未报", "未报", "100%", "100%"])
    #expect(points[3].value == nil)
    #expect(points[3].isMissing)
  }

  @Test func whatIsOnlyReportedSaysSo() throws {
    let card = try #require(try cards("来源公布的复工率", of: "桃源社区", on: "2020-01-05").first)
    #expect(card.figure.text == "70%")
    #expect(card.change == nil)
    #expect(lines(card) == ["来源:来源公布，未公布分母", "口径:怎么算"])
  }

  @Test func leavesOutWhatThePlaceHasNotOrHasNotYet() throws {
    #expect(try cards("排查覆盖率, 户数", of: "桃源社区", on: "2020-01-05").map(\.title.text) == ["户数"])
    #expect(try cards("排查覆盖率, 志愿者人数", on: "2019-12-31").map(\.title.text) == ["排查覆盖率"])
    #expect(try cards("排查覆盖率", of: "东风一区", on: "2020-01-05").isEmpty)
  }

  @Test func saysWhatWasCarriedForward() throws {
    let card = try #require(try cards("志愿者人数", on: "2020-01-02").first)
    #expect(lines(card).contains("报数:基于4/4个社区，其中1个沿用前日"))
  }
}
