import Common
import Reading
import Testing

@testable import Pages

/// Who has not reported, what is provisional, what was put right.
@Suite struct NotesTests {
  func notes(_ show: String = "", of place: String = "临江街道", on day: String?) throws -> NotesView? {
    let block = try SampleSite().block(
      "notes", show.isEmpty ? "title: 说明" : "show: [\(show)]", of: place, on: day)
    if case .notes(let view) = block { return view }
    return nil
  }

  @Test func listsWhoHasNotReportedWhatByName() throws {
    let view = try #require(try notes(on: "2020-01-02"))
    #expect(view.late.map(\.dataset) == ["热线日报", "排查日报", "人员日报"])
    #expect(view.late.map { $0.missing.map(\.text) }[1...] == [["光明社区"], ["光明社区"]])
    #expect(view.late[1].summary == "排查日报：已报3/4，未报1个社区")
    #expect(view.late[1].missing.first?.address == "regions/5101/510104.html")
    #expect(view.late[0].missing.count == 4)
    #expect(view.complete == "")
  }

  @Test func namesTheProvisionalFiguresOfThePlace() throws {
    let view = try #require(try notes("provisional, missing", on: "2020-01-02"))
    #expect(view.provisional.count == 1)
    #expect(view.provisional.first?.contains("排查覆盖率") == true)
    #expect(view.provisional.first?.contains("口罩可用天数") == false)
  }

  @Test func namesThemWithoutTheListOfTheMissing() throws {
    let view = try #require(try notes("provisional", on: "2020-01-02"))
    #expect(view.late.isEmpty && view.complete == "")
    #expect(view.provisional.first?.contains("排查覆盖率") == true)
  }

  @Test func saysThatAllHaveReported() throws {
    let view = try #require(try notes("missing", on: "2020-01-05"))
    #expect(view.late.isEmpty)
    #expect(view.complete == "应报的都已报。")
  }

  @Test func asksForAWeeklyReportOnItsDayOnly() throws {
    // 2020-01-01 is a Wednesday, on which 捐赠周报 is due and sent; on the days after nobody is asked for it.
    for day in ["2020-01-01", "2020-01-02", "2020-01-04"] {
      #expect(try notes("missing", on: day)?.late.contains { $0.dataset == "捐赠周报" } == false)
    }
    #expect(try notes("missing", on: "2020-01-08")?.late.map(\.dataset).contains("捐赠周报") == true)
  }

  @Test func asksForNothingBeforeADatasetsFirstDay() throws {
    let view = try #require(try notes("missing", on: "2019-12-31"))
    #expect(view.late.isEmpty)
  }

  @Test func tellsACorrectionOnItsOwnDayAndOnTheDayItCorrects() throws {
    #expect(try notes("revised", on: "2020-01-02")?.corrections.map(\.subject) == ["和平社区 1月1日 排查日报 已排查户数"])
    let view = try #require(try notes("revised", on: "2020-01-01"))
    #expect(
      view.corrections.map { [$0.old, $0.new, $0.reason, $0.byline] } == [
        ["470", "480", "漏计一栋楼", "数据组，2020年1月2日"]
      ])
    #expect(try notes("revised", on: "2020-01-04") == nil)
    #expect(try notes("revised", on: nil)?.corrections.count == 1)
    #expect(try notes("revised", of: "东风社区", on: nil) == nil)
  }

  @Test func knowsNothingOfLaterCorrections() throws {
    let site = try SampleSite(asOf: "2020-01-01")
    guard case .nothing = try site.block("notes", "show: [revised]", on: "2020-01-01") else {
      Issue.record("a correction of tomorrow")
      return
    }
  }

  @Test func vanishesWherePlaceAndDayHaveNothingToSay() throws {
    #expect(try notes(of: "桃源社区", on: nil) == nil)
  }
}
