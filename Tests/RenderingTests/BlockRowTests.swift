import Common
import Pages
import Testing

@testable import Rendering

/// `width` and `fold`: what stands side by side, and what is closed on a phone.
@Suite struct BlockRowTests {
  private func body(_ markdown: String) throws -> String {
    let page = "---\ntitle: 一\nplace: 临江街道\n---\n\n" + markdown
    let html = try RenderedSite(SampleSite(), adding: [("stories/x.md", page)]).text("stories/x.html")
    return html
  }

  private func table(_ indicator: String, _ options: String) -> String {
    "```table\n\(options)indicators: [\(indicator)]\n```\n\n"
  }

  @Test func blocksOfAWidthOfTheirOwnShareARow() throws {
    let html = try body(
      table("排查覆盖率", "宽度: 半宽\n") + table("志愿者人数", "width: half\n") + table("超时件数", "")
        + table("应排查户数", "width: wide\n") + "一段话。\n\n" + table("已排查户数", "width: narrow\n"))
    let marks = html.split(separator: "<").compactMap { tag -> String? in
      for mark in ["row", "w-half", "w-wide", "w-narrow"] where tag.hasPrefix("div class=\"\(mark)\">") {
        return mark
      }
      return nil
    }
    #expect(marks == ["row", "w-half", "w-half", "row", "w-wide", "row", "w-narrow"])
    #expect(html.split(separator: "<div class=\"row\">").count == 4)
    #expect(
      html.split(separator: "<div", omittingEmptySubsequences: false).count
        == html.split(separator: "</div>", omittingEmptySubsequences: false).count)
  }

  @Test func aBlockWithNothingToShowPartsNoRowAndOpensNone() throws {
    let nothing = "```table\nplace: 桃源社区\nwidth: half\nindicators: [排查覆盖率]\n```\n\n"
    let html = try body(table("排查覆盖率", "width: half\n") + nothing + table("志愿者人数", "width: half\n"))
    #expect(html.split(separator: "<div class=\"row\">").count == 2)
    #expect(try !body(nothing).contains("class=\"row\""))
  }

  @Test func aTableMayBeFolded() throws {
    #expect(try body(table("排查覆盖率", "折叠: 是\n")).contains("[folded]"))
    #expect(try !body(table("排查覆盖率", "")).contains("[folded]"))
  }
}
