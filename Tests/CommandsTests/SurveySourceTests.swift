import Testing

/// A survey's export as a dataset: choices are conditions, are counted one by one, and are printed.
@Suite struct SurveySourceTests {
  private static let export = """
    序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您所在的社区,2、您的姓名,3、需要哪些帮助
    1,2020/2/14 9:05:33,127秒,微信,直接访问,1.2.3.4(北京),东风社区,张三,买菜┋送药
    2,2020/2/14 9:06:01,80秒,链接,直接访问,1.2.3.5(北京),东风社区,李四,送药
    3,2020/2/14 9:07:10,95秒,微信,直接访问,1.2.3.6(北京),西苑社区,王五,(跳过)
    4,2020/2/14 9:08:10,95秒,微信,直接访问,1.2.3.7(北京),南湖社区,赵六,量体温┋买菜

    """
  private static let dataset = """
    name: survey
    title: 居民需求问卷
    region: community
    date: date
    key: []
    level: community
    absent: 0
    fields:
      - {name: community, title: 您所在的社区, type: region}
      - {name: date, title: 提交答卷时间, type: datetime}
      - {name: needs, title: 需要哪些帮助, type: list, delimiter: "┋"}

    """
  private static let indicators = """
    wish_shopping: {title: 要买菜的, count: survey, where: {needs: 买菜}}
    wishes_answered: {title: 答了的, count: survey.needs}
    wish_kinds: {title: 需求种类, count_distinct: survey.needs}

    """

  private func site() throws -> StarterSite {
    let site = try StarterSite()
    for (file, text) in [
      ("data/survey/问卷.csv", Self.export), ("datasets/survey.yaml", Self.dataset),
      ("indicators/survey.yaml", Self.indicators),
    ] {
      site.folder.write("content/" + file, Array(text.utf8))
    }
    try Edit.append(
      "content/dashboards/region.md", "\n```table\ndataset: survey\nfields: [date, needs]\n```\n"
    ).apply(to: site.folder)
    return site
  }

  @Test func countsChoicesOneByOne() throws {
    let site = try site()
    let outcome = try site.run("build")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("tables.survey-columns-dropped"))
    #expect(!outcome.errors.contains("警告"), "\(outcome.errors)")
    let figures = try #require(site.folder.text("public/data/figures.csv")).split(separator: "\n")
    func value(_ indicator: String, _ region: String) -> String? {
      let key = "\(indicator),\(region),2020-02-14,"
      let line = figures.first { $0.hasPrefix(key) }
      return line.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[5]) }
    }
    #expect(value("wish_shopping", "990101001") == "2")
    #expect(value("wish_shopping", "990101001001") == "1")
    #expect(value("wish_shopping", "990101001002") == "0")
    #expect(value("wishes_answered", "990101001") == "3")
    #expect(value("wish_kinds", "990101001001") == "2")
    #expect(value("wish_kinds", "990101001") == "3")
  }

  @Test func printsListsInTables() throws {
    let site = try site()
    _ = try site.run("build")
    let pages = site.folder.tree("public/regions").filter { $0.key.hasSuffix("990101001001.html") }
    let page = try #require(pages.first).value
    #expect(String(decoding: page, as: UTF8.self).contains("买菜、送药"))
  }

  @Test func publishesNothingPersonal() throws {
    let site = try site()
    _ = try site.run("build")
    let outcome = try site.run("check")
    for personal in ["张三", "李四", "1.2.3.4"] {
      #expect(!outcome.errors.contains(personal))
      for (file, bytes) in site.folder.tree("public") {
        #expect(bytes.firstRange(of: Array(personal.utf8)) == nil, "\(file)")
      }
    }
  }
}
