import Common
import Comparing
import Pages
import Testing

@testable import Rendering

/// Pages and files that tell of earlier releases.
@Suite struct HistoryTests {
  static let first = ReleaseName(day: CivilDate(dayNumber: 18_263))  // 2020-01-02
  static let page = "<!doctype html>\n<body>\n<main class=\"x\">\n<h1>第2期</h1>\n</main>\n"

  static func history(page: String = page, feedEntry: String? = nil) -> SiteHistory {
    SiteHistory(
      release: ReleaseName(day: CivilDate(dayNumber: 18_266)),
      index: ArchiveIndex(releases: [
        ArchivedRelease(name: first, digest: String(repeating: "ab", count: 32), state: .whole),
        ArchivedRelease(
          name: ReleaseName(day: CivilDate(dayNumber: 18_264)), digest: String(repeating: "cd", count: 32),
          state: .withdrawn),
      ]), withdrawals: [ReleaseName(day: CivilDate(dayNumber: 18_264)): "误载姓名"],
      revisions: [
        Revision(
          release: ReleaseName(day: CivilDate(dayNumber: 18_264)), previous: first,
          key: .init(indicator: "screening_coverage", region: "5101", day: first.day), old: "98.0%",
          new: "99.0%", reason: .lateReport)
      ],
      bulletins: [
        first.day: PublishedBulletin(
          release: first, page: Array(page.utf8), digest: String(repeating: "ef", count: 32),
          feedEntry: feedEntry.map { Array($0.utf8) })
      ], files: ["assets/old.css": Array("p{}".utf8)], documented: [first])
  }

  static func site(_ history: SiteHistory) throws -> RenderedSite {
    var sample = try SampleSite()
    sample.context.history = history
    var templates = TinyTheme.templates
    templates["blocks/published"] =
      "<aside>{{said}} {{changed}}{{#rows}} {{old}}→{{new}}{{/rows}} {{#release}}<a href=\"{{href}}\">{{text}}</a>{{/release}} {{#next}}next {{href}}{{/next}}</aside>\n"
    templates["layouts/releases"] =
      "{{#months}}{{month}}{{#weeks}}{{#days}}{{#href}}[{{number}} {{href}} {{label}}]{{/href}}{{/days}}{{/weeks}}{{/months}}{{#history}}{{#releases}}({{id}} {{digest}} {{#isWithdrawn}}withdrawn{{/isWithdrawn}}){{/releases}}{{/history}}"
    templates["layouts/release"] =
      "{{#history}}{{#release}}{{id}} {{digest}}{{/release}} {{reason}}{{#before}} after {{id}}{{/before}}{{/history}}"
    templates["layouts/revisions"] =
      "{{#history}}{{#corrections}}{{id}} {{old}}→{{new}};{{/corrections}}{{#late}}{{name}}:{{#rows}} {{#figure}}{{text}}{{/figure}} {{#where}}{{text}}{{/where}} {{when}} {{old}}→{{new}}{{/rows}}{{/late}}{{/history}}"
    return try RenderedSite(sample, templates: templates)
  }

  @Test func aPublishedBulletinStaysToTheByteBehindANote() throws {
    let text = try Self.site(Self.history()).text("bulletins/2020-01-02.html")
    let parts = text.split(separator: "<aside>", maxSplits: 1)
    let note = try #require(parts.last?.prefix { $0 != "\n" })
    #expect(parts.first.map(String.init) == "<!doctype html>\n<body>\n<main class=\"x\">")
    #expect(text.hasSuffix("</aside>\n\n<h1>第2期</h1>\n</main>\n"))
    #expect(note.contains("98.0%→99.0%") && note.contains("../archive/2020-01-02.html"))
    #expect(note.contains("next ../bulletins/2020-01-04.html"))
  }

  @Test(arguments: [("<body class=\"b\"><p>x", "<body class=\"b\"><aside>"), ("<p>x", "<p>x")])
  func theNoteFindsAPlaceInAnyPage(_ page: String, _ start: String) throws {
    let text = try Self.site(Self.history(page: page)).text("bulletins/2020-01-02.html")
    #expect(text.hasPrefix(start))
    #expect(text.hasSuffix("<p>x"))
  }

  @Test func theArchiveHasACalendarAndAPageForEachRelease() throws {
    let site = try Self.site(Self.history())
    let list = try site.text("archive/index.html")
    #expect(
      list.contains("[2 ../archive/2020-01-02.html 第") && list.contains("[3 ../archive/2020-01-03.html 已撤回]"))
    #expect(list.contains("(2020-01-03 \(String(repeating: "cd", count: 32)) withdrawn)(2020-01-02 "))
    #expect(
      try site.text("archive/2020-01-03.html")
        == "2020-01-03 \(String(repeating: "cd", count: 32)) 误载姓名 after 2020-01-02")
    #expect(
      try site.text("archive/chain.sha256").hasPrefix(
        String(repeating: "ab", count: 32) + "  2020-01-02/tagmanifest-sha256.txt\n"))
  }

  @Test func withoutReleasesThereIsNoArchive() throws {
    let site = try Self.site(SiteHistory(release: Self.first))
    #expect(!site.addresses.contains { $0.hasPrefix("archive/") })
    #expect(site.files["revisions.html"] != nil && site.files["data/revisions.csv"] != nil)
  }

  @Test func revisionsStandApartFromCorrections() throws {
    let site = try Self.site(Self.history())
    let page = try site.text("revisions.html")
    #expect(page.contains("470→480;") && page.contains("98.0%→99.0%"))
    let rows = try site.text("data/revisions.csv").split(separator: "\n")
    #expect(rows.count == 2)
    #expect(
      rows.last
        == "2020-01-03,2020-01-02,screening_coverage,5101,2020-01-02,98.0%,99.0%,revision,late_report,,,")
  }

  @Test func filesOfFormerPagesAreKept() throws {
    #expect(try Self.site(Self.history()).text("assets/old.css") == "p{}")
  }

  @Test func theFeedKeepsTheEntryOfAPublishedBulletin() throws {
    let entry =
      "<entry>\n<id>https://example.org/jianbao/bulletins/2020-01-02.html</id>\n<title>原样</title></entry>\n"
    #expect(try Self.site(Self.history(feedEntry: entry)).text("feed.xml").contains(entry))
    let feed = try Self.site(Self.history()).text("feed.xml")
    let found = try #require(FeedEntry.find("bulletins/2020-01-02.html", in: Array(feed.utf8)))
    #expect(feed.contains(String(decoding: found, as: UTF8.self)))
    #expect(FeedEntry.find("bulletins/2019-01-02.html", in: Array(feed.utf8)) == nil)
  }

  @Test func correctionsHaveAFeedOfTheirOwn() throws {
    let elements = try XMLCheck.elements(of: Self.site(Self.history()).text("corrections.xml"))
    let titles = elements.filter { $0.path == "feed/entry/title" }.map(\.text)
    #expect(titles == ["和平社区 1月1日 排查日报 已排查户数：470 → 480"])
    #expect(
      elements.contains { $0.path == "feed/entry/id" && $0.text.contains("revisions.html#c-2020-01-02-") })
  }
}
