import Common
import Markdown
import Testing

@Suite struct FrontMatterTests {
  @Test func readsEveryKey() {
    let text = """
      ---
      title: 何晓琴：“一天”{{复工率}}
      date: 2020-02-14
      lastmod: 2020-02-15
      summary: "共 {{户数}} 户"
      place: 安家嘴社区
      people: [何晓琴, 张三]
      tags: 故事
      cover: 图/a.jpg
      draft: true
      publishDate: 2020-02-16
      expiryDate: 2020-03-16
      slug: 何晓琴-1
      aliases: [old.html]
      source: 北京日报
      reviewed_by: 李四
      weight: 3
      layout: story
      params: {色: 红}
      ---
      正文
      """
    let compiled = Compiled(text, requiresTitle: true)
    let front = compiled.document.frontMatter
    #expect(compiled.problems == [])
    #expect(front.title?.runs.count == 2)
    #expect(front.date?.description == "2020-02-14")
    #expect(front.lastModified?.description == "2020-02-15")
    #expect(front.publishDate?.description == "2020-02-16")
    #expect(front.expiryDate?.description == "2020-03-16")
    #expect(front.place == "安家嘴社区")
    #expect(front.placeLocation?.text == "6:8")
    #expect(front.people == ["何晓琴", "张三"])
    #expect(front.tags == ["故事"])
    #expect(front.isDraft)
    #expect(front.slug == "何晓琴-1")
    #expect(front.aliases == ["old.html"])
    #expect(front.source == "北京日报")
    #expect(front.reviewedBy == "李四")
    #expect(front.weight == 3)
    #expect(front.layout == "story")
    #expect(front.params.map(\.key) == ["色"])
    #expect(compiled.document.links.map(\.target) == ["图/a.jpg"])
    #expect(compiled.html == "<p>正文</p>\n")
  }

  @Test func readsChineseKeys() {
    let front = Compiled("---\n标题: 题\n日期: 2020-02-14\n社区: 安家嘴\n草稿: 是\n---\n").document.frontMatter
    #expect(front.title == InlineText(runs: [.text("题")]))
    #expect(front.date?.description == "2020-02-14")
    #expect(front.place == "安家嘴")
    #expect(front.isDraft)
  }

  @Test func locatesFiguresInQuotedTitlesAndBlocks() {
    let compiled = Compiled("---\ntitle: \"率 {{x|}}\"\nsummary: |\n  甲 {{y @}}\n---\n")
    #expect(
      compiled.problems == ["2:15 markdown.figure-without-transform", "4:10 markdown.figure-without-place"])
  }

  @Test(arguments: [
    "\u{FEFF}---\r\ntitle: 题\r\n---\r\n文\r\n", "--- \ntitle: 题\n---\t\n文", "---\rtitle: 题\r---\r文",
  ])
  func toleratesByteOrderMarksAndLineEndings(text: String) {
    let compiled = Compiled(text, requiresTitle: true)
    #expect(compiled.problems == [])
    #expect(compiled.document.frontMatter.title == InlineText(runs: [.text("题")]))
    #expect(compiled.html == "<p>文</p>\n")
  }

  @Test(arguments: [
    ("正文\n", "1:1 markdown.no-front-matter"),
    ("", "1:1 markdown.no-front-matter"),
    ("---\n---\n正文\n", "1:1 markdown.no-title"),
    ("---\ndate: 2020-02-14\n---\n", "1:1 markdown.no-title"),
    ("---\ntitle: 题\n正文\n", "1:1 markdown.front-matter-unclosed"),
    ("---\ntitle: {{率}}\n---\n", "2:8 markdown.front-matter-figure-unquoted"),
    ("---\ntitle: 题\ndate: 2020-02-30\n---\n", "3:7 yaml.not-a-date"),
    ("---\ntitle: 题\ntittle: 二\n---\n", "3:1 yaml.unknown-key"),
    ("---\ntitle: 题\n网址名: a/b\n---\n", "3:6 markdown.bad-slug"),
  ])
  func saysWhatIsWrongAtItsPlace(text: String, problem: String) {
    #expect(Compiled(text, requiresTitle: true).problems == [problem])
  }

  @Test func onlyWarnsOfAnUnknownKeyAndSuggestsTheNearest() {
    let finding = Compiled("---\ntitle: 题\n标提: 二\n---\n").findings.first
    #expect(finding?.severity == .warning)
    #expect(finding?.suggestions.first == "标题")
  }

  @Test func needsNoFrontMatterWhereNoneIsAskedFor() {
    #expect(Compiled("当日的话。\n").problems == [])
    #expect(Compiled("").document.pieces.isEmpty)
  }

  @Test func refusesFrontMatterOver64KB() {
    let text = "---\ntitle: 题\nsummary: \(String(repeating: "长", count: 22_000))\n---\n"
    #expect(Compiled(text).findings.map(\.rule.id) == ["yaml.too-large"])
  }

  @Test(
    arguments: [
      ("图/a.jpg", "图/a.jpg", nil), ("![门口的卡点](a.jpg)", "a.jpg", "门口的卡点"), ("![](a.jpg)", "a.jpg", nil),
      ("![a](b", "![a](b", nil),
    ] as [(String, String, String?)])
  func aCoverMayTellWhatItShows(written: String, address: String, text: String?) {
    let document = Compiled("---\ntitle: 题\ncover: \"\(written)\"\n---\n").document
    #expect(document.frontMatter.cover == address)
    #expect(document.frontMatter.coverText == text)
    #expect(document.links.map(\.target) == [address])
    #expect(document.frontMatter.location(of: .cover).description == "a.md:3:8")
  }
}
