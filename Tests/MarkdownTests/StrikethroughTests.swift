import Testing

@Suite struct StrikethroughTests {
  private func html(_ markdown: String) -> String {
    Compiled(markdown).html.replacing("<p>", with: "").replacing("</p>\n", with: "")
  }

  @Test(arguments: [
    ("~~昨日~~今日", "<del>昨日</del>今日"),
    ("改为~~（旧）~~新", "改为<del>（旧）</del>新"),
    ("~~甲。~~乙", "<del>甲。</del>乙"),
    ("~~甲\n乙~~丙", "<del>甲乙</del>丙"),
    ("~~a~~ ~~b~~", "<del>a</del> <del>b</del>"),
    ("**~~甲~~**", "<strong><del>甲</del></strong>"),
    ("~~甲**乙**`丙`~~", "<del>甲<strong>乙</strong><code>丙</code></del>"),
    ("~~{{率}}~~", "<del>⟦率⟧</del>"),
    ("葛\u{E0100}~~()a~~a", "葛\u{E0100}<del>()a</del>a"),
    ("甲 ~~乙 ~~丙~~", "甲 ~~乙 <del>丙</del>"),
  ])
  func strikesOutWhatStandsBetweenPairs(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    "3~5人，6~7天", "~~甲", "甲~~", "~~~甲~~~乙", "~~ 甲 ~~", "甲~~~~乙", "a~~()a~~a",
  ])
  func leavesOtherTildesAlone(markdown: String) {
    #expect(!Compiled(markdown + "\n").html.contains("<del>"))
  }

  @Test func keepsEscapedTildesAndCode() {
    #expect(html("\\~\\~甲\\~\\~ `~~乙~~`") == "~~甲~~ <code>~~乙~~</code>")
    #expect(html("`\\~` [甲](b\\~c)") == "<code>\\~</code> <a href=\"b~c\">甲</a>")
  }

  @Test func neverRunsOverOtherInlinesOrCells() {
    #expect(html("**甲~~乙**丙~~") == "<strong>甲~~乙</strong>丙~~")
    let table = Compiled("| ~~甲 | 乙~~ |\n|---|---|\n| ~~丙~~ | 丁 |\n").html
    #expect(table.contains("<th scope=\"col\">~~甲</th>"))
    #expect(table.contains("<td><del>丙</del></td>"))
  }
}
