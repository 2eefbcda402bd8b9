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

  /// The shapes of GFM's own examples, in words of ours.
  @Test(arguments: [
    ("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n> 引\n", 2, "</table>\n<blockquote>\n<p>引</p>"),
    (
      "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n戊\n\n己\n", 4,
      "<td>戊</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n<p>己</p>"
    ),
    ("| 甲 | 乙 |\n| --- | --- |\n", 0, "</thead>\n</table>"),
    ("甲|乙\n:-:|-:\n丙|丁\n", 2, "<th scope=\"col\" class=\"align-center\">甲</th>"),
    ("| 甲\\|乙 |\n| --- |\n| 丙 `\\|` **\\|** |\n", 1, "<td>丙 <code>|</code> <strong>|</strong></td>"),
    ("|甲|\n|-|\n# 乙\n", 0, "</table>\n<h1"),
  ])
  func readsWhatGFMReads(markdown: String, cells: Int, part: String) {
    let html = Compiled(markdown).html
    #expect(html.contains(part))
    #expect(html.split(separator: "<td").count - 1 == cells)
  }

  @Test func isNoTableWhereTheHeaderDoesNotFit() {
    #expect(Compiled("| 甲 | 乙 |\n| --- |\n| 丙 |\n").html == "<p>| 甲 | 乙 |\n| --- |\n| 丙 |</p>\n")
  }

  @Test func leavesCellsOutThatHaveNoColumn() {
    let compiled = Compiled("| 甲 |\n|---|\n| 乙 | **丙** {{率}} |\n| 丁 |\n")
    #expect(compiled.html.contains("<td>乙</td>\n</tr>\n<tr>\n<td>丁</td>"))
    #expect(!compiled.html.contains("丙") && compiled.figures.isEmpty)
    #expect(compiled.problems == ["3:1 markdown.table-row-too-long"])
  }

  @Test(arguments: [
    "| `a` | 乙 |", "|`a`|乙|", "`a` | 乙", "  | `a` | 乙 |", "| **甲** | 乙 |", "| [甲](b) | 乙 |", "| {{率}} | 乙 |",
    "| ~~甲~~ | 乙 |",
    "| \\| | 乙 |", "| ![](a) | 乙 |", "| a ` b | 乙 |",
  ])
  func beginsARowWithAnything(row: String) {
    let compiled = Compiled("| 甲 | 乙 |\n|---|---|\n\(row)\n")
    #expect(compiled.html.split(separator: "<td").count == 3)
    #expect(compiled.html.contains("<td>乙</td>\n</tr>"))
    #expect(compiled.problems == [])
  }

  @Test(arguments: [
    "表：各社区户数\n\n| 甲 |\n|---|\n| 乙 |\n",
    "表：各社区户数\n| 甲 |\n|---|\n| 乙 |\n",
    "| 甲 |\n|---|\n| 乙 |\n\nTable: 各社区户数\n",
    "| 甲 |\n|---|\n| 乙 |\n表：各社区户数\n",
    "| 甲 |\n|---|\n| 乙 |\n\n表: 各社区户数\n",
  ])
  func takesTheParagraphBesideItForItsCaption(markdown: String) {
    let compiled = Compiled(markdown + "\n丁\n")
    #expect(
      compiled.html == """
        <table>
        <caption>各社区户数</caption>
        <thead>
        <tr>
        <th scope="col">甲</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>乙</td>
        </tr>
        </tbody>
        </table>
        <p>丁</p>

        """)
    #expect(compiled.problems == [])
  }

  @Test func keepsWhatACaptionHolds() {
    let html = Compiled("表1：**户数** {{户数}}[^1]\n\n| 甲 |\n|---|\n\n[^1]: 注\n").html
    #expect(html.hasPrefix("<table>\n<caption>表1：<strong>户数</strong> ⟦户数⟧<sup"))
    let list = Compiled("- 表：户数\n\n  | 甲 |\n  |---|\n\n> | 乙 |\n> |---|\n>\n> 表：人数\n").html
    #expect(list.contains("<caption>户数</caption>") && list.contains("<caption>人数</caption>"))
  }

  @Test(arguments: [
    "表：甲\n\n乙\n\n| 甲 |\n|---|\n", "表面上\n\n| 甲 |\n|---|\n", "- 表：甲\n\n| 甲 |\n|---|\n",
    "| 甲 |\n|---|\n\n- 表：乙\n",
    "| 甲 |\n|---|\n\n---\n\n表：乙\n",
  ])
  func takesNothingElseForACaption(markdown: String) {
    #expect(!Compiled(markdown).html.contains("<caption>"))
  }

  @Test func saysWhenEmphasisMergesCells() {
    #expect(Compiled("| 甲 | 乙 |\n|---|---|\n| *丙 | 丁* |\n").problems == ["3:1 markdown.table-cells-merged"])
  }

  @Test func boundsWhatShortRowsAreFilledUpWith() {
    let header = String(repeating: "a|", count: 2000) + "\n" + String(repeating: "-|", count: 2000) + "\n"
    let compiled = Compiled(header + String(repeating: "b\n", count: 20_000))
    #expect(compiled.findings.map(\.rule.id) == ["markdown.table-too-large"])
    #expect(compiled.html.utf8.count < 4_000_000)
  }
}
