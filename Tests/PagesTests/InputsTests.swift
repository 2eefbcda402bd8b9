import Common
import Reading
import Tables
import Testing

@testable import Pages

/// 数据来由: the rows of 排查日报 stand in `all.csv`, those of January 5 in lines 21 to 24.
@Suite struct InputsTests {
  private func view(
    _ body: String, of place: String = "临江街道", on day: String? = "2020-01-05", _ language: String = "zh-Hans"
  ) throws -> InputsView? {
    if case .inputs(let view) = try SampleSite(language).block("inputs", body, of: place, on: day) {
      return view
    }
    return nil
  }

  private func rows(_ view: InputsView?) -> [String] {
    view?.table.rows.map { ([$0.header.text] + $0.cells.map(\.text)).joined(separator: "|") } ?? []
  }

  @Test func numbersInputsBeforeWhatIsComputedFromThem() throws {
    let view = try #require(try view("title: 数据来由\nindicators: [排查覆盖率]"))
    #expect(
      rows(view) == [
        "01|已排查户数|3,600户||data/screening/all.csv 第21-24行", "02|应排查户数|3,601户||data/screening/all.csv 第21-24行",
        "03|排查覆盖率|99.9%||行01 ÷ 行02",
      ])
    #expect(view.table.rows.map { $0.cells[0].address } == [nil, nil, "indicators/coverage.html"])
    #expect(view.foldTitle == "1项指标的来由，3行" && view.subtitle == "临江街道，2020年1月5日")
    #expect(view.table.rows[2].cells[1].plain == "99.97223")
  }

  @Test func givesWhatIsUsedTwiceOneRow() throws {
    let view = try view("indicators: [应排查户数, 排查覆盖率, 未排查户数]")
    #expect(
      rows(view).map { $0.split(separator: "|").first.map(String.init) ?? "" } == ["01", "02", "03", "04"])
    #expect(rows(view).first?.hasPrefix("01|应排查户数|3,601") == true)
    #expect(rows(view)[2].hasSuffix("行02 ÷ 行01"))
    #expect(rows(view)[3].hasSuffix("行01 − 行02"), "\(rows(view))")
  }

  @Test func saysWhoIsMissingAndWhatHasNoReport() throws {
    let part = try view("indicators: [排查覆盖率]", on: "2020-01-02")
    #expect(rows(part).last?.contains("基于3/4个社区") == true, "\(rows(part))")
    let silent = try view("indicators: [排查覆盖率]", of: "光明社区", on: "2020-01-02")
    #expect(rows(silent).first == "01|已排查户数|—|未报|排查日报没有报来", "\(rows(silent))")
    #expect(rows(silent).last?.contains("未报") == true)
  }

  @Test func saysWhatTheSourceWroteInsteadOfAValue() throws {
    // 东风社区 has its figure of 2019-12-30 in the first row.
    let site = try SampleSite { tables in
      for index in tables.indices where tables[index].declaration.name == "screening" {
        guard case .numbers(var values, let scale) = tables[index].columns[3] else { continue }
        values[0] = Column.missing
        tables[index].columns[3] = .numbers(values, scale: scale)
        tables[index].labels = [3: [0: "停工"]]
      }
    }
    guard
      case .inputs(let view) = try site.block(
        "inputs", "indicators: [排查覆盖率]", of: "东风社区", on: "2019-12-30")
    else {
      Issue.record("no inputs")
      return
    }
    #expect(rows(view).first?.hasPrefix("01|已排查户数|—|停工|") == true, "\(rows(view))")
  }

  @Test func listsWhateverThePlaceHasWhereNoneIsNamed() throws {
    let all = try #require(try view(""))
    let names = all.table.rows.map { $0.cells[0].text }
    for name in ["排查覆盖率", "办结率", "口罩可用天数", "志愿者人数"] { #expect(names.contains(name), "\(names)") }
    #expect(Set(all.table.rows.map(\.header.text)).count == all.table.rows.count)
    // Facts of another place are none of this one's.
    #expect(!names.contains("来源公布的复工率"))
    #expect(try view("", of: "桃源社区", on: nil)?.table.rows.contains { $0.cells[0].text == "来源公布的复工率" } == true)
  }

  @Test func writesTheDaysOfAMeanAndTheFewRowsOfMany() throws {
    let days = try view("indicators: [口罩可用天数]")
    #expect(rows(days).contains { $0.contains("近3日平均") }, "\(rows(days))")
  }

  @Test func speaksEnglish() throws {
    let view = try view("indicators: [coverage]", "en")
    #expect(rows(view).last?.hasSuffix("[01] ÷ [02]") == true, "\(rows(view))")
  }

  @Test func offersItsTableAndTellsItsRowsToWhoSigns() throws {
    let site = try SampleSite()
    let plan = try site.plan(adding: [
      (path: "bulletins/2020-01-05.md", text: "```数据来由\n指标: [排查覆盖率]\n```\n")
    ]).plan
    let view = plan.view(.bulletin(try day("2020-01-05")), at: "bulletins/2020-01-05.html")
    #expect(view.tables.contains { $0.id == "inputs" })
    let told = plan.answers(behind: try day("2020-01-05"))
    #expect(
      told.contains { if case .input(_, _, let row) = $0 { row.contains("all.csv 第21-24行") } else { false } })
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }
}
