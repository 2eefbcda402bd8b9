import Common
import Reading
import Testing

@testable import Pages

@Suite struct SitePlanTests {
  @Test func everyReportingDayHasABulletinAndNoOther() throws {
    let plan = try SampleSite().plan().plan
    #expect(
      plan.pages.filter { $0.address.hasPrefix("bulletins/2") }.map(\.address)
        == [
          "2019-12-30", "2019-12-31", "2020-01-01", "2020-01-02", "2020-01-04", "2020-01-05",
        ].map { "bulletins/\($0).html" })
  }

  @Test func numbersRestartEachYear() throws {
    let context = try SampleSite().context
    #expect(context.bulletinDays.map { context.issueNumber(of: $0) } == [1, 2, 1, 2, 3, 4])
  }

  @Test func bulletinsLeadToTheOnesBeforeAndAfter() throws {
    let plan = try SampleSite().plan().plan
    let view = try plan.view(at: "bulletins/2020-01-04.html")
    #expect(view.previous == LinkText(text: "第2期", address: "bulletins/2020-01-02.html"))
    #expect(view.next == LinkText(text: "第4期", address: "bulletins/2020-01-05.html"))
    #expect(try plan.view(at: "bulletins/2019-12-30.html").previous == nil)
    #expect(try plan.view(at: "bulletins/2020-01-05.html").next == nil)
  }

  @Test func aBulletinSpeaksOfItsOwnDay() throws {
    let view = try SampleSite().plan().plan.view(at: "bulletins/2020-01-01.html")
    #expect(view.title == "排查覆盖率95.0%")
    #expect(view.issueNumber == 1)
    #expect(view.asOfText == "数据截至2020年1月1日18:00")
    #expect(view.completeness == "基于4/4个社区")
  }

  @Test func aDaysOwnWordsAreMergedIntoItsBulletin() throws {
    let view = try SampleSite().plan().plan.view(at: "bulletins/2020-01-02.html")
    #expect(view.title == "光明社区当日未报")
    #expect(view.headings.map(\.text) == ["一、总体情况", "二、报数情况", "三、街道的话"])
    #expect(view.completeness == "基于3/4个社区")
    let ids = view.body.compactMap { if case .block(_, let frame) = $0 { frame.id } else { nil } }
    #expect(ids == ["summary", "notes", "summary-2"])
    #expect(view.marginFigures.map(\.text) == ["96.0%"])
  }

  @Test func ownWordsForADayWithoutReportsAreAWarning() throws {
    let findings = try SampleSite().plan(adding: [("bulletins/2020-01-03.md", "停报。\n")]).findings
    #expect(findings.map(\.rule) == [.bulletinWithoutReport])
    #expect(findings.first?.severity == .warning)
  }

  @Test func laterDaysDoNotExist() throws {
    let plan = try SampleSite(asOf: "2020-01-01").plan().plan
    #expect(plan.context.bulletinDays.last == CivilDate(iso: "2020-01-01"))
    #expect(try plan.view(at: "index.html").title == "排查覆盖率95.0%")
  }

  @Test func aRegionsPageHasItsWayUpAndDownAndItsFacts() throws {
    let plan = try SampleSite().plan().plan
    let view = try plan.view(at: "regions/5101/510101.html")
    #expect(view.title == "东风社区")
    #expect(view.crumbs.map(\.text) == ["河口市", "临江街道"])
    #expect(view.children.map(\.text) == ["东风一区", "东风二区"])
    #expect(view.facts.map(\.text) == ["户数1,200户"])
    #expect(try plan.view(at: "regions/5101/510102.html").facts.map(\.text) == ["户数6000多户"])
    #expect(try plan.view(at: "regions/3201/3201.html").facts.map(\.text) == ["户数7.3万户左右"])
    #expect(view.completeness == "全部已报")
  }

  @Test func aRegionsPageLeavesOutBlocksWithoutData() throws {
    let plan = try SampleSite().plan().plan
    func blocks(_ address: String) throws -> [String] {
      try plan.view(at: address).body.compactMap { piece in
        guard case .block(let block, let frame) = piece else { return nil }
        if case .nothing = block { return nil }
        return frame.id
      }
    }
    #expect(try blocks("regions/5101/5101.html") == ["figures", "chart", "ranking", "notes"])
    #expect(try blocks("regions/3201/3201.html") == ["table"])
    #expect(try blocks("regions/5101/51010101.html") == [])
    let empty = try plan.view(at: "regions/5101/51010101.html")
    #expect(empty.asOfText == "" && empty.asOfDay == nil && empty.completeness == "")
  }

  @Test func onlyPagesThatShowInventedFiguresSaySo() throws {
    let plan = try SampleSite().plan().plan
    let marked = try plan.pages.filter { try plan.view(at: $0.address).isIllustrative }.map(\.address)
    // The masks' story, every list that shows its title, and the street with its communities.
    #expect(
      marked.sorted() == [
        "index.html", "indicators/mask_days.html", "regions/5101/5101.html", "regions/5101/510101.html",
        "regions/5101/510102.html", "regions/5101/510103.html", "regions/5101/510104.html",
        "stories/index.html",
        "stories/masks.html",
      ])
  }

  @Test func aFactsOwnPageListsThePlacesThatHaveIt() throws {
    let view = try SampleSite().plan().plan.view(at: "indicators/fact_households.html")
    let table = try #require(view.tables.first)
    #expect(table.rows.map { $0.header.text + $0.cells[0].text } == ["桃源社区6000多户"])
    #expect(view.asOfText == "数据截至2020年1月5日18:00")
  }

  @Test func definitionsNameTheFormulaInWords() throws {
    let plan = try SampleSite().plan().plan
    func formula(_ id: String) throws -> String {
      try #require(try plan.view(at: "indicators/\(id).html").definitions.first).formula
    }
    #expect(try formula("coverage") == "已排查户数（合计） ÷ 应排查户数（合计）")
    #expect(try formula("left") == "应排查户数 − 已排查户数")
    #expect(try formula("mask_days") == "库存（口罩，取最近一次） ÷ 消耗（口罩，近3日平均）")
    #expect(try formula("busy") == "热线日报（受理≥5件，计数）")
    #expect(try formula("fact_rate") == "复工率")
    let view = try #require(try plan.view(at: "indicators/coverage.html").definitions.first)
    #expect(view.thresholds == "目标 98%；偏低 < 98%；低于警戒线 < 95%")
    #expect(view.datasets == ["排查日报（各社区日报表）"])
  }

  @Test func aStoryKeepsItsOwnDateBesideTheDayOfItsFigures() throws {
    let view = try SampleSite().plan().plan.view(at: "stories/taoyuan.html")
    #expect(view.title == "桃源的6000多户")
    #expect(view.day == CivilDate(iso: "2020-01-04"))
    #expect(view.asOfDay == CivilDate(iso: "2020-01-05"))
    #expect(view.place?.address == "regions/3201/3201.html")
    #expect(view.marginFigures.map(\.text) == ["6000多户", "70%"])
  }

  @Test func storiesComeNewestFirstAndNoneFromAfterABulletinsDay() throws {
    let site = try SampleSite()
    let plan = try site.plan().plan
    #expect(plan.storyCards.map(\.address) == ["stories/masks.html", "stories/taoyuan.html"])
    func shown(on day: String?, of place: String = "临江街道", scope: String = "all") throws -> [String] {
      let block = try site.block("stories", "place: \(scope)", of: place, on: day, stories: plan.storyCards)
      if case .stories(_, let cards) = block { return cards.map(\.title) }
      return []
    }
    #expect(try shown(on: nil) == ["口罩够用10.0天", "桃源的6000多户"])
    #expect(try shown(on: "2020-01-04") == ["桃源的6000多户"])
    #expect(try shown(on: nil, of: "远山市", scope: "self") == ["桃源的6000多户"])
    #expect(try shown(on: nil, of: "东风社区", scope: "self") == [])
  }

  @Test(
    arguments: [
      ("stories/张三.md", "---\ntitle: 一\n---\n", "stories/张三.html"),
      ("stories/a.md", "---\ntitle: 一\nslug: b_1.x-2\n---\n", "stories/b_1.x-2.html"),
      ("pages/写作.md", "---\ntitle: 一\n---\n", "pages/写作.html"),
    ])
  func aSlugIsTheFilesNameOrItsOwn(path: String, text: String, address: String) throws {
    let (plan, findings) = try SampleSite().plan(adding: [(path, text)])
    #expect(findings.isEmpty)
    #expect(plan.pages.contains { $0.address == address })
  }

  @Test(arguments: ["张三 书记", ".x", "a%b", "a#b", "“x”"])
  func refusesAFileNameThatMakesNoAddress(name: String) throws {
    let findings = try SampleSite().plan(adding: [("stories/\(name).md", "---\ntitle: 一\n---\n")]).findings
    #expect(findings.map(\.rule) == [.badSlug])
    #expect(findings.first?.location?.file == "stories/\(name).md")
  }

  @Test(arguments: ["Taoyuan", "taoyuan", "index"])
  func refusesAnAddressThatIsTaken(slug: String) throws {
    let (plan, findings) = try SampleSite().plan(adding: [
      ("stories/x.md", "---\ntitle: 一\nslug: \(slug)\n---\n")
    ])
    #expect(findings.map(\.rule) == [.duplicateAddress])
    #expect(Set(plan.pages.map(\.address)).count == plan.pages.count)
  }

  @Test func theCalendarShowsIssuedDaysNewestMonthFirst() throws {
    let months = try SampleSite().plan().plan.view(at: "bulletins/index.html").months
    #expect(months.map(\.title) == ["2020年1月", "2019年12月"])
    let first = try #require(months.first)
    // 1 January 2020 was a Wednesday.
    #expect(first.weeks[0].map { $0?.number } == [nil, nil, 1, 2, 3, 4, 5])
    #expect(first.weeks[0][3]?.address == "bulletins/2020-01-02.html")
    #expect(first.weeks[0][4]?.address == nil)
    #expect(first.weeks[0][3]?.label == "第2期")
    #expect(first.weeks.allSatisfy { $0.count == 7 })
  }

  @Test func thePlacesStandInTheTreesOrder() throws {
    let rows = try SampleSite().plan().plan.view(at: "regions/index.html").places
    #expect(rows.map { "\($0.depth)\($0.link.text)" }.prefix(4) == ["0河口市", "1临江街道", "2东风社区", "3东风一区"])
  }
}
