import Foundation
import Testing

/// What `explain` says of each kind of figure, as text and as JSON.
@Suite struct ExplainKindsTests {
  private func json(_ site: StarterSite, _ arguments: [String]) throws -> [String: Any] {
    let outcome = try Program.run(["explain", "--format", "json"] + arguments, in: site.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func answersEachKindInTheShapeOfItsSchema() throws {
    let site = try ExplainedSite.make()
    let schema = try SchemaCheck(try site.run("explain", "--schema").output)
    for arguments in [
      ["排查覆盖率"], ["覆盖率之比"], ["排查覆盖率|较昨日"], ["排查覆盖率|7日均"], ["已排查户数|累计"], ["排查覆盖率|排名", "--region", "西苑"],
      ["漏登估计"], ["一日办结率"], ["办结件数"], ["两日平均"], ["每千户已排查"], ["已排查户数", "--period", "week"],
      ["排查覆盖率", "--date", "2020-02-10"], ["--at", "content/stories/first.md:9:20"],
    ] {
      let outcome = try Program.run(["explain", "--format", "json"] + arguments, in: site.folder)
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
      let faults = try schema.faults(in: outcome.output)
      #expect(faults.isEmpty, "\(arguments): \(faults)")
    }
  }

  @Test func refusesWhatIsNotInItsSchema() throws {
    let site = try StarterSite()
    let schema = try SchemaCheck(try site.run("explain", "--schema").output)
    let good = try site.run("explain", "排查覆盖率", "--format", "json").output
    for (old, new) in [
      ("\"version\":1", "\"version\":2"), ("\"kind\":\"figure\"", "\"kind\":\"change\""),
      ("\"numerator\":\"3514\"", "\"numerator\":3514"), ("\"expected\":3", "\"expected\":-1"),
      ("\"kind\":", "\"content\":1,\"kind\":"), ("\"count\":3", "\"counted\":3"),
    ] {
      #expect(good.contains(old))
      #expect(try !schema.faults(in: good.replacingOccurrences(of: old, with: new)).isEmpty, "\(new)")
    }
  }

  @Test func unfoldsAnIndicatorOfIndicatorsDownToTheRows() throws {
    let site = try ExplainedSite.make()
    let text = try site.run("explain", "覆盖率之比").output
    for line in [
      "算式：排查覆盖率 ÷ 每千户已排查", "分子：排查覆盖率 = 0.954891304348", "分母：每千户已排查 = 954.891304347826",
      "  算式：已排查户数 ÷ 户数（合计） × 1,000", "    regions.csv 的「户数」列",
      "    \(StarterSite.data) 第 5-7 行（共 3 行）",
    ] {
      #expect(text.contains(line), "\(text)")
    }
  }

  @Test func saysBothDaysOfAChangeAndWhoIsCompared() throws {
    let site = try ExplainedSite.make()
    try Edit.replace(StarterSite.data, "南湖社区,2020-02-14,1500,1398\n", with: "").apply(to: site.folder)
    let text = try site.run("explain", "排查覆盖率|较昨日").output
    for line in [
      "只比两天都有数的 2 个单位", "\(StarterSite.data) 第 2-3 行", "\(StarterSite.data) 第 5-6 行",
      "比较的单位：东风社区、西苑社区", "未报 1 个：\n  南湖社区：未报，上次报数 2020-02-13",
    ] {
      #expect(text.contains(line), "\(text)")
    }
    let answer = try json(site, ["排查覆盖率|较昨日"])
    #expect(answer["kind"] as? String == "change" && answer["compared"] as? Int == 2)
  }

  @Test func listsTheDaysOfAMeanAndOfASum() throws {
    let site = try ExplainedSite.make()
    let mean = try site.run("explain", "两日平均").output
    #expect(mean.contains("时间：2020-02-13 至 2020-02-14\n    2020-02-13：3161\n    2020-02-14：3514"), "\(mean)")
    #expect(mean.contains("第 2-7 行（共 6 行）"), "\(mean)")
    let sum = try json(site, ["已排查户数|累计"])
    #expect((sum["days"] as? [[String: Any]])?.compactMap { $0["value"] as? String } == ["3161", "3514"])
    #expect(sum["value"] as? String == "6675")
  }

  @Test func saysWhatAnEstimateStandsOnAndWhatASourceWroteInsteadOfANumber() throws {
    let site = try ExplainedSite.make()
    let text = try site.run("explain", "漏登估计").output
    for line in [
      "第一次计数：登记户数 = 110 户", "另一次计数：亮灯户数 = 90 户", "两边都有：两边都有 = 80 户", "西苑社区：缺 亮灯户数（来源写「当晚停电」）、两边都有（来源写「当晚停电」）",
      "南湖社区：未报，从未报过",
    ] {
      #expect(text.contains(line), "\(text)")
    }
    let interval = try #require(try json(site, ["漏登估计"])["interval"] as? [String: String])
    #expect(try #require(Double(interval["low"] ?? "")) < #require(Double(interval["high"] ?? "")))
  }

  @Test func countsTheCasesOfACohortAndRowsByAnotherDate() throws {
    let site = try ExplainedSite.make()
    let cohort = try site.run("explain", "一日办结率", "--date", "2020-02-12").output
    #expect(cohort.contains("content/data/cases/ledger.csv 第 2 行（共 1 行）"), "\(cohort)")
    #expect(cohort.contains("content/data/cases/ledger.csv 第 2-3 行（共 2 行）"), "\(cohort)")
    let closed = try site.run("explain", "办结件数", "--date", "2020-02-13").output
    #expect(closed.contains("content/data/cases/ledger.csv 第 2, 4 行（共 2 行）"), "\(closed)")
    #expect(!(cohort + closed).contains(ExplainedSite.phone))
  }

  @Test func explainsTheFigureThatStandsAtAPlaceOfAText() throws {
    let site = try StarterSite()
    // Counted by character, as an editor shows it: the second figure of the line begins behind 覆盖率.
    let line = "东风社区应排查的户里，已经敲开门的有{{已排查户数}}，覆盖率"
    let first = try site.run("explain", "--at", "\(StarterSite.story):9:20").output
    #expect(first.hasPrefix("已排查户数（households_done）｜示例街道 › 东风社区｜2020年2月14日：1,144户"), "\(first)")
    let second = try site.run("explain", "--at", "stories/first.md:9:\(line.count + 1)").output
    #expect(second.hasPrefix("排查覆盖率（screening_coverage）"), "\(second)")
    let several = try site.run("explain", "--at", "\(StarterSite.story):9")
    #expect(
      PrintedFindings.read(several.errors) == ["\(StarterSite.story):9:1 commands.several-figures-there"])
    let none = try site.run("explain", "--at", "\(StarterSite.story):1:1")
    #expect(PrintedFindings.read(none.errors) == ["\(StarterSite.story):1:1 commands.no-figure-there"])
    #expect(none.errors.contains("最接近：5:"))
    let missing = try site.run("explain", "--at", "content/stories/frist.md:9")
    #expect(PrintedFindings.read(missing.errors) == ["content/stories/frist.md commands.no-such-text"])
    #expect(missing.errors.contains("最接近：\(StarterSite.story)"), "\(missing.errors)")
  }

  @Test func explainsTheIndicatorThatABlockNamesAtAPlace() throws {
    let site = try StarterSite()
    // indicators: [排查覆盖率, 已排查户数]
    let text = try #require(site.folder.text("content/bulletins/daily.md"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix("indicators:") }) + 1
    let second = try site.run(
      "explain", "--at", "content/bulletins/daily.md:\(line):22", "--date", "2020-02-13")
    #expect(
      second.output.hasPrefix("已排查户数（households_done）｜示例街道｜2020年2月13日：3,161户"),
      "\(second.output + second.errors)")
    let several = try site.run("explain", "--at", "content/bulletins/daily.md:\(line)")
    #expect(several.status == 1)
  }

