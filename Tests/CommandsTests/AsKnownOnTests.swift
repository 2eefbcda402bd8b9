import Testing

/// `--as-known-on`: a figure of one day as it was known on another.
@Suite struct AsKnownOnTests {
  /// 东风 reported 1,144 on the day and put it right to 1,100 on the next; 南湖 reported on the next.
  private static let rows = """
    社区,日期,应排查户数,已排查户数,报送时间
    东风社区,2020-02-14,1200,1144,2020-02-14 17:00
    西苑社区,2020-02-14,980,972,2020-02-14 23:59
    东风社区,2020-02-14,1200,1100,2020-02-15 00:00
    南湖社区,2020-02-14,1500,1398,2020-02-15 09:00

    """

  private static func site(knownAt: Bool = true) throws -> StarterSite {
    let site = try StarterSite()
    guard knownAt else { return site }
    site.folder.write(StarterSite.data, Array(rows.utf8))
    try Edit.replace(
      StarterSite.dataset, "missingValues:",
      with: "  - {name: sent, title: 报送时间, type: datetime}\nknown_at: sent\nresent: last\nmissingValues:"
    ).apply(to: site.folder)
    return site
  }

  private func value(_ site: StarterSite, _ arguments: String...) throws -> String {
    let outcome = try Program.run(
      ["explain", "已排查户数 @东风社区 2020-02-14"] + arguments, in: site.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").first.flatMap { $0.split(separator: "：").last }
      .map(String.init) ?? ""
  }

  @Test func tellsTheValueThatWasKnownAtTheEndOfTheDay() throws {
    let site = try Self.site()
    #expect(try value(site, "--as-known-on", "2020-02-14") == "1,144户")
    #expect(try value(site, "--as-known-on", "2020-02-15") == "1,100户")
    #expect(try value(site) == "1,100户")
    let text = try site.run("explain", "排查覆盖率", "--as-known-on", "2020-02-14").output
    // A report that came on the next day is missing.
    #expect(text.contains("未报 1 个：\n  南湖社区") && text.contains("按 2020-02-14 日终所知"), "\(text)")
    #expect(text.contains("\(StarterSite.data) 第 2-3 行"), "\(text)")
  }

  @Test func pagesSayAsOfWhenTheyWereKnown() throws {
    let site = try Self.site()
    #expect(try site.run("build", "--as-known-on", "2020-02-14").status == 0)
    let page = try #require(site.folder.text("public/index.html"))
    #expect(page.contains("按2020年2月14日所知"))
    #expect(try site.run("build").status == 0)
    #expect(try #require(site.folder.text("public/index.html")).contains("所知") == false)
  }

  @Test func takesTheArchivesReleaseWhereRowsDoNotSay() throws {
    let site = try Self.site(knownAt: false)
    #expect(try site.run("snapshot", "--as-of", "2020-02-14").status == 0)
    try Edit.replace(StarterSite.data, "1144", with: "1100").apply(to: site.folder)
    try Edit.append(StarterSite.data, "东风社区,2020-02-15,1200,1199\n").apply(to: site.folder)
    #expect(try value(site) == "1,100户")
    #expect(try value(site, "--as-known-on", "2020-02-14") == "1,144户")
    #expect(try value(site, "--as-known-on", "2020-02-20") == "1,144户")
    let check = try site.run("check", "--as-known-on", "2020-02-14")
    #expect(check.errors.contains("commands.known-from-release"), "\(check.errors)")
    let rows = try site.run("explain", "已排查户数 @东风社区", "--as-known-on", "2020-02-14").output
    #expect(rows.contains("2020-02-14/data/source/\(StarterSite.data) 第 5 行"), "\(rows)")
  }

  @Test func saysWhereNobodyKnows() throws {
    let site = try Self.site(knownAt: false)
    let outcome = try site.run("check", "--as-known-on", "2020-02-14")
    #expect(
      PrintedFindings.read(outcome.errors).contains {
        $0.hasSuffix("commands.not-known-then warning") && $0.hasPrefix(StarterSite.dataset)
      }, "\(outcome.errors)")
    // A release of a later day does not tell what was known before.
    #expect(try site.run("snapshot", "--as-of", "2020-02-14").status == 0)
    #expect(try site.run("check", "--as-known-on", "2020-02-13").errors.contains("commands.not-known-then"))
  }

  @Test(arguments: [
    ["build", "--as-of", "2020-02-14", "--as-known-on", "2020-02-13"],
    ["snapshot", "--as-known-on", "2020-02-14"],
    ["publish", "--as-known-on", "2020-02-14"],
  ]) func refusesWhatHasNoMeaning(_ arguments: [String]) throws {
    #expect(try Program.run(arguments, in: StarterSite().folder).status == 64)
  }
}
