import Testing

@testable import Comparing

/// Differences of prose that a person can read.
@Suite struct TextComparisonTests {
  private static func shown(_ passages: [[TextRun]]) -> [String] {
    passages.map { runs in
      runs.map { run in
        switch run.kind {
        case .same: run.text
        case .removed: "[-\(run.text)-]"
        case .added: "{+\(run.text)+}"
        }
      }.joined()
    }
  }

  @Test func aChangedNumberStandsInItsSentence() {
    let passages = TextComparison.passages("夜里很冷。门口有38人。天亮了。", "夜里很冷。门口有40人。天亮了。")
    #expect(Self.shown(passages) == ["夜里很冷。门口有[-38-]{+40+}人。"])
  }

  @Test func anAddedSentenceStandsBehindTheOneBefore() {
    let passages = TextComparison.passages("一。二。", "一。新的一句。二。")
    #expect(Self.shown(passages) == ["一。{+新的一句。+}"])
  }

  @Test func aRewrittenSentenceIsShownWhole() {
    let passages = TextComparison.passages("他们在门口守了一夜。", "口罩够用十天！")
    #expect(Self.shown(passages) == ["[-他们在门口守了一夜。-]{+口罩够用十天！+}"])
  }

  @Test func equalTextsHaveNoPassages() {
    #expect(TextComparison.passages("一。二。", "一。二。").isEmpty)
  }

  @Test func filesThatCameAndWentAreTold() {
    let changes = TextComparison.changes(
      from: ["stories/a.md": Array("甲".utf8), "stories/b.md": Array("乙".utf8)],
      to: ["stories/b.md": Array("乙".utf8), "stories/c.md": Array("丙".utf8)])
    #expect(changes.map(\.path) == ["stories/a.md", "stories/c.md"])
    #expect(changes.map(\.kind) == [.removed, .added])
  }

  @Test(arguments: [("", "一。"), ("一。", ""), ("一。\n\n二。", "一。\n二。"), ("a b", "a c")])
  func whatIsRemovedAndAddedGivesBothTexts(old: String, new: String) {
    let runs = TextComparison.passages(old, new).flatMap { $0 }
    #expect(!runs.isEmpty)
    let changed = runs.filter { $0.kind != .same }
    #expect(changed.allSatisfy { !$0.text.isEmpty })
  }
}
