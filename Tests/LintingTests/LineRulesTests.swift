import Testing

@testable import Linting

/// Slips at the beginning of a line: the slip, its edges, and what only looks like one.
@Suite struct LineRulesTests {
  @Test(arguments: [
    ("1.复工", ["list-space 1:1"], "1. 复工"),
    ("1.申请\n2.核查\n3.复工", ["list-space 1:1", "list-space 2:1", "list-space 3:1"], "1. 申请\n2. 核查\n3. 复工"),
    ("1)「先」敲门", ["list-space 1:1"], "1) 「先」敲门"),
    ("1．复工", ["list-space 1:1"], "1. 复工"),
    ("1.　复工", ["list-space 1:1"], "1. 复工"),
    ("-复工", ["list-space 1:1"], "- 复工"),
    ("> 1.复工", ["list-space 1:3"], "> 1. 复工"),
    ("- 甲\n-乙", ["list-space 2:1"], "- 甲\n- 乙"),
  ])
  func findsAListWithoutASpace(_ text: String, _ found: [String], _ fixed: String) {
    #expect(Linted(text).found == found)
    #expect(Linted(text).fixed == fixed)
  }

  @Test(arguments: [
    "1. 复工", "1.5万户", "2020.2.14起", "12345.热线", "-5度", "- 复工", "1、复工", "敲门要\n2.5次", "第\n3.核查",
    "*甲*乙", "1.", "——守门的人",
  ])
  func leavesOtherNumbersAlone(_ text: String) {
    #expect(Linted(text).found.filter { $0.hasPrefix("list-space") } == [])
  }

  @Test(arguments: [
    ("#标题", "# 标题"), ("##　标题", "## 标题"), ("＃＃标题", "## 标题"), ("# 甲\n\n###“乙”", "# 甲\n\n### “乙”"),
  ])
  func findsAHeadingWithoutASpace(_ text: String, _ fixed: String) {
    #expect(Linted(text).found.count == 1)
    #expect(Linted(text).found.allSatisfy { $0.hasPrefix("heading-space") && $0.hasSuffix(":1") })
    #expect(Linted(text).fixed == fixed)
  }

  @Test(arguments: ["# 标题", "#武汉加油#今天", "#5号楼", "#######七", "C#语言", "#", "#tag"])
  func leavesOtherNumberSignsAlone(_ text: String) {
    #expect(Linted(text).found == [])
  }

  @Test(arguments: [
    ("守门\n---\n下文", ["setext-heading 2:1"], "守门\n\n---\n下文"),
    ("守门\r\n---\r\n下文", ["setext-heading 2:1"], "守门\r\n\r\n---\r\n下文"),
    ("> 守门\n> ---", ["setext-heading 2:3"], "> 守门\n>\n> ---"),
    ("守门\n===", ["setext-heading 2:1"], "守门\n==="),
    ("- 守门\n  ---", ["setext-heading 2:3"], "- 守门\n\n  ---"),
  ])
  func findsALineThatMakesTheOneAboveAHeading(_ text: String, _ found: [String], _ fixed: String) {
    #expect(Linted(text).found == found)
    #expect(Linted(text).fixed == fixed)
  }

  @Test(arguments: [
    "守门\n\n---", "- 守门\n---", "> 守门\n---", "甲 | 乙\n---|---\n一 | 二", "---\ntitle: 甲\n---\n正文", "# 甲\n---",
    "***\n---",
    "```\n甲\n---\n```",
  ])
  func leavesADividingLineAlone(_ text: String) {
    #expect(Linted(text).found == [])
  }

  @Test func findsAnIndentedParagraph() {
    #expect(Linted("甲\n\n    空四格\n    再一行").found == ["indented-code 3:5"])
    #expect(Linted("甲\n\n\t空一个制表符").found == ["indented-code 3:2"])
    #expect(Linted("- 甲\n\n     空两格以上").found == [])
    #expect(Linted("- 甲\n\n          空四格以上").found == ["indented-code 3:11"])
    #expect(Linted("甲\n    接着说").found == [])
    #expect(Linted("    let code = 1").found == [])
  }

  @Test func findsFullWidthSpacesBeforeAParagraph() {
    #expect(Linted("　　二月初").found == ["full-width-indent 1:1"])
    #expect(Linted("　　二月初\n　三月").fixed == "二月初\n三月")
    #expect(Linted("甲　乙").found == [])
    // What would become a block is left to its writer.
    #expect(Linted("　　---").fixed == "　　---")
    #expect(Linted("　　1.复工").fixed == "1. 复工")
  }

  @Test func readsNoFrontMatterCodeOrHTML() {
    let text =
      "---\n标题: 1.复工,好\n---\n\n```图表\n标题: 甲,乙\n```\n\n~~~\n#标题\n~~~\n\n<div>\n1.复工,好\n</div>\n\n`甲,乙`\n"
    #expect(Linted(text).found == [])
  }
}
