import Common
import Testing

@testable import Pages

/// Lengths as an editor counts them.
@Suite struct TextLengthTests {
  @Test(
    arguments: [
      ("", 0, 0), ("敲门是第一道办法。", 8, 0), ("，。！？——……「」", 0, 0), ("二〇二〇年", 5, 0),
      ("共3,601户，95.2%", 2, 2), ("COVID-19 don’t it's", 0, 3), ("18:00—19:30", 0, 2), ("A股5G网", 2, 2),
      ("Hello, world. 你好", 2, 2), ("かなカナー", 5, 0), ("복공률이 올랐다", 0, 2), ("2020-03-31", 0, 1),
      ("一个口罩🙂", 4, 0), ("a.b", 0, 2), ("-x-", 0, 1), ("𠮷野家", 3, 0), ("é e\u{301}", 0, 2),
    ])
  func countsEachCharacterAndEachWordAndNumber(text: String, characters: Int, words: Int) {
    let length = TextLength([text])
    #expect(length.characters == characters && length.words == words, "\(text): \(length)")
    #expect(length.total == characters + words)
  }

  @Test(arguments: [(1, 1), (400, 1), (401, 2), (2000, 5)])
  func fourHundredCharactersTakeAMinute(count: Int, minutes: Int) {
    #expect(TextLength([String(repeating: "字", count: count)]).minutes == minutes)
  }

  @Test func twoHundredWordsTakeAMinute() {
    #expect(TextLength([String(repeating: "word ", count: 200)]).minutes == 1)
    #expect(TextLength([String(repeating: "word ", count: 201)]).minutes == 2)
    #expect(
      TextLength([String(repeating: "字", count: 300), String(repeating: "9 ", count: 100)]).minutes == 2)
  }

  @Test func readsProseWithoutItsMarkup() {
    let html =
      "<h2 id=\"a\">题</h2>\n<p>一<strong>二</strong>a<em>b</em> &amp; 三<sup class=\"r\"><a href=\"#f\">1</a></sup></p>\n<ul>\n<li>四<br />五</li>\n</ul>\n"
    let prose = ProseText([.html(Array(html.utf8))])
    #expect(
      prose.blocks == [
        ProseText.Block(element: "h2", text: "题"), ProseText.Block(element: "p", text: "一二ab & 三"),
        ProseText.Block(element: "li", text: "四 五"),
      ])
  }

  @Test func countsTheFiguresOfAStoryAsTheyArePrinted() throws {
    // 桃源社区有6000多户，复工率70%。
    let view = try SampleSite().plan().plan.view(at: "stories/taoyuan.html")
    #expect(view.length?.characters == 10)
    #expect(view.length?.words == 2)
  }
}
