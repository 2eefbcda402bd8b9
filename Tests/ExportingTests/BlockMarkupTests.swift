import Common
import Testing

@testable import Exporting
@testable import Pages

@Suite struct BlockMarkupTests {
  private func lines(_ block: BlockView, isNarrow: Bool = true) throws -> [String] {
    let words = try SampleSite().plan.context.words
    return BlockMarkup(words: words, chart: .phone, isNarrow: isNarrow).markup(block).lines
  }

  private let provisional = FigureText(number: "95.4", unit: "%", mark: Mark(kind: .prov, text: "暂定"))

  @Test func writesCardsWithCompleteness() throws {
    let card = CardView(
      title: LinkText(text: "排查覆盖率"), figure: provisional, mark: Mark(kind: .warn, text: "偏低"), change: nil,
      comparison: nil,
      lines: [
        (label: "报数", text: "基于35/37个社区", address: nil, mark: nil),
        (label: "口径", text: "怎么算", address: "indicators/a.html", mark: nil),
      ], trend: nil)
    let block = BlockView.figures(id: "f", title: "关键数字", subtitle: "", cards: [card], table: nil)
    #expect(try lines(block) == ["关键数字", "排查覆盖率", "95.4% 偏低 暂定", "报数：基于35/37个社区"])
  }

  @Test func leavesOptionalColumnsOutOnAPhone() throws {
    let table = TableView(
      id: "t", title: "表", subtitle: "", note: "注",
      columns: [
        TableView.Column(title: "社区", isNumber: false), TableView.Column(title: "今日", isNumber: true),
        TableView.Column(title: "昨日", isNumber: true, isOptional: true),
      ],
      rows: [
        TableView.Row(
          header: LinkText(text: "东风"),
          cells: [
            TableView.Cell(text: "已隐去", mark: Mark(kind: .hid, text: "已隐去")), TableView.Cell(text: "5"),
          ])
      ])
    #expect(try lines(.table(table)) == ["表", "社区", "今日", "东风", "已隐去", "注"])
    #expect(try lines(.table(table), isNarrow: false) == ["表", "社区", "今日", "昨日", "东风", "已隐去", "5", "注"])
  }

  @Test func writesNotesAsSentences() throws {
    let notes = NotesView(
      id: "n", title: "报数情况",
      late: [
        NotesView.Late(
          dataset: "日报", reported: 3, expected: 4,
          missing: [LinkText(text: "光明社区", address: "regions/a.html")],
          summary: "日报：已报3/4，未报1个社区")
      ], complete: "", provisional: ["以下数字为暂定。"],
      corrections: [NotesView.Correction(subject: "东风", old: "4", new: "2", reason: "重复登记", byline: "街道")])
    #expect(
      try lines(.notes(notes)) == [
        "报数情况", "日报：已报3/4，未报1个社区（光明社区）。", "以下数字为暂定。", "更正：东风 4 2（重复登记；街道）",
      ])
  }

  @Test func writesRemindersAsSentencesAndATable() throws {
    let table = TableView(
      id: "r", title: "", subtitle: "", note: "",
      columns: [
        TableView.Column(title: "单位", isNumber: false), TableView.Column(title: "状态", isNumber: false),
      ],
      rows: [
        TableView.Row(
          header: LinkText(text: "光明社区"),
          cells: [TableView.Cell(text: "未报", mark: Mark(kind: .miss, text: "未报"))])
      ])
    let view = RemindersView(
      id: "r", title: "谁还没有报数", subtitle: "", complete: "已按时报齐：物资日报。",
      items: [
        RemindersView.Item(dataset: "排查日报", summary: "已报3/4个社区", reported: 3, expected: 4)
      ], table: table, shown: 1, foldTitle: "")
    #expect(
      try lines(.reminders(view)) == [
        "谁还没有报数", "排查日报：已报3/4个社区。", "已按时报齐：物资日报。", "单位", "状态", "光明社区", "未报",
      ])
  }

  @Test func writesStepsProfilesAndStories() throws {
    let step = StepView(
      title: "敲门", text: "一户一户。", figure: provisional, figureTitle: LinkText(text: "排查覆盖率"))
    #expect(
      try lines(.steps(title: "三步", steps: [step]))
        == ["三步", "1. 敲门 （排查覆盖率：95.4%） 暂定一户一户。"].map {
          $0.replacing(" （", with: "（")
        } || lines(.steps(title: "三步", steps: [step])).last?.contains("排查覆盖率：95.4%） 暂定") == true)
    let profile = ProfileView(
      id: "p", name: "何晓琴", role: "书记", text: "守门。", place: LinkText(text: "安家嘴社区"), figures: [])
    #expect(try lines(.profile(profile)) == ["何晓琴", "书记，安家嘴社区", "守门。"])
    let story = StoryCard(
      title: "小巷", address: "stories/a.html", summary: "摘要。", place: nil, day: CivilDate(iso: "2020-02-20"),
      isIllustrative: false)
    #expect(try lines(.stories(title: "", stories: [story])) == ["小巷2020年2月20日摘要。"])
  }

  @Test func writesAllRowsOfARanking() throws {
    func row(_ position: String, _ name: String) -> RankingView.Row {
      RankingView.Row(
        position: position, place: LinkText(text: name), value: FigureText(number: "96.2", unit: "%"),
        share: 1,
        barText: "", targetShare: nil, change: "+1.0", parts: "1 / 2", others: [], mark: nil)
    }
    let empty = TableView(id: "r", title: "", subtitle: "", note: "", columns: [], rows: [])
    let ranking = RankingView(
      id: "r", title: "", subtitle: "", note: "", valueTitle: "覆盖率", barTitle: "", partsTitle: "已/应",
      otherTitles: [], rows: [row("1", "东风")], folded: [row("2", "红星")], table: empty)
    #expect(
      try lines(.ranking(ranking))
        == [
          "位次", "社区", "覆盖率", "变化", "1", "东风", "96.2", "+1.0", "2", "红星", "96.2", "+1.0",
        ].map { $0 == "社区" ? "地点" : $0 })
    #expect(try lines(.ranking(ranking), isNarrow: false).contains("1 / 2"))
  }

  @Test func writesNothingForAnEmptyBlock() throws {
    #expect(try lines(.nothing).isEmpty)
  }
}
