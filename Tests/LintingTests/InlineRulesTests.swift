import Testing

@testable import Linting

/// Slips inside a line: the slip, its edges, and what only looks like one.
@Suite struct InlineRulesTests {
  @Test(arguments: [
    ("见[链接]（b.md）。", ["link-brackets 1:6"], "见[链接](b.md)。"),
    ("【链接】(b.md)", ["link-brackets 1:1"], "[链接](b.md)"),
    ("【链接】（https://a.cn/b）", ["link-brackets 1:1"], "[链接](https://a.cn/b)"),
    ("！[图](../static/x.jpg)", ["link-brackets 1:1"], "![图](../static/x.jpg)"),
    ("！【图】（x.png）", ["link-brackets 1:1"], "![图](x.png)"),
    ("[链接](b.md）", ["link-brackets 1:10"], "[链接](b.md)"),
  ])
  func findsFullWidthBracketsOfALink(_ text: String, _ found: [String], _ fixed: String) {
    #expect(Linted(text).found == found)
    #expect(Linted(text).fixed == fixed)
  }

  @Test(arguments: [
    "【通知】（2020年第3号）", "[链接](b.md)", "[注]（见下文）", "快来！[看照片](x.jpg)", "`[链接]（b.md）`", "【要闻】复工", "[甲](乙（丙）.md)",
  ])
  func leavesOtherBracketsAlone(_ text: String) {
    #expect(Linted(text).found == [])
  }

  @Test func findsASpaceInAnAddress() {
    #expect(Linted("![图](张三 书记.md)").found == ["link-space 1:8"])
    #expect(Linted("![图](张三.jpg \"书记\")").found == [])
    #expect(Linted("![图](<张三 书记.md>)").found == [])
    #expect(Linted("[注](见 下文)").found == [])
  }

  @Test(arguments: [
    ("**粗体*后", ["emphasis-unbalanced 1:1"]),
    ("*粗体**后", ["emphasis-unbalanced 1:4"]),
    ("甲**乙", ["emphasis-unbalanced 1:2"]),
    ("甲\n乙**丙\n丁", ["emphasis-unbalanced 2:2"]),
  ])
  func findsAsterisksWithoutAPartner(_ text: String, _ found: [String]) {
    #expect(Linted(text).found == found)
    #expect(Linted(text).fixed == text)
  }

  @Test(arguments: [
    "这是**“中文”**中文", "**注意：**请戴口罩", "**[张三](x.md)**说", "复工率**{{复工率}}**的企业", "*甲***乙**", "**甲*乙*丙**",
    "**甲\n乙**",
    "\\*\\*甲", "`**`", "138****1234", "* * *", "* 甲", "3*4", "***甲***",
  ])
  func leavesSoundEmphasisAlone(_ text: String) {
    #expect(Linted(text).found == [])
  }

  @Test(arguments: [
    ("** 粗体 **", "**粗体**"), ("先** 敲门**后", "先**敲门**后"), ("先**敲门 **。", "先**敲门**。"),
    ("**甲**和** 乙**", "**甲**和**乙**"),
  ])
  func findsSpacesInsideEmphasis(_ text: String, _ fixed: String) {
    #expect(Linted(text).found.count == 1)
    #expect(Linted(text).found.allSatisfy { $0.hasPrefix("emphasis-space") })
    #expect(Linted(text).fixed == fixed)
  }

  @Test(arguments: [
    ("敲门,登记", ["half-width-punctuation 1:3"], "敲门，登记"),
    ("如下:", ["half-width-punctuation 1:3"], "如下："),
    ("谁回来了?记上!", ["half-width-punctuation 1:5", "half-width-punctuation 1:8"], "谁回来了？记上！"),
    ("社区(含村)都报", ["half-width-punctuation 1:3"], "社区（含村）都报"),
    ("完成.", ["half-width-punctuation 1:3"], "完成。"),
    ("率{{复工率}},升了", ["half-width-punctuation 1:9"], "率{{复工率}}，升了"),
    ("守门,\r\n敲门", ["half-width-punctuation 1:3"], "守门，\r\n敲门"),
  ])
  func findsHalfWidthPunctuation(_ text: String, _ found: [String], _ fixed: String) {
    #expect(Linted(text).found == found)
    #expect(Linted(text).fixed == fixed)
  }

  @Test(arguments: [
    "A,B", "12:30开门", "用 Word, 再转", "http://a.cn/甲,乙", "1,127户", "甲(ABC)乙", "[甲](a.md)", "图![甲](a.png)",
    "`甲,乙`",
    "{{甲,乙}}", "甲\\,乙", "甲...", "18:00,完",
  ])
  func leavesOtherPunctuationAlone(_ text: String) {
    #expect(Linted(text).found == [])
  }

  @Test func asksWhatADotBetweenCharactersIs() {
    #expect(Linted("买买提.阿不都").found == ["half-width-dot 1:4"])
    #expect(Linted("买买提.阿不都").fixed == "买买提.阿不都")
  }

  @Test func findsFullWidthDigitsAndLetters() {
    #expect(Linted("共１２户，ＡＢ两座").found == ["full-width-characters 1:2", "full-width-characters 1:6"])
    #expect(Linted("共12户，％").found == [])
  }

  @Test func findsDoubledPunctuation() {
    #expect(Linted("完了。。还有，，").found == ["doubled-punctuation 1:3", "doubled-punctuation 1:7"])
    #expect(Linted("完了……还有！！").found == [])
  }

  @Test func findsMixedQuotes() {
    #expect(Linted("“甲”“乙”「丙」").found == ["mixed-quotes 1:7"])
    #expect(Linted("“甲”说\"乙\"").found == ["mixed-quotes 1:5"])
    #expect(Linted("“甲‘乙’”").found == [])
    #expect(Linted("「甲『乙』」").found == [])
    #expect(Linted("“甲”`「乙」`").found == [])
  }

  @Test func countsColumnsInCharacters() {
    #expect(Linted("\u{FEFF}敲门,登记").found == ["half-width-punctuation 1:3"])
    #expect(Linted("𠮷野家,早").found == ["half-width-punctuation 1:4"])
    #expect(Linted("甲\r\n\r\n敲门,登记").found == ["half-width-punctuation 3:3"])
  }

  @Test func readsCellsAndNotesAsProse() {
    #expect(Linted("| 甲,乙 | 丙 |\n|---|---|\n| 丁 | 戊,己 |").found.count == 2)
    #expect(Linted("[^1]: 来源:报道").found == ["half-width-punctuation 1:9"])
    #expect(Linted("[甲]: b,丙.md").found == [])
  }
}
