import Common
import Reading
import Statistics
import Testing

@testable import Pages

/// The site of `Tests/Sites/succession`: on 2020-01-03 one community changes its name, two are merged, one is split
/// and one moves to the next street.
@Suite struct SuccessionTests {
  private let sample: SampleSite

  init() throws {
    sample = try SampleSite(site: "succession")
  }

  private func page(_ code: String) throws -> PageView {
    try sample.plan().plan.view(at: "regions/\(code.prefix(4))/\(code).html")
  }

  private func said(_ view: PageView) -> [String] {
    view.succession.map { line in
      (line.isEnd ? "已撤并 " : "") + line.text + " "
        + line.places.map { $0.text + ($0.address.map { "→" + $0.suffix(11) } ?? "") }.joined(separator: "、")
    }
  }

  @Test func readsWithoutAFinding() {
    #expect(sample.findings.isEmpty)
  }

  @Test(
    arguments: [
      ("510102", ["已撤并 2020年1月3日撤并，此后是 红星社区→510112.html"]),
      ("510112", ["2020年1月3日以前的名称是 老红社区→510102.html"]),
      ("510103", ["已撤并 2020年1月3日撤并，此后是 和平社区→510113.html"]),
      ("510113", ["2020年1月3日由以下单位合并而成 和平一社区→510103.html、和平二社区→510104.html"]),
      ("510105", ["已撤并 2020年1月3日撤并，此后是 大院南社区→510115.html、大院北社区→510116.html"]),
      ("510116", ["2020年1月3日拆分设立，以前属于 大院社区→510105.html"]),
      ("510106", ["2020年1月3日以前属临江街道 "]),
      ("510101", []),
    ] as [(String, [String])])
  func leadsFromOldUnitsToNewOnesAndBack(code: String, lines: [String]) throws {
    #expect(said(try page(code)) == lines)
  }

