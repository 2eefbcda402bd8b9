import Common
import Reading
import Testing

@testable import Pages

/// Who has not reported: 排查日报 is due by 16:00, 人员日报 by 17:00.
@Suite struct RemindersTests {
  private func view(
    _ body: String = "title: 催报", of place: String = "临江街道", on day: String?, _ language: String = "zh-Hans"
  )
    throws -> RemindersView?
  {
    let place = language == "en" ? "Riverside" : place
    if case .reminders(let view) = try SampleSite(language).block("reminders", body, of: place, on: day) {
      return view
    }
    return nil
  }

  private func rows(_ view: RemindersView) -> [[String]] {
    view.table.rows.map { [$0.header.text] + $0.cells.map(\.text) }
  }

  @Test func listsEachUnitWithWhatItOwes() throws {
    let view = try #require(try view(on: "2020-01-02"))
    #expect(view.table.columns.map(\.title) == ["单位", "报表", "状态", "最近一次", "已几天", "时限"])
    #expect(
      rows(view) == [
        ["光明社区", "排查日报", "未报", "1月1日", "1", "1月2日16:00"],
        ["光明社区", "人员日报", "未报，沿用1月1日", "1月1日", "1", "1月2日17:00"],
      ])
    #expect(view.table.rows.first?.header.address == "regions/5101/510104.html")
    #expect(
      view.table.rows.first?.cells.map(\.plain) == ["排查日报", "未报", "2020-01-01", "1", "2020-01-02 16:00"])
    #expect(view.table.rows.first?.cells[1].mark?.kind == .miss)
    #expect(
      view.items.map { $0.dataset + "：" + $0.summary } == [
        "排查日报：时限1月2日16:00，已报3/4个社区，未报1个", "人员日报：时限1月2日17:00，已报3/4个社区，未报1个，其中1个沿用前日",
      ])
    #expect(view.items.map(\.reported) == [3, 3] && view.complete == "已按时报齐：捐赠周报。" && view.rest == nil)
  }

  @Test func saysThatAllHaveReported() throws {
    let view = try #require(try view(on: "2020-01-05"))
    #expect(view.items.isEmpty && view.table.rows.isEmpty)
    #expect(view.complete == "已按时报齐：捐赠周报、排查日报、人员日报。")
  }

  @Test func putsTheLongestSilentFirst() throws {
    // 排查 began on 12-30, 人员 on 01-01; on 01-03 nobody sent anything.
    let view = try #require(try view("limit: 3", on: "2020-01-03"))
    #expect(
      rows(view).map { $0[0] + $0[1] + $0[4] }.prefix(4) == [
        "光明社区排查日报2", "光明社区人员日报2", "东风社区排查日报1", "东风社区人员日报1",
      ])
    #expect(view.head.rows.count == 3 && view.rest?.rows.count == 5 && view.table.rows.count == 8)
    #expect(view.foldTitle == "其余5项")
  }

  @Test func namesTheReportsOfAUnitOnItsOwnPage() throws {
    let view = try #require(try view(of: "光明社区", on: "2020-01-02"))
    #expect(view.table.columns.map(\.title) == ["报表", "状态", "最近一次", "已几天", "时限"])
    #expect(rows(view).map(\.first) == ["排查日报", "人员日报"])
    #expect(view.items.isEmpty)
    #expect(try self.view(of: "东风社区", on: "2020-01-02")?.complete == "已按时报齐：捐赠周报、排查日报、人员日报。")
    #expect(try self.view(of: "桃源社区", on: "2020-01-02") == nil)
  }

  @Test func speaksOfTheDatasetsThatAreNamed() throws {
    let view = try #require(try view("数据集: [人员日报]\n数量: 5", on: "2020-01-02"))
    #expect(view.items.map(\.dataset) == ["人员日报"] && view.shown == 5)
    // It began on 01-01.
    #expect(try self.view("datasets: [staff]", on: "2019-12-31") == nil)
  }

  @Test func speaksOfTheReportingDayWhereThePageHasNone() throws {
    #expect(try view(on: nil)?.complete == "已按时报齐：捐赠周报、排查日报、人员日报。")
  }

  @Test func speaksEnglish() throws {
    let view = try #require(try view(on: "2020-01-02", "en"))
    #expect(
      view.items.first?.summary == "due 2 January 16:00, 3 of 4 reported (community), 1 missing",
      "\(view.items.first?.summary ?? "")")
    #expect(
      rows(view).first == ["Bright", "Screening report", "not reported", "1 January", "1", "2 January 16:00"])
  }
}