  @Test func listsSomeUnitsAndRowsAndAllWhenAsked() throws {
    let site = try StarterSite()
    let places = (10..<40).map { "990101001\($0)0,第\($0)社区,990101001,community,,,,100" }
    let rows = (10..<40).map { "第\($0)社区,2020-02-15,100,90\n第\($0)社区,2020-02-16,100,91" }
    try Edit.append("content/regions.csv", places.joined(separator: "\n") + "\n").apply(to: site.folder)
    try Edit.append(StarterSite.data, rows.joined(separator: "\n") + "\n").apply(to: site.folder)
    let some = try site.run("explain", "排查覆盖率", "--date", "2020-02-16").output
    #expect(some.contains("（共 30 行，另有 18 段没有列出，加 --all 全部列出）"), "\(some)")
    #expect(some.contains("已报 30 个（已排查户数 / 应排查户数）：") && some.contains("  另有 18 个，加 --all 全部列出"))
    #expect(!some.contains("第39社区"))
    let all = try site.run("explain", "排查覆盖率", "--date", "2020-02-16", "--all").output
    #expect(all.contains("第39社区：91 / 100") && !all.contains("--all"))
  }

  @Test func speaksBothLanguages() throws {
    let site = try ExplainedSite.make()
    let text = try site.run("explain", "漏登估计", "--language", "en").output
    #expect(text.contains("First count: 登记户数 = 110 户") && text.contains("  南湖社区: never reported"), "\(text)")
    #expect(text.contains("content/data/lights/2020-02.csv lines 3 (rows: 1)"), "\(text)")
  }

  @Test(arguments: [
    [], ["排查覆盖率", "--at", "a.md:1"], ["排查覆盖率", "--format", "sarif"], ["--at", "a.md"],
    ["排查覆盖率", "--period", "week", "--transform", "累计"], ["--at", "a.md:1", "--period", "week"],
  ]) func refusesACommandLineThatAsksForTwoThingsOrNone(_ arguments: [String]) throws {
    #expect(try Program.run(["explain"] + arguments, in: StarterSite().folder).status == 64)
  }
}