  @Test func tellsNothingBeforeTheDay() throws {
    let early = try SampleSite(asOf: "2020-01-02", site: "succession")
    let plan = try early.plan().plan
    #expect(try plan.view(at: "regions/5101/510103.html").succession.isEmpty)
    #expect(
      try plan.view(at: "regions/5101/510113.html").succession.map(\.text) == ["2020年1月3日起设立，现在还没有数据"])
    #expect(
      try plan.view(at: "regions/5101.html".replacing("5101.html", with: "5101/5101.html")).children.count
        == 6)
    #expect(try plan.view(at: "regions/index.html").formerPlaces.isEmpty)
    // The page of a code that stands twice is that of the day.
    #expect(try plan.view(at: "regions/5101/510106.html").crumbs.map(\.text) == ["河口市", "临江街道"])
  }

  @Test func leavesEndedUnitsOutOfListsAndKeepsTheirPages() throws {
    let plan = try sample.plan().plan
    let street = try page("5101")
    #expect(street.children.map(\.text) == ["东风社区", "红星社区", "和平社区", "大院南社区", "大院北社区"])
    let places = try plan.view(at: "regions/index.html")
    #expect(!places.places.contains { $0.link.text == "老红社区" || $0.link.text == "大院社区" })
    #expect(places.places.filter { $0.link.text == "桥头社区" }.count == 1)
    #expect(
      places.formerPlaces.map { $0.subject?.text } == ["老红社区", "和平一社区", "和平二社区", "大院社区"])
    #expect(places.formerPlaces.first?.places.map(\.text) == ["红星社区"])
    for address in ["510102", "510103", "510105"] {
      #expect(plan.pages.contains { $0.address == "regions/5101/\(address).html" })
    }
    #expect(plan.pages.filter { $0.address == "regions/5101/510106.html" }.count == 1)
    #expect(try page("510106").crumbs.map(\.text) == ["河口市", "临湖街道"])
  }

  @Test func showsAnEndedUnitOnItsLastDay() throws {
    let view = try page("510103")
    #expect(view.asOfText == "数据截至2020年1月2日18:00")
    #expect(try cards(view).map { $0.figure.text } == ["70.7%", "300户", "7.6天"])
  }

  private func cards(_ view: PageView) throws -> [CardView] {
    for case .block(.figures(_, _, _, let cards, _), _) in view.body { return cards }
    throw SampleSite.Missing(name: "figures")
  }

  private func table(_ view: PageView, _ title: String) throws -> TableView {
    try #require(view.tables.first { $0.title == title })
  }

  private func rows(_ table: TableView, column: Int = 0) -> [String] {
    table.rows.map { row in
      let cell = row.cells[column]
      let mark = cell.mark.map { $0.text == cell.text ? "" : " " + $0.text } ?? ""
      return row.header.text + " " + cell.text + mark
    }
  }

  @Test func continuesASeriesOverARename() throws {
    let table = try table(page("510112"), "逐日")
    #expect(rows(table).prefix(3) == ["1月1日 500", "1月2日 500", "1月3日 510"])
    #expect(table.note.hasPrefix("2020年1月3日以前名称是老红社区，数据接续。"))
  }

  @Test func marksTheSumOfMergedUnits() throws {
    let table = try table(page("510113"), "逐日")
    #expect(rows(table).prefix(3) == ["1月1日 700 合并", "1月2日 700 合并", "1月3日 710"])
    // The largest of two is no largest of one.
    #expect(rows(table, column: 2).prefix(3) == ["1月1日 不适用", "1月2日 不适用", "1月3日 710"])
    #expect(table.note.hasPrefix("2020年1月3日以前是和平一社区、和平二社区之和，按现行区划合并。"))
    // As CSV a merged number is a number.
    #expect(table.rows[0].cells[0].plain == "700" && table.rows[0].cells[0].isNumber)
  }

  @Test func breaksTheSeriesOfAPart() throws {
    let table = try table(page("510115"), "逐日")
    #expect(rows(table).prefix(3) == ["1月1日 不适用", "1月2日 不适用", "1月3日 400"])
    #expect(table.note.hasPrefix("2020年1月3日由大院社区拆分设立，此前没有单独统计。"))
  }

  @Test func tellsAboveWhatWasRegrouped() throws {
    let street = try table(page("5101"), "逐日")
    #expect(street.note.hasPrefix("1月3日至1月3日有4处区划调整，前后变化按同口径合并比较。"))
    let other = try table(page("5102"), "逐日")
    #expect(other.note.hasPrefix("1月3日区划调整：桥头社区划入临湖街道；前后变化按同口径合并比较。"))
    #expect(!(try table(page("510101"), "逐日").note.contains("区划")))
  }

  private func charts(_ view: PageView) throws -> [ChartView] {
    for case .block(.charts(_, _, _, let charts, _), _) in view.body { return charts }
    throw SampleSite.Missing(name: "charts")
  }

  @Test func marksTheDayInAChart() throws {
    let merged = try charts(page("510113"))[0]
    #expect(merged.series[0].breaks.map(\.day.description) == ["2020-01-03"])
    #expect(merged.series[0].breaks.map(\.isCut) == [false])
    #expect(merged.series[0].points.map(\.isMerged) == [true, true, false, false, false])
    #expect(merged.remark.hasSuffix("按现行区划合并。"))
    #expect(try charts(page("510112"))[0].series[0].breaks.isEmpty)
    #expect(try charts(page("510115"))[0].series[0].points.count == 3)
  }

  @Test func comparesOverTheDayOnTheSameBasis() throws {
    let city = try sample.page(of: "河口市", on: "2020-01-03")
    let due = try sample.indicator("应排查户数")
    let change = city.change(due, city.region)
    // 湖东 was silent the day before; 1000 500 300 400 900 200 → 1000 510 710 905 205.
    #expect(change.words == "增加30户")
    #expect(change.isRegrouped)
    #expect(change.units == 6)
    #expect(city.comparison(change, due, city.region) == "昨日3,300户，同口径6个社区，撤并的合并比较")
    #expect(city.summary([due], city.region).last?.text.contains("增加30户（同口径6个社区，撤并的合并比较）") == true)
    let street = try sample.page(of: "临江街道", on: "2020-01-03")
    // 桥头 left it: 1000 500 700 900 → 1000 510 710 905.
    #expect(street.change(due, street.region).words == "增加25户")
    let merged = try sample.page(of: "和平社区", on: "2020-01-03")
    #expect(
      merged.comparison(merged.change(due, merged.region), due, merged.region) == "昨日700户，按现行区划合并")
  }

  @Test func saysInProseWhatWasAddedUp() throws {
    let merged = try sample.inline("应排查户数 @和平社区 2020-01-02")
    #expect(merged.text == "700户")
    #expect(merged.note.hasSuffix("按现行区划合并"))
    #expect(try sample.inline("应排查户数 @大院社区").text == "900户")
    #expect(try sample.inline("应排查户数 @红星社区 2020-01-02").text == "500户")
    #expect(try sample.inline("应排查户数 @大院南社区 2020-01-02").text == "未报")
  }

  @Test func ranksOnlyUnitsOfTheDay() throws {
    func names(_ day: String) throws -> Set<String> {
      guard
        case .ranking(let view) = try sample.block(
          "ranking", "indicator: 排查覆盖率\nlevel: community\nshow: 20", of: "临江街道", on: day)
      else { return [] }
      return Set(view.rows.map(\.place.text))
    }
    #expect(try names("2020-01-02") == ["东风社区", "老红社区", "和平一社区", "和平二社区", "大院社区", "桥头社区"])
    #expect(try names("2020-01-03") == ["东风社区", "红星社区", "和平社区", "大院南社区", "大院北社区"])
    #expect(try sample.inline("排查覆盖率|排名", of: "和平社区", on: "2020-01-03").text.contains("5"))
  }

  @Test func carriesTheReportOfARenamedUnitOnly() throws {
    let volunteers = try sample.indicator("志愿者人数")
    let day = try #require(CivilDate(iso: "2020-01-03"))
    let cube = sample.context.cube
    let renamed = cube.figure(volunteers, try sample.region("红星社区"), day)
    #expect(renamed.value == Rational(7) && renamed.carried == 1)
    #expect(cube.figure(volunteers, try sample.region("和平社区"), day).value == nil)
    #expect(cube.missingUnits(0, try sample.region("临江街道"), day).isEmpty)
    let staff = try #require(sample.context.datasets.firstIndex { $0.name == "staff" })
    #expect(
      cube.missingUnits(staff, try sample.region("临江街道"), day).map { sample.context.tree[$0].name }
        == ["红星社区", "和平社区"])
  }

  @Test func speaksEnglishToo() throws {
    let english = try SampleSite("en", site: "succession")
    let page = PageContext(
      site: english.context, region: try english.region("510113"), day: nil, address: Addresses.home)
    #expect(page.succession.map(\.text) == ["merged on 3 January 2020 from"])
  }
}
