import Common
import Markdown
import Reading
import Testing

@testable import Pages

/// Figures in prose.
@Suite struct InlineFigureTests {
  @Test(
    arguments: [
      ("排查覆盖率", "99.9%"), ("排查率", "99.9%"), ("coverage", "99.9%"), ("排查覆盖率 @光明社区", "100%"),
      ("排查覆盖率 @光明社区 2020-01-02", "未报"), ("排查覆盖率 @临江 2019-12-30", "79.2%"), ("户数 @桃源社区", "6000多户"),
      ("流动人口 @桃源社区", "7.3万人左右"), ("排查覆盖率|较昨日", "基本持平"), ("未排查户数 @临江 2020-01-01|较昨日", "减少420户"),
      ("排查覆盖率 @临江 2020-01-04|较昨日", "无可比数据"), ("超时件数|累计", "11件"), ("办结率|累计", "97.1%"),
      ("超时件数|7日均", "未报"), ("排查覆盖率 @红星社区|排名", "第4位（共4个）"), ("排查覆盖率 @和平社区|排名", "第1位（共4个）"),
    ])
  func fillsFiguresAndTransforms(figure: String, printed: String) throws {
    let view = try SampleSite().inline(figure)
    #expect(view.text == printed)
    #expect(view.address.hasPrefix("indicators/"))
  }

  @Test func theMarginSaysWhatWasMadeOfTheFigure() throws {
    let site = try SampleSite()
    let plain = try site.inline("排查覆盖率")
    #expect(plain.title == "排查覆盖率")
    #expect(plain.note == "排查覆盖率，3,600 / 3,601户，1月5日")
    let change = try site.inline("排查覆盖率 @东风社区|较昨日")
    #expect(change.title == "排查覆盖率（变化），东风社区")
    let reported = try site.inline("来源公布的复工率 @桃源社区")
    #expect(reported.note == "来源公布的复工率，来源公布，未公布分母")
  }

  @Test func speaksOfThePagesOwnPlaceAndDay() throws {
    let site = try SampleSite()
    #expect(try site.inline("排查覆盖率", of: "东风社区", on: "2020-01-01").text == "95.0%")
    #expect(try site.inline("户数", of: "桃源社区", on: "2020-01-05").text == "6000多户")
  }

  @Test func titlesHoldFiguresToo() throws {
    let site = try SampleSite()
    let resolved = site.resolve("---\ntitle: \"覆盖率{{排查覆盖率}}，{{志愿者人数}}\"\n---\n")
    #expect(try site.page(on: "2020-01-02").text(resolved.document.title) == "覆盖率96.0%，44人")
  }
}
