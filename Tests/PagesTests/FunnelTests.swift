import Common
import Testing

@testable import Pages

/// `chart` of `type: funnel`: steps, and what share of the steps before has come so far.
@Suite struct FunnelTests {
  private func funnel(_ steps: String, of place: String = "临江街道", on day: String? = nil) throws -> ChartView?
  {
    let body = "type: funnel\nindicators: [\(steps)]"
    if case .charts(_, _, _, let charts, _) = try SampleSite().block("chart", body, of: place, on: day) {
      return charts.first
    }
    return nil
  }

  @Test func saysEachStepAndItsShares() throws {
    let chart = try #require(try funnel("应排查户数, 已排查户数, 未排查户数", on: "2020-01-01"))
    #expect(chart.steps.map(\.label) == ["3,600户", "3,420户", "180户"])
    #expect(chart.steps.map(\.shares) == ["", "上一步的95.0%", "上一步的5.3%，第一步的5.0%"])
    #expect(chart.steps.map(\.value) == [3600, 3420, 180])
    #expect(chart.title == "应排查户数、已排查户数、未排查户数")
    #expect(chart.subtitle == "临江街道，2020年1月1日")
    #expect(
      chart.description
        == "临江街道，2020年1月1日：应排查户数3,600户；已排查户数3,420户，上一步的95.0%；未排查户数180户，上一步的5.3%，第一步的5.0%。")
    #expect(chart.note == "来源：各社区日报表。数据截至2020年1月1日18:00。")
  }

  @Test func itsTableHasTheSameNumbersInFull() throws {
    let table = try #require(try funnel("应排查户数, 已排查户数", on: "2020-01-04")).table
    #expect(table.columns.map(\.title) == ["步骤", "数值，户", "占上一步，%", "占第一步，%", "报数"])
    #expect(
      table.rows.map { $0.cells.map(\.text) } == [
        ["3,600", "", "", "基于4/4个社区"], ["3,599", "99.9", "99.9", "基于4/4个社区"],
      ])
    #expect(table.rows.map { $0.cells[1].plain } == ["", "99.972222"])
    #expect(table.rows[1].header.address == "indicators/done.html")
  }

  @Test func stepsOnTheSameIncompleteReportsSaySo() throws {
    let chart = try #require(try funnel("应排查户数, 已排查户数", on: "2020-01-02"))
    #expect(chart.steps.allSatisfy { $0.isProvisional })
    #expect(chart.steps.map(\.label) == ["3,500户 暂定", "3,360户 暂定"])
    #expect(chart.steps[1].shares == "上一步的96.0%")
    #expect(chart.note.hasPrefix("基于3/4个社区。"))
  }

  @Test func stepsOnDifferentReportsAreComparedOverThoseThatHaveBoth() throws {
    // 光明社区 has volunteers carried from the day before, which are no report of the day: 36 of 36, not of 44.
    let chart = try #require(try funnel("志愿者人数, 当日报来的志愿者", on: "2020-01-02"))
    #expect(chart.steps.map(\.label) == ["44人 暂定", "36人 暂定"])
    #expect(chart.steps[1].shares == "上一步的100%")
    #expect(
      chart.note.hasPrefix(
        "各步报数的社区不一样多（志愿者人数基于4/4个社区，其中1个沿用前日；当日报来的志愿者基于3/4个社区），占比只算两步都报了的社区。"
      ))
  }

  @Test func aSharePrintsAsNotExactWhereAStepIsNot() throws {
    let chart = try #require(try funnel("志愿者人数, 当日报来的志愿者", of: "红星社区", on: "2020-01-04"))
    #expect(chart.steps[1].label == "20多人")
    #expect(chart.steps[1].shares == "上一步的约100%")
  }

  @Test func showsTheLastDayThatEveryStepHas() throws {
    let chart = try #require(try funnel("应排查户数, 已排查户数", of: "光明社区"))
    #expect(chart.subtitle == "光明社区，2020年1月5日")
    #expect(chart.steps.map(\.label) == ["101户", "101户"])
    #expect(chart.steps[1].shares == "上一步的100%")
    #expect(chart.note == "来源：各社区日报表。数据截至2020年1月5日18:00。")
  }

  @Test func vanishesWhereFewerThanTwoStepsHaveAValue() throws {
    #expect(try funnel("应排查户数, 已排查户数", of: "桃源社区") == nil)
    #expect(try funnel("志愿者人数, 当日报来的志愿者", on: "2019-12-30") == nil)
  }
}
