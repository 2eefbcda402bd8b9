import Common
import Reading
import Testing

@testable import Pages

@Suite struct ChartViewTests {
  func charts(_ body: String, of place: String = "临江街道", on day: String? = nil) throws -> [ChartView] {
    if case .charts(_, _, _, let charts, _) = try SampleSite().block("chart", body, of: place, on: day) {
      return charts
    }
    return []
  }

  @Test func startsWithTheFirstReportAndKeepsGaps() throws {
    let chart = try #require(try charts("indicators: [志愿者人数]", of: "光明社区").first)
    let series = try #require(chart.series.first)
    #expect(
      series.points.map(\.day.description) == [
        "2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04", "2020-01-05",
      ])
    #expect(chart.subtitle == "志愿者人数，人，光明社区，1月1日—1月5日")
    #expect(chart.table.rows.count == 5)
  }

  @Test func aBulletinsChartEndsOnItsDay() throws {
    let chart = try #require(try charts("indicators: [排查覆盖率]", on: "2020-01-01").first)
    #expect(chart.series.first?.points.last?.day == CivilDate(iso: "2020-01-01"))
    #expect(chart.note == "来源：各社区日报表。数据截至2020年1月1日18:00。")
  }

  @Test func showsTheLastDaysOnly() throws {
    let chart = try #require(try charts("indicators: [排查覆盖率]\ndays: 2").first)
    #expect(chart.series.first?.points.map(\.text) == ["99.9%", "99.9%"])
  }

  @Test func setsTheParentBehindAsAGreyLine() throws {
    let chart = try #require(try charts("indicators: [排查覆盖率]\ncompare: parent", of: "东风社区").first)
    #expect(chart.backdrop.map(\.name) == ["临江街道"])
    #expect(try charts("indicators: [排查覆盖率]\ncompare: parent").first?.backdrop.isEmpty == true)
  }

  @Test func smallChartsAreNamedByTheirIndicators() throws {
    let charts = try charts("type: multiples\nindicators: [排查覆盖率, 志愿者人数]")
    #expect(charts.map(\.id) == ["chart-coverage", "chart-volunteers"])
    #expect(charts.map(\.table.id) == ["chart-coverage", "chart-volunteers"])
  }

  @Test func vanishesWithoutData() throws {
    #expect(try charts("indicators: [排查覆盖率]", of: "桃源社区").isEmpty)
  }
}
