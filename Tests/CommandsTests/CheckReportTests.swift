import Testing

/// `check --report`: what is not used is written down, with the reason.
@Suite struct CheckReportTests {
  /// A site of which three rows are refused, one of them for the value that stands in a personal column's neighbour.
  private func site() throws -> StarterSite {
    let site = try StarterSite()
    let rows = try #require(site.folder.text(StarterSite.data)).split(separator: "\n").map(String.init)
    var spoilt = rows
    let cells = rows[1].split(separator: ",").map(String.init)
    spoilt[1] = ([cells[0], cells[1], "30多"] + cells[3...]).joined(separator: ",")
    spoilt[2] = "东风社," + rows[2].split(separator: ",").dropFirst().joined(separator: ",")
    spoilt[3] = rows[3] + ",1"
    try Edit.text(StarterSite.data, spoilt.joined(separator: "\n") + "\n").apply(to: site.folder)
    return site
  }

  private static let table = "report/refused/screening/01-2020-02.csv.csv"

  @Test func listsEachRefusedRowWithItsPlaceAndReason() throws {
    let site = try site()
    let outcome = try site.run("check", "--report", "report")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("3 行数据没有采用"))
    let lines = try #require(site.folder.text(Self.table)).split(separator: "\r\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("\u{FEFF}行号,列,规则,原因,怎么办,社区,日期,"))
    #expect(lines[1].hasPrefix("2,3,reading.approximate-number,") && lines[1].contains(",30多,"))
    #expect(lines[2].hasPrefix("3,1,tables.unknown-place,") && lines[2].contains("最接近：东风社区"))
    #expect(lines[3].hasPrefix("4,") && lines[3].contains("tables.row-too-long"))
  }

  @Test func showsThemOnAPageThatNeedsNothingElse() throws {
    let site = try site()
    _ = try site.run("check", "--report", "report")
    let page = try #require(site.folder.text("report/index.html"))
    #expect(page.contains("<html lang=\"zh-Hans\">") && page.contains("不采用 3 行"))
    #expect(page.contains("href=\"refused/screening/01-2020-02.csv.csv\""))
    #expect(
      !page.contains("<script") && !page.contains("style=") && !page.contains("http:")
        && !page.contains("https:"))
    #expect(page.contains("没有叫「东风社」的地方"))
  }

  @Test func speaksTheSitesLanguage() throws {
    let site = try site()
    try Edit.replace("content/site.yaml", "language: zh-Hans", with: "language: en").apply(to: site.folder)
    _ = try site.run("check", "--report", "report", "--language", "zh-Hans")
    let page = try #require(site.folder.text("report/index.html"))
    #expect(page.contains("<html lang=\"en\">") && page.contains("not used: 3"))
  }

  @Test func saysWhoHasNotReported() throws {
    let site = try StarterSite()
    try Edit.replace(StarterSite.dataset, "checks:\n", with: "expect: daily by 16:00\nchecks:\n").apply(
      to: site.folder)
    let rows = try #require(site.folder.text(StarterSite.data)).split(separator: "\n")
    let last = try #require(rows.last).split(separator: ",")
    try Edit.text(StarterSite.data, rows.dropLast().joined(separator: "\n") + "\n").apply(to: site.folder)
    _ = try site.run("check", "--report", "report", "--now", "\(last[1])T16:30")
    let page = try #require(site.folder.text("report/index.html"))
    #expect(page.contains("截止 \(last[1]) 16:00"))
    #expect(page.contains("没有报 1 个") && page.contains("<dd>\(last[0])（最近一次 "))
  }

  @Test func isTheSameEachTimeAndReplacesAnEarlierOne() throws {
    let site = try site()
    _ = try site.run("check", "--report", "report")
    let first = site.folder.tree("report")
    _ = try site.run("check", "--report", "report")
    #expect(site.folder.tree("report") == first)
    #expect(first.count == 4)
    let whole = try StarterSite()
    for (name, bytes) in first { whole.folder.write(name, bytes) }
    #expect(try whole.run("check", "--report", "report/").status == 0)
    #expect(
      Set(whole.folder.tree("report").keys) == [
        "report/index.html", "report/report.css", "report/.jianbao-report",
      ])
    #expect(!whole.folder.names().contains { $0.hasPrefix(".report") })
  }

  @Test func leavesAFolderAloneThatIsNoReport() throws {
    let site = try StarterSite()
    site.folder.write("mine/letter.txt", Array("不要动".utf8))
    let outcome = try site.run("check", "--report", "mine")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("不会动它"))
    #expect(site.folder.tree("mine") == ["mine/letter.txt": Array("不要动".utf8)])
    #expect(try site.run("check", "--report", "content/report").status == 64)
    #expect(try site.run("check", "--report", ".").status == 64)
  }

  @Test func isWrittenWhereErrorsStopTheSiteToo() throws {
    let site = try site()
    try Edit.remove("content/dashboards/index.md").apply(to: site.folder)
    site.folder.write("content/data/screening/旧表.xls", Array("旧".utf8))
    _ = try site.run("check", "--report", "report")
    let page = try #require(site.folder.text("report/index.html"))
    #expect(page.contains("不采用 3 行") && page.contains("没有读的文件") && page.contains("旧表.xls"))
  }

  @Test func holdsNothingPersonal() throws {
    let site = try site()
    let data = try #require(site.folder.text(StarterSite.data))
    try Edit.text(
      StarterSite.data,
      data.split(separator: "\n").enumerated().map { $1 + ($0 == 0 ? ",联系电话,备注" : ",13800138000,王小明") }
        .joined(separator: "\n") + "\n"
    ).apply(to: site.folder)
    try Edit.replace(
      StarterSite.dataset, "fields:\n",
      with: "fields:\n  - {name: phone, title: 联系电话, type: string, personal: true}\n"
    ).apply(to: site.folder)
    let outcome = try site.run("check", "--report", "report")
    #expect(outcome.output.contains("3 行数据没有采用"))
    for (name, bytes) in site.folder.tree("report") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("13800138000") && !text.contains("王小明") && !text.contains("联系电话"), "\(name)")
    }
    #expect(!outcome.errors.contains("13800138000") && !outcome.errors.contains("王小明"))
  }
}
