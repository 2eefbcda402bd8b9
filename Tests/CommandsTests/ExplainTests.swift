import Foundation
import Testing

@Suite struct ExplainTests {
  @Test func saysWhereAFigureComesFrom() throws {
    let site = try StarterSite()
    let outcome = try site.run("explain", "排查覆盖率")
    #expect(outcome.status == 0)
    for text in [
      "排查覆盖率（screening_coverage）｜示例街道｜2020年2月14日：95.5%", "3514", "3680", "已报 3/3",
      "\(StarterSite.data) 第 5-7 行", "东风社区：1144 / 1200",
    ] {
      #expect(outcome.output.contains(text), "\(outcome.output)")
    }
  }

  @Test func answersForAPlaceAndADay() throws {
    let site = try StarterSite()
    let outcome = try site.run("explain", "覆盖率", "--region", "西苑", "--date", "2020-02-13")
    #expect(outcome.output.contains("91.8%"))
    #expect(outcome.output.contains("\(StarterSite.data) 第 3 行"))
  }

  @Test func answersAsJSON() throws {
    let site = try StarterSite()
    let outcome = try site.run("explain", "screening_coverage", "--format", "json")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(answer["indicator"] as? String == "screening_coverage")
    #expect(answer["printed"] as? String == "95.5%")
    #expect(answer["numerator"] as? String == "3514")
    #expect(answer["denominator"] as? String == "3680")
    let parts = try #require(answer["parts"] as? [[String: Any]])
    #expect(parts.count == 2)
    let rows = try #require(parts[0]["rows"] as? [[String: Any]])
    #expect(rows[0]["ranges"] as? [[Int]] == [[5, 7]])
    #expect((answer["units"] as? [Any])?.count == 3)
  }

  @Test func namesTheNearestIndicatorAndPlace() throws {
    let site = try StarterSite()
    let indicator = try site.run("explain", "排查覆盖律")
    #expect(indicator.status == 1)
    #expect(indicator.errors.contains("最接近：排查覆盖率"))
    let place = try site.run("explain", "排查覆盖率", "--region", "南胡社区")
    #expect(place.status == 1)
    #expect(place.errors.contains("最接近：南湖社区"))
  }

  @Test func saysThatADayHasNoData() throws {
    let site = try StarterSite()
    let outcome = try site.run("explain", "排查覆盖率", "--date", "2020-02-12")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("未报"))
    let later = try site.run("explain", "排查覆盖率", "--date", "2020-03-01")
    #expect(later.status == 1)
    #expect(PrintedFindings.read(later.errors) == ["jianbao explain pages.figure-after-as-of"])
  }
}
