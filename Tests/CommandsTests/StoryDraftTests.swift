import Messages
import Testing

@testable import Commands

@Suite struct StoryDraftTests {
  @Test(arguments: ["何晓琴", "王伟", "欧阳明华", "司马光", "Mary Lane", "Anne-Marie Lane"])
  func takesAPersonsName(_ name: String) {
    #expect(PersonName.isLikely(name))
  }

  @Test(arguments: ["夜班", "复工第一天", "卡点变成服务点", "何晓琴的一天", "a day", "Night", "2020-02-14", "IT NEWS", ""])
  func takesNoTitleForAPerson(_ name: String) {
    #expect(!PersonName.isLikely(name))
  }

  @Test func keepsItsListOfFiguresOutOfTheText() {
    let draft = StoryDraft(
      title: "何晓琴 \"敲门\"", date: "2020-03-31", place: "安家嘴社区", people: ["何晓琴"],
      figures: (1...30).map { StoryDraft.Figure(mark: "{{户数\($0)}}", value: "6000多户\n", day: "2020-03-31") },
      figuresOf: "安家嘴社区")
    let text = draft.text(MessageCatalogue.load(.chinese))
    let parts = text.split(separator: "---\n", omittingEmptySubsequences: false)
    #expect(parts.count == 3)
    #expect(parts[1].contains("title: \"何晓琴 \\\"敲门\\\"\"\ndate: 2020-03-31\nplace: 安家嘴社区\n"))
    #expect(parts[1].contains("people: [何晓琴]\ntags: []\n# "))
    #expect(parts[1].contains("# {{户数1}} → 6000多户"))
    #expect(parts[1].contains("{{户数24}}") && !parts[1].contains("{{户数25}}"))
    #expect(!parts[2].contains("{{"))
  }

  @Test func quotesAPlaceThatYAMLWouldMisread() {
    let draft = StoryDraft(
      title: "a", date: nil, place: "卢沟桥街道/东风社区", people: ["Mary Lane"], figures: [], figuresOf: "")
    let text = draft.text(MessageCatalogue.load(.english))
    #expect(text.hasPrefix("---\ntitle: \"a\"\nplace: \"卢沟桥街道/东风社区\"\n"))
    #expect(text.contains("people: [\"Mary Lane\"]\n"))
  }
}

@Suite struct ManualPageTests {
  @Test func namesEveryCommandAndItsOptions() throws {
    let page = try #require(ManualPage(help: JianbaoCommand._dumpHelp())).text
    #expect(page.hasPrefix(".TH JIANBAO 1"))
    for command in ["new story", "check", "build", "serve", "explain"] {
      #expect(page.contains("\n.SS \"jianbao \(command)"), "\(command)")
    }
    #expect(page.contains("\\-\\-as\\-of <day>"))
    #expect(page.contains("jianbao new story 何晓琴 \\-\\-place 安家嘴社区"))
    #expect(!page.contains("help\\-man"))
  }

  @Test func beginsNoLineWithARequestThatIsNone() throws {
    let page = try #require(ManualPage(help: JianbaoCommand._dumpHelp())).text
    let known: Set<Substring> = [
      ".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".I", ".RI", ".RS", ".RE", ".nf", ".fi",
    ]
    for line in page.split(separator: "\n") where line.hasPrefix(".") {
      #expect(known.contains(line.prefix { $0 != " " }), "\(line)")
    }
  }
}
