import Common
import Markdown
import Reading
import Testing

@testable import Pages

/// Wrong names and options are findings at their place.
@Suite struct ResolverTests {
  static let cases: [(markdown: String, rule: Rule, at: String, suggestions: [String])] = [
    ("{{排查覆盖律}}\n", .unknownIndicator, "text.md:1:3", ["排查覆盖率"]),
    ("今日{{排查覆盖率 @光明社}}\n", .unknownFigurePlace, "text.md:1:12", ["光明社区"]),
    ("{{排查覆盖率|较昨曰}}\n", .unknownTransform, "text.md:1:9", ["较昨日"]),
    ("{{排查覆盖率 @临江 2020-02-01}}\n", .figureAfterAsOf, "text.md:1:1", []),
    ("```figures\nindicators: [排查覆盖率, 志愿者]\n```\n", .unknownIndicator, "text.md:2:21", ["志愿者人数"]),
    ("```figures\ntitle: 无\n```\n", .directiveNeedsIndicators, "text.md:1:4", []),
    ("```table\ndataset: fact\n```\n", .unknownDataset, "text.md:2:10", ["facts"]),
    ("```table\ndataset: facts\nfields: [valu]\n```\n", .unknownField, "text.md:3:10", ["value"]),
    ("```table\ndataset: facts\nfields: [联系人]\n```\n", .personalField, "text.md:3:10", []),
    ("```ranking\nindicator: 排查覆盖率\nlevel: 社\n```\n", .unknownLevel, "text.md:3:8", ["社区"]),
    ("```ranking\nindicator: 志愿者人数\nplot: remaining\n```\n", .notARatio, "text.md:2:12", []),
    ("```chart\nindicators: [排查覆盖率]\ndays: -3\n```\n", .yamlNotChoice, "text.md:3:7", []),
    ("```chart\ntype: funnel\nindicators: [应排查户数]\n```\n", .funnelNeedsSteps, "text.md:1:4", []),
    (
      "```图表\n类型: 漏斗\n指标: [应排查户数, 排查覆盖率]\n```\n", .funnelOfDifferentThings, "text.md:1:4", []
    ),
    ("```chart\ntype: funnel\nindicators: [流动人口, 户数]\n```\n", .funnelOfDifferentThings, "text.md:1:4", []),
    (
      "```chart\ntype: funnel\nindicators: [应排查户数, 已排查户数]\ndays: 3\n```\n", .yamlUnknownKey, "text.md:4:1", []
    ),
    ("```stories\nlimit: 0\n```\n", .yamlNotChoice, "text.md:2:8", []),
    ("```ranking\nindicator: 排查覆盖率\nshow: 99999999999\n```\n", .yamlNotChoice, "text.md:3:7", []),
    ("```reminders\ndatasets: [screning]\n```\n", .unknownDataset, "text.md:2:12", ["screening"]),
    ("```reminders\ndatasets: [hotline]\n```\n", .datasetNotDue, "text.md:2:12", []),
    ("```催报\n数量: 0\n```\n", .yamlNotChoice, "text.md:2:5", []),
    ("```notes\nshow: [mising]\n```\n", .yamlNotChoice, "text.md:2:8", ["missing"]),
    ("```figures\nindicators: [排查覆盖率]\n标题: 一\ntitel: 二\n```\n", .yamlUnknownKey, "text.md:4:1", ["title"]),
    ("```figures\nindicators: [排查覆盖率]\nplace: 无此地\n```\n", .unknownFigurePlace, "text.md:3:8", []),
    ("```figures\ntitle: \"{{无此数}}\"\nindicators: [排查覆盖率]\n```\n", .unknownIndicator, "text.md:2:11", []),
  ]

  @Test(arguments: cases.indices)
  func reportsWhatIsWrongAtItsPlace(number: Int) throws {
    let row = Self.cases[number]
    let findings = try SampleSite().resolve(row.markdown).findings
    #expect(findings.map(\.rule) == [row.rule])
    #expect(findings.first?.location?.description == row.at)
    for name in row.suggestions { #expect(findings.first?.suggestions.contains(name) == true) }
  }

  @Test func reportsEveryMistakeOfAText() throws {
    let findings = try SampleSite().resolve("{{甲}}与{{乙 @丙}}。\n\n```figures\nindicators: [丁, 戊]\n```\n")
      .findings
    #expect(findings.count == 5)
  }

  @Test func aStoryWithoutAPlaceMustNameOne() throws {
    let site = try SampleSite()
    let findings = site.resolve("---\ntitle: 一\n---\n\n{{排查覆盖率}}和{{排查覆盖率 @临江}}。\n", needsPlace: true).findings
    #expect(findings.map(\.rule) == [.placeNeeded])
    #expect(findings.first?.location?.description == "text.md:5:1")
    #expect(site.resolve("---\ntitle: 一\nplace: 临江\n---\n\n{{排查覆盖率}}\n", needsPlace: true).findings.isEmpty)
  }

  @Test func acceptsChineseKeysAndNames() throws {
    let site = try SampleSite()
    let text = "```排名\n指标: 排查率\n次序: 领先在前\n图: 剩余\n显示: 3\n另列: [志愿者人数]\n级别: 社区\n```\n"
    let resolved = site.resolve(text)
    #expect(resolved.findings.isEmpty)
    guard case .directive(.ranking(_, let options)) = try #require(resolved.document.pieces.first) else {
      Issue.record("no ranking")
      return
    }
    #expect(options.order == .best)
    #expect(options.plot == .remaining)
    #expect(options.show == 3)
    #expect(options.level == 2)
  }

  @Test func namesBlocksApartAndEachIndicatorOnce() throws {
    let text =
      "```figures\nindicators: [排查覆盖率, 排查率]\n```\n\n```figures\nid: \"!\"\nindicators: [排查覆盖率]\n```\n"
    let directives = try SampleSite().resolve(text).document.directives
    #expect(directives.map(\.frame.id) == ["figures", "figures-2"])
    guard case .figures(_, let indicators) = try #require(directives.first) else { return }
    #expect(indicators.count == 1)
  }

  @Test func warnsOfAFigureThatNobodyReported() throws {
    let site = try SampleSite()
    let document = site.resolve("{{排查覆盖率 @光明社区 2020-01-02}}、{{排查覆盖率 @光明社区}}\n").document
    var findings = Findings()
    site.resolver.checkFigures(
      of: document, in: site.context.cube, region: site.context.root, findings: &findings)
    #expect(findings.items.map(\.rule) == [.figureWithoutData])
    #expect(findings.items.first?.severity == .warning)
    #expect(findings.items.first?.location?.description == "text.md:1:1")
  }
}
