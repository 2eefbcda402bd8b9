import Common
import Reading
import Testing

@testable import Pages

/// What each key of front matter does to the site.
@Suite struct FrontMatterTests {
  static func story(_ lines: String, body: String = "正文。") -> String {
    "---\ntitle: 一\n\(lines)\n---\n\n\(body)\n"
  }

  func plan(_ files: [(path: String, text: String)]) throws -> (plan: SitePlan, findings: [Diagnostic]) {
    try SampleSite().plan(adding: files)
  }

  @Test func aPersonAndATagHaveAPageWithTheirStories() throws {
    let (plan, findings) = try plan([
      ("stories/x.md", Self.story("people: [李四, 王五]\ntags: [社区, 口罩]\ndate: 2020-01-02"))
    ])
    #expect(findings.isEmpty)
    let person = try plan.view(at: "people/李四.html")
    #expect(person.title == "李四")
    #expect(person.stories.map(\.address) == ["stories/taoyuan.html", "stories/x.html"])
    #expect(person.crumbs.map(\.address) == ["stories/index.html", "people/index.html"])
    #expect(try plan.view(at: "tags/口罩.html").stories.map(\.title) == ["一"])
    #expect(
      try plan.view(at: "people/index.html").topics.map { "\($0.link.text)\($0.count)" } == ["李四2", "王五1"])
    #expect(try plan.view(at: "tags/index.html").topics.map(\.link.text) == ["社区", "口罩"])
    #expect(plan.topics.address(.people, "李四") == "people/李四.html")
    #expect(
      try plan.view(at: "stories/index.html").children.map(\.address) == [
        "people/index.html", "tags/index.html",
      ])
  }

  @Test func aTopicsPageSaysWhereItsTitlesShowInventedFigures() throws {
    let (plan, _) = try plan([
      ("stories/x.md", Self.story("place: 临江街道\nsummary: \"口罩够用{{口罩可用天数}}\"\ntags: [口罩]"))
    ])
    #expect(try plan.view(at: "tags/口罩.html").isIllustrative)
    #expect(try !plan.view(at: "tags/社区.html").isIllustrative)
  }

  @Test(
    arguments: [
      ("张三", "tags/张三.html"), ("COVID-19", "tags/COVID-19.html"), ("复工 复产", "tags/复工-复产.html"),
      ("阿依古丽·买买提", "tags/阿依古丽-买买提.html"), ("../../etc", "tags/etc.html"), (" 口罩 ", "tags/口罩.html"),
      ("u\u{308}ber", "tags/\u{FC}ber.html"),
    ])
  func aTagsAddressKeepsItsLetters(tag: String, address: String) throws {
    let (plan, findings) = try plan([("stories/x.md", Self.story("tags: [\"\(tag)\"]"))])
    #expect(findings.isEmpty)
    let found = try #require(plan.topics.address(.tags, tag))
    #expect(Array(found.utf8) == Array(address.utf8))
  }

  @Test func tagsThatDifferInCaseAloneAreAFinding() throws {
    let findings = try plan([("stories/x.md", Self.story("tags: [Covid, COVID]"))]).findings
    #expect(findings.map(\.rule) == [.topicTwice])
    #expect(findings.first?.location?.description == "stories/x.md:3:7")
  }

  @Test(arguments: [("index", Rule.duplicateAddress), ("！", .badTopic)])
  func aTagThatCannotHaveAPageIsAFinding(tag: String, rule: Rule) throws {
    #expect(try plan([("stories/x.md", Self.story("tags: [\(tag)]"))]).findings.map(\.rule) == [rule])
  }

  @Test func aThousandTagsStandInFolders() throws {
    let tags = (0..<1200).map { "\(["甲", "乙", "丙"][$0 % 3])\($0)" }.joined(separator: ", ")
    let (plan, _) = try plan([("stories/x.md", Self.story("tags: [\(tags)]"))])
    #expect(plan.topics.address(.tags, "甲0") == "tags/甲/甲0.html")
    var counts: [String: Int] = [:]
    for page in plan.pages {
      counts[page.address.split(separator: "/").dropLast().joined(separator: "/"), default: 0] += 1
    }
    #expect(counts.values.allSatisfy { $0 <= 1000 })
  }

  @Test(
    arguments: [
      ("old", "stories/old.html"), ("old.html", "stories/old.html"), ("stories/旧.html", "stories/旧.html"),
      ("/2020/old", "2020/old.html"), ("/old/", "old/index.html"),
    ])
  func anAliasIsAnAddressOfTheSite(alias: String, address: String) throws {
    let (plan, findings) = try plan([("stories/x.md", Self.story("aliases: [\(alias)]"))])
    #expect(findings.isEmpty)
    #expect(plan.redirects == [Redirect(address: address, target: "stories/x.html", title: "一")])
    #expect(!plan.pages.contains { $0.address == address })
  }

  @Test(arguments: ["https://example.org/a", "../a", "a b", "a?b", ".htaccess", ""])
  func anAliasElsewhereIsAFinding(alias: String) throws {
    let (plan, findings) = try plan([("stories/x.md", Self.story("aliases: [\"\(alias)\"]"))])
    #expect(findings.map(\.rule) == [.badAlias])
    #expect(plan.redirects.isEmpty)
  }

  @Test(arguments: ["Taoyuan", "/index", "/regions/5101/5101.html", "x", "/tags/社区", "/people/index"])
  func anAliasThatIsTakenIsAFinding(alias: String) throws {
    let (plan, findings) = try plan([("stories/x.md", Self.story("aliases: [\(alias)]"))])
    #expect(findings.map(\.rule) == [.duplicateAddress])
    #expect(plan.redirects.isEmpty)
  }

  @Test func twoTextsCannotShareAnAlias() throws {
    let findings = try plan([
      ("stories/x.md", Self.story("aliases: [/a]")), ("pages/y.md", Self.story("aliases: [/A]")),
    ]).findings
    #expect(findings.map(\.rule) == [.duplicateAddress])
    #expect(findings.first?.location?.file == "pages/y.md")
  }

  @Test func aWeightComesBeforeTheDate() throws {
    let (plan, _) = try plan([
      ("stories/a.md", Self.story("date: 2019-12-30\nweight: 2")), ("stories/b.md", Self.story("weight: 1")),
    ])
    #expect(plan.storySlugs == ["b", "a", "masks", "taoyuan"])
  }

  @Test func theFirstParagraphStandsForAStoryWithoutASummary() throws {
    let plan = try plan([]).plan
    #expect(plan.storyCards.first { $0.address.hasSuffix("taoyuan.html") }?.summary == "桃源社区有6000多户，复工率70%。")
    #expect(try plan.view(at: "stories/taoyuan.html").description == "桃源社区有6000多户，复工率70%。")
    #expect(try plan.view(at: "stories/taoyuan.html").summary == "")
  }

  @Test func whatStandsAboveTheMoreLineStandsForTheStory() throws {
    let body = "第一段。\n\n第二段，口罩够用{{口罩可用天数}}。\n\n<!-- more -->\n\n第三段。"
    let (plan, findings) = try plan([("stories/x.md", Self.story("place: 临江街道", body: body))])
    #expect(findings.isEmpty)
    let card = try #require(plan.storyCards.first { $0.address == "stories/x.html" })
    #expect(card.summary == "第一段。第二段，口罩够用10.0天。")
    #expect(card.isIllustrative)
  }

  @Test func aCoverIsFoundFromItsTextAndTellsWhatItShows() throws {
    let (plan, _) = try plan([
      ("stories/x.md", Self.story("cover: \"![门口的卡点](../static/门.jpg)\"")),
      ("stories/y.md", Self.story("cover: y.png")),
    ])
    let cover = try plan.view(at: "stories/x.html").cover
    #expect(cover == CoverView(address: "static/门.jpg", size: nil, text: "门口的卡点"))
    #expect(plan.storyCards.contains { $0.cover == cover })
    #expect(try plan.view(at: "stories/y.html").cover?.address == "stories/y.png")
  }

  @Test(
    arguments: [
      ("stories/x.md", "cover: https://example.org/a.png", Rule.coverElsewhere, Severity.error),
      ("stories/x.md", "params: {色: [红]}", .paramNotText, .warning),
      ("stories/x.md", "date: 2020-01-03\nlastmod: 2020-01-02", .datesReversed, .warning),
      ("stories/x.md", "publishDate: 2020-01-03\nexpiryDate: 2020-01-02", .datesReversed, .warning),
      ("pages/x.md", "tags: [a]", .keyNotUsed, .warning),
      ("bulletins/2020-01-04.md", "cover: a.png", .keyNotUsed, .warning),
    ])
  func saysWhatCannotBeMeant(path: String, lines: String, rule: Rule, severity: Severity) throws {
    let findings = try plan([(path, Self.story(lines))]).findings
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.first?.severity == severity)
    #expect(findings.first?.location?.file == path)
  }

  @Test func textsOfAWritersOwnStandBesideTheByline() throws {
    let (plan, findings) = try plan([
      (
        "stories/x.md",
        Self.story("params: {摄影: 张三, 责编: 李四}\nreviewed_by: 王五\nlastmod: 2020-01-05\ndate: 2020-01-04")
      )
    ])
    #expect(findings.isEmpty)
    let view = try plan.view(at: "stories/x.html")
    #expect(
      view.parameters == [ParameterText(name: "摄影", text: "张三"), ParameterText(name: "责编", text: "李四")])
    #expect(view.reviewedBy == "王五")
    #expect(view.lastModified == CivilDate(iso: "2020-01-05"))
  }

  @Test func aLayoutThatTheThemeLacksIsAFinding() throws {
    let site = try SampleSite()
    for (layout, rules) in [("stroy", [Rule.unknownLayout]), ("page", [])] {
      let document = site.resolve(Self.story("layout: \(layout)"), name: "stories/x.md").document
      var findings = Findings()
      FrontMatterCheck(layouts: ["page", "story"]).run(document, as: .story, findings: &findings)
      #expect(findings.items.map(\.rule) == rules)
      #expect(findings.items.allSatisfy { $0.suggestions == ["story"] })
    }
  }
}
