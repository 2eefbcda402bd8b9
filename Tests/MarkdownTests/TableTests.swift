import Common
import Markdown
import Testing

@Suite struct TableTests {
  @Test func writesATableWithScopesAndAlignment() {
    let compiled = Compiled("| 社区 | 户数 |\n|---|--:|\n| 安家嘴 | **{{户数|较昨日}}** |\n| 甲`|`乙 | a\\|b |\n")
    #expect(
      compiled.html == """
        <table>
        <thead>
        <tr>
        <th scope="col">社区</th>
        <th scope="col" class="align-right">户数</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>安家嘴</td>
        <td class="align-right"><strong>⟦户数⟧</strong></td>
        </tr>
        <tr>
        <td>甲<code>|</code>乙</td>
        <td class="align-right">a|b</td>
        </tr>
        </tbody>
        </table>

        """)
    #expect(compiled.problems == [])
  }

  @Test(arguments: [
    ("甲 | 乙\n--- | ---\n丙 |\n", ["甲", "乙", "丙", ""]),
    ("| 甲 |\n|---|\n", ["甲"]),
    ("| 甲 | 乙 |\n|:-:|---|\n|  | 丁 |\n| 戊 |\n", ["甲", "乙", "", "丁", "戊", ""]),
    ("| `a\\|b` | 乙 |\n|---|---|\n", ["<code>a|b</code>", "乙"]),
  ])
  func findsTheCells(markdown: String, cells: [String]) {
    let compiled = Compiled(markdown)
    let found = compiled.html.split(separator: "\n").filter { $0.hasPrefix("<t") && $0.contains("</t") }
      .map { $0.drop { $0 != ">" }.dropFirst().dropLast(5) }
    #expect(found.map(String.init) == cells)
    #expect(compiled.problems == [])
  }

  @Test func beginsBehindALineOfText() {
    let html = Compiled("如下：\n| 甲 |\n|---|\n| 乙 |\n\n丙\n").html
    #expect(html.hasPrefix("<p>如下：</p>\n<table>\n<thead>\n<tr>\n<th scope=\"col\">甲</th>"))
    #expect(html.hasSuffix("<td>乙</td>\n</tr>\n</tbody>\n</table>\n<p>丙</p>\n"))
  }

  @Test func standsInAListToo() {
    let html = Compiled("- | 甲 | 乙 |\n  |---|---|\n  | 丙 | 丁 |\n").html
    #expect(html.hasPrefix("<ul>\n<li>\n<table>"))
    #expect(html.contains("<td>丁</td>"))
  }

  @Test(arguments: ["甲 | 乙\n丙 | 丁\n", "甲 | 乙\n|---|\n", "| 甲 |\n\n|---|\n", "`a`\n|\n"])
  func leavesOtherPipesAlone(markdown: String) {
    #expect(!Compiled(markdown).html.contains("<table>"))
  }

  @Test func keepsABackslashedPipeInCodeElsewhere() {
    #expect(Compiled("`a\\|b` c\\|d\n\n|x|\n|-|\n").html.hasPrefix("<p><code>a\\|b</code> c|d</p>"))
  }

  @Test func saysWhenARowIsTooLongOrBroken() {
    #expect(Compiled("| 甲 |\n|---|\n| 乙 | 丙 |\n").problems == ["3:1 markdown.table-row-too-long"])
    #expect(Compiled("| 甲 |\n|---|\n| **乙 |\n| 丙** |\n").problems == ["1:1 markdown.table-row-broken"])
  }
}
