import Common
import Reading
import Testing

@testable import Pages

@Suite struct RankingTests {
  func ranking(_ body: String, of place: String = "临江街道", on day: String) throws -> RankingView? {
    if case .ranking(let view) = try SampleSite().block("ranking", body, of: place, on: day) { return view }
    return nil
  }

  func brief(_ rows: [RankingView.Row]) -> [String] {
    rows.map { "\($0.position) \($0.place.text) \($0.value.number)" }
  }

  @Test func tiesShareARankAndTheWorstComesFirst() throws {
    let view = try #require(try ranking("indicator: 排查覆盖率", on: "2020-01-04"))
    #expect(brief(view.rows) == ["4 红星社区 99.9", "1 东风社区 100", "1 和平社区 100", "1 光明社区 100"])
    #expect(view.subtitle == "排查覆盖率，临江街道4个社区，2020年1月4日")
    let best = try #require(try ranking("indicator: 排查覆盖率\norder: best", on: "2020-01-01"))
    #expect(brief(best.rows) == ["1 和平社区 96.0", "2 东风社区 95.0", "2 红星社区 95.0", "4 光明社区 90.0"])
  }

  @Test func whoHasNotReportedStandsLastWithoutARank() throws {
    let view = try #require(try ranking("indicator: 排查覆盖率", on: "2020-01-02"))
    #expect(brief(view.rows).last == "— 光明社区 未报")
    #expect(view.rows.last?.mark?.text == "未报")
    #expect(view.rows.last?.share == nil)
    #expect(view.rows.last?.barText == "—")
  }

  @Test func foldsWhatIsOverTheNumberShown() throws {
    let view = try #require(try ranking("indicator: 排查覆盖率\nshow: 1", on: "2020-01-04"))
    #expect(view.rows.count == 1)
    #expect(view.folded.count == 3)
    #expect(view.table.rows.count == 4)
  }

  @Test func plotsWhatIsLeftToDoWithAMarkWhereTheGoalIs() throws {
    let view = try #require(try ranking("indicator: 排查覆盖率\nplot: remaining", on: "2020-01-01"))
    #expect(view.rows.map(\.barText) == ["10", "50", "100", "20"])
    #expect(view.barTitle == "尚余，户")
    #expect(view.rows.map(\.share) == [0.1, 0.5, 1, 0.2])
    // At 98% of 2,000 households 40 may remain, and the longest bar is 100.
    #expect(view.rows.map(\.targetShare) == [0.02, 0.2, 0.4, 0.1])
    #expect(view.rows.map(\.parts) == ["90/100", "950/1,000", "1,900/2,000", "480/500"])
    #expect(
      view.table.columns.map(\.title) == [
        "地点", "位次", "位次变化", "排查覆盖率，%", "尚余，户", "变化", "已排查户数，户", "应排查户数，户", "状态",
      ])
    #expect(
      view.table.rows[2].cells.map(\.text) == ["2", "升1", "95.0", "100", "+15.0", "1,900", "2,000", "偏低"])
    #expect(view.table.rows[2].cells.map(\.plain) == ["2", "1", "95", "100", "15", "1900", "2000", "偏低"])
  }

  @Test func listsOtherIndicatorsBeside() throws {
    let view = try #require(try ranking("indicator: 排查覆盖率\nalso: [志愿者人数]", on: "2020-01-04"))
    #expect(view.otherTitles.map(\.text) == ["志愿者人数，人"])
    #expect(view.rows.first?.others.map(\.text) == ["20多人"])
  }

  @Test func lessIsBetterWhereTheIndicatorSaysSo() throws {
    let view = try #require(try ranking("indicator: 未排查户数\norder: best", on: "2020-01-01"))
    #expect(brief(view.rows) == ["1 光明社区 10", "2 和平社区 20", "3 东风社区 50", "4 红星社区 100"])
  }

  @Test func aSinglePlaceIsNoRanking() throws {
    #expect(try ranking("indicator: 排查覆盖率", of: "东风社区", on: "2020-01-04") == nil)
    #expect(try ranking("indicator: 户数", of: "桃源社区", on: "2020-01-04") == nil)
  }
}
