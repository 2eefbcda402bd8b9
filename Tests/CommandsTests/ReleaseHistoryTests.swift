import Testing

/// What a build tells of the releases before it, through snapshots, corrections and late reports.
@Suite struct ReleaseHistoryTests {
  /// The first day, which one of three communities has not reported and another will put right.
  private static let first = "社区,日期,应排查户数,已排查户数\n东风社区,2020-02-13,1200,1050\n西苑社区,2020-02-13,980,900\n"
  private static let second =
    "社区,日期,应排查户数,已排查户数\n东风社区,2020-02-13,1200,1040\n西苑社区,2020-02-13,980,900\n南湖社区,2020-02-13,1500,1211\n东风社区,2020-02-14,1200,1144\n西苑社区,2020-02-14,980,972\n"
  private static let correction = """
    - dataset: screening
      region: 东风社区
      date: 2020-02-13
      field: households_done
      old: 1050
      new: 1040
      reason: 重复计入一栋
      by: 数据组
      on: 2020-02-14

    """

  /// The site after the first day was archived, with the second day's data.
  private static func site(explained: Bool) throws -> StarterSite {
    let site = try StarterSite()
    try Edit.replace(
      StarterSite.dataset, "checks:", with: "checks:\n  - {field: households_done, never_falls: true}"
    )
    .apply(to: site.folder)
    site.folder.write(StarterSite.data, Array(first.utf8))
    let made = try site.run("snapshot", "--as-of", "2020-02-13")
    #expect(made.status == 0, "\(made.errors)")
    site.folder.write(StarterSite.data, Array(second.utf8))
    if explained { site.folder.write("content/corrections.yaml", Array(correction.utf8)) }
    return site
  }

  private static func revisions(_ site: StarterSite) -> [String] {
    (site.folder.text("public/data/revisions.csv") ?? "").split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func listsWhatChangedWithItsReason() throws {
    let site = try Self.site(explained: true)
    #expect(try site.run("build").status == 0)
    let rows = Self.revisions(site)
    #expect(rows.count == 6)
    #expect(
      rows.contains {
        $0.contains("screening_coverage,990101001003,2020-02-13,未报,80.7%,revision,late_report")
      })
    #expect(
      rows.contains {
        $0.contains(
          "households_done,990101001001,2020-02-13,\"1,050户\",\"1,040户\",correction,correction,重复计入一栋,数据组")
      })
  }

  @Test func keepsTheBulletinAsItWasPublished() throws {
    let site = try Self.site(explained: true)
    #expect(try site.run("build").status == 0)
    let page = try #require(site.folder.text("public/bulletins/2020-02-13.html"))
    let published = try #require(site.folder.text("archive/2020-02-13/data/site/bulletins/2020-02-13.html"))
    let start = try #require(page.firstRange(of: "<aside class=\"kept\""))
    let end = try #require(page.firstRange(of: "</aside>\n"))
    #expect(page[..<start.lowerBound] + page[end.upperBound...] == published)
    #expect(page.contains("<del>89.4%</del> <ins>85.6%</ins>"))
    #expect(
      site.folder.text("public/archive/2020-02-13/index.html")
        == site.folder.text("archive/2020-02-13/data/site/index.html"))
    #expect(
      site.folder.text("public/api/v1/releases/2020-02-13/figures.json")
        == site.folder.text("archive/2020-02-13/data/site/api/v1/releases/2020-02-13/figures.json"))
  }

  @Test func doesNotPublishAFallThatNobodyExplains() throws {
    let site = try Self.site(explained: false)
    let stopped = try site.run("publish", "./www")
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("content/corrections.yaml") && stopped.errors.contains("1,050户 → 1,040户"))
    site.folder.write("content/corrections.yaml", Array(Self.correction.utf8))
    #expect(try site.run("publish", "./www").status == 0)
  }

  @Test func changesNothingWhenTheDayWasArchived() throws {
    let site = try Self.site(explained: true)
    #expect(try site.run("build").status == 0)
    let before = site.output
    #expect(try site.run("snapshot").status == 0)
    #expect(try site.run("build").output.contains("写出 0 个文件"))
    #expect(site.output == before)
    #expect(try site.run("snapshot").output.contains("没有另存"))
  }

  @Test func tellsWhatASecondReleaseOfTheDayChanged() throws {
    let site = try Self.site(explained: true)
    #expect(try site.run("snapshot").status == 0)
    try Edit.replace(StarterSite.data, "2020-02-14,980,972", with: "2020-02-14,980,975").apply(
      to: site.folder)
    #expect(try site.run("snapshot").output.contains("2020-02-14-2"))
    #expect(try site.run("build").status == 0)
    #expect(
      Self.revisions(site).contains { $0.hasPrefix("2020-02-14-2,2020-02-14,households_done,990101001002") })
    // The earlier one made again knows nothing of the later.
    try Edit.replace(StarterSite.data, "2020-02-14,980,975", with: "2020-02-14,980,972").apply(
      to: site.folder)
    #expect(try site.run("build", "--release", "2020-02-14").status == 0)
    #expect(
      site.folder.text("public/data/revisions.csv")
        == site.folder.text("archive/2020-02-14/data/site/data/revisions.csv"))
  }

  @Test func aDamagedArchiveIsReported() throws {
    let site = try Self.site(explained: true)
    let page = "archive/2020-02-13/data/site/bulletins/2020-02-13.html"
    let old = try #require(site.folder.text(page))
    try Edit.remove(page).apply(to: site.folder)
    site.folder.write(page, Array((old + " ").utf8))
    let outcome = try site.run("build")
    #expect(outcome.status != 0 && outcome.errors.contains(page))
  }

  @Test func withoutAnArchiveNothingIsSaidOfOne() throws {
    let site = try StarterSite()
    #expect(try site.run("build").status == 0)
    #expect(site.folder.names(in: "public").contains("archive") == false)
    #expect(site.folder.text("public/index.html")?.contains("archive/index.html") == false)
  }

  @Test func doesNotPublishAChangeOfASignedFigureThatNobodyExplains() throws {
    let site = try StarterSite()
    site.folder.write(StarterSite.data, Array(Self.first.utf8))
    #expect(try site.run("approve", "2020-02-13", "--by", "李四", "--role", "签发").status == 0)
    #expect(try site.run("snapshot").status == 0)
    // One more and not one less: no cumulative number falls.
    let changed = Self.second.replacing("1200,1040", with: "1200,1060")
    site.folder.write(StarterSite.data, Array(changed.utf8))
    let stopped = try site.run("publish", "./www")
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("commands.approved-figure-changed"))
    #expect(stopped.errors.contains("1,050户 → 1,060户"))
    // It was signed as it then stood, and stays so: the signature has not lapsed.
    #expect(!stopped.errors.contains("pages.approval-lapsed"))
    let correction = Self.correction.replacing("new: 1040", with: "new: 1060")
    site.folder.write("content/corrections.yaml", Array(correction.utf8))
    let outcome = try site.run("publish", "./www")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(site.folder.text("www/current/bulletins/2020-02-13.html")?.contains("李四") == true)
  }
}
