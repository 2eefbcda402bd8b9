import Common
import Reading
import Tables
import Testing

@testable import Pages

@Suite struct TableTests {
  func table(
    _ body: String, of place: String = "临江街道", on day: String? = nil, in language: String = "zh-Hans"
  )
    throws -> TableView?
  {
    if case .table(let view) = try SampleSite(language).block("table", body, of: place, on: day) {
      return view
    }
    return nil
  }

  func texts(_ view: TableView?) -> [[String]] {
    (view?.rows ?? []).map { [$0.header.text] + $0.cells.map(\.text) }
  }

  func plain(_ view: TableView?) -> [[String]] {
    (view?.rows ?? []).map { $0.cells.map { $0.isNumber ? $0.plain : "'" + $0.plain } }
  }

  @Test func aDayOnWhichAWeeklyReportIsNotDueIsNoSilence() throws {
    let row = try table("indicators: [捐赠口罩]", on: "2020-01-01")?.rows.first
    #expect(row?.cells.map(\.text) == ["120", "—", "—", ""])
    #expect(row?.cells[1].mark == nil)
    // What is due daily was.
    #expect(try table("indicators: [志愿者人数]", of: "光明社区", on: "2020-01-01")?.rows.first?.cells[1].text == "未报")
  }

  @Test func setsTodayBesideYesterday() throws {
    let view = try table("indicators: [排查覆盖率, 未排查户数, 办结率]", on: "2020-01-02")
    #expect(view?.columns.map(\.title) == ["指标", "今日", "昨日", "变化", "判断"])
    #expect(view?.subtitle == "临江街道，2020年1月2日")
    #expect(
      texts(view) == [
        ["排查覆盖率，%", "96.0", "95.0", "+0.9", ""], ["未排查户数，户", "140", "180", "−30", ""],
        ["办结率，%", "未报", "无受理", "—", ""],
      ])
    #expect(view?.rows.map { $0.cells.last?.mark?.text } == ["暂定", "暂定", nil])
    #expect(
      plain(view) == [
        ["96", "95", "0.857143", "'暂定"], ["140", "180", "-30", "'暂定"], ["'未报", "'无受理", "'无可比数据", "'"],
      ])
  }

  @Test func listsChildren() throws {
    let view = try table("rows: children\nindicators: [排查覆盖率, 志愿者人数]", on: "2020-01-04")
    #expect(view?.columns.map(\.title) == ["地点", "排查覆盖率，%", "志愿者人数，人"])
    #expect(
      texts(view) == [
        ["东风社区", "100", "10"], ["红星社区", "99.9", "20多"], ["和平社区", "100", "5"], ["光明社区", "100", "8"],
      ])
    // What is not exact is no number for a spreadsheet.
    #expect(plain(view)[1] == ["99.95", "'20多"])
    #expect(view?.rows.first?.header.address == "regions/5101/510101.html")
  }

  @Test func listsDaysWithTheirGaps() throws {
    let view = try table("rows: days\ndays: 3\nindicators: [排查覆盖率]", of: "光明社区")
    #expect(texts(view) == [["1月3日", "未报"], ["1月4日", "100"], ["1月5日", "100"]])
    #expect(view?.rows.first?.cells.first?.mark?.kind == .miss)
  }

  @Test func printsTheRecordsOfAPlaceWithTheirUnits() throws {
    let view = try table("dataset: facts\nfields: [事项, 数值]", of: "桃源社区")
    #expect(texts(view) == [["户数", "6000多户"], ["复工率", "70%"], ["流动人口", "7.3万人左右"]])
    #expect(view?.note == "来源：公开报道。")
  }

  @Test func keepsTheUnitInASpreadsheetWhereNoColumnNamesIt() throws {
    #expect(
      plain(try table("dataset: facts\nfields: [事项, 数值]", of: "桃源社区")) == [
        ["'6000多户"], ["'70%"], ["'7.3万人左右"],
      ])
    #expect(
      plain(try table("dataset: facts\nfields: [事项, 数值, 单位]", of: "桃源社区")) == [
        ["'6000多", "'户"], ["70", "'%"], ["'7.3万左右", "'人"],
      ])
  }

  @Test func recordsSayWhatTheSourceWroteInsteadOfAValue() throws {
    let site = try SampleSite { tables in
      for index in tables.indices where tables[index].declaration.name == "facts" {
        guard case .numbers(var values, let scale) = tables[index].columns[3] else { continue }
        (values[0], values[1]) = (Column.missing, Column.missing)
        tables[index].columns[3] = .numbers(values, scale: scale)
        tables[index].approximations = [:]
        tables[index].labels = [3: [0: "不公布"]]
      }
    }
    guard
      case .table(let view) = try site.block("table", "dataset: facts\nfields: [事项, 数值]", of: "桃源社区", on: nil)
    else {
      Issue.record("no table")
      return
    }
    #expect(texts(view).prefix(2).map(\.last) == ["不公布", "未报"])
    #expect(view.rows[0].cells[0].mark?.kind == .na)
  }

  @Test func recordsWithoutFieldsLeaveOutWhatIsPersonal() throws {
    let view = try table("dataset: facts", of: "桃源社区")
    #expect(view?.columns.map(\.title) == ["起始日", "事项", "数值", "单位"])
    #expect(texts(view).joined().allSatisfy { !$0.contains("张三") })
  }

  @Test func vanishesWithoutData() throws {
    #expect(try table("dataset: facts\nfields: [事项, 数值]") == nil)
    #expect(try table("indicators: [排查覆盖率]", of: "桃源社区") == nil)
    #expect(try table("rows: children\nindicators: [排查覆盖率]", of: "光明社区") == nil)
    #expect(try table("indicators: [志愿者人数]", on: "2019-12-31") == nil)
  }

  @Test func namesItsSourcesAndTheDay() throws {
    #expect(try table("indicators: [排查覆盖率]")?.note == "来源：各社区日报表。数据截至2020年1月5日18:00。")
    let english = try table("indicators: [排查覆盖率]", in: "en")?.note
    #expect(english == "Source: 各社区日报表. Data as of 5 January 2020, 18:00.")
  }
}
