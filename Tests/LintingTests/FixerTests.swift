import Reading
import Testing

@testable import Linting

/// Repairs change what they say they change, and a second run changes nothing.
@Suite struct FixerTests {
  private static let pieces = [
    "1.复工", "#标题", "　　", "**", "** 粗体 **", "---", "===", "\n", "\r\n", "\n\n", "[链接]（b.md）", "！【图】（x.png）",
    "敲门,登记", "(村)",
    "`甲,乙`", "```\n", "> ", "- ", "    ", "{{复工率}}", "。。", "“甲”", "「乙」", "*", "|", "\\", "<div>", "]", "（",
    "a.md)", "\t", "完.",
    "| 甲 | 乙 |\n|---|---|\n", "ＡＢ", "-复工", "1．", "# ", "\u{FEFF}",
  ]

  /// A text made of slips in an order that looks like none.
  private static func text(_ seed: UInt64) -> String {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (0..<40).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
  }

  @Test func changesNothingTheSecondTime() throws {
    for seed in UInt64(0)..<600 {
      let text = Self.text(seed)
      guard let once = Fixer.fixed(SourceFile(path: "a.md", bytes: Array(text.utf8))) else { continue }
      let again = Fixer.fixed(SourceFile(path: "a.md", bytes: once))
      #expect(
        again == nil, "\(text.debugDescription) \(String(decoding: once, as: UTF8.self).debugDescription)")
    }
  }

  @Test func keepsEveryOtherByte() {
    let text = "\u{FEFF}---\r\ntitle: 甲,乙\r\n---\r\n\r\n　　敲门,登记 \r\n\r\n```\r\n1.复工,好\r\n```\r\n末行  "
    let fixed = Linted(text).fixed
    #expect(fixed.utf8.elementsEqual(text.replacing("　　敲门,登记", with: "敲门，登记").utf8))
  }

  @Test func leavesASoundFileAlone() {
    #expect(Fixer.fixed(SourceFile(path: "a.md", bytes: Array("# 甲\r\n\r\n1. 乙\r\n".utf8))) == nil)
    #expect(Fixer.fixed(SourceFile(path: "a.md", bytes: [0xFF, 0x23])) == nil)
    #expect(Fixer.fixed(SourceFile(path: "a.md", bytes: [])) == nil)
  }

  @Test func showsTheChangeAsADifference() {
    let old = "甲\n乙\n1.丙\n丁\n戊\n己\n庚\n---\n辛\n"
    let new = "甲\n乙\n1. 丙\n丁\n戊\n己\n庚\n\n---\n辛\n"
    #expect(
      UnifiedDiff.text(path: "a.md", old: Array(old.utf8), new: Array(new.utf8)) == [
        "--- a.md", "+++ a.md", "@@ -2,3 +2,3 @@", " 乙", "-1.丙", "+1. 丙", " 丁", "@@ -7,2 +7,3 @@", " 庚", "+",
        " ---",
      ])
  }

  /// Long runs of whatever a rule looks ahead for: the work must grow with the text, not with its square.
  @Test(arguments: [
    "*", "**", "[", "【", "](", "![[]()", "`", "{{", "<a ", "(", "甲,", "#", "> ", "- ", "　", "1.甲\n", "** ",
    "- 甲", "1. ",
  ])
  func readsHostileTexts(_ piece: String) {
    let text = String(repeating: piece, count: 120_000 / piece.utf8.count)
    #expect(Linter(SourceFile(path: "a.md", bytes: Array(text.utf8)))?.lint() != nil)
  }
}
