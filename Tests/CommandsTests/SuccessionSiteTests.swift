import Testing

/// The site of `Tests/Sites/succession` as its readers get it, with the default theme.
@Suite struct SuccessionSiteTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private let folder = Folder()

  private func build() throws {
    for (file, bytes) in Folder(Self.root).tree("Tests/Sites/succession") {
      folder.write("content/" + file.dropFirst("Tests/Sites/succession/".count), bytes)
    }
    let outcome = try Program.run(
      ["build", "--theme", Self.root + "/themes/jianbao", "--strict"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func page(_ address: String) throws -> String { try #require(folder.text("public/" + address)) }

  @Test func keepsThePageOfAUnitThatIsNoMoreAndLeadsOn() throws {
    try build()
    let ended = try page("regions/5101/510103.html")
    #expect(ended.contains(#"<strong class="gone-sign">已撤并</strong> 2020年1月3日撤并，此后是："#))
    #expect(ended.contains(#"<i><a href="../../regions/5101/510113.html">和平社区</a></i>"#))
    let merged = try page("regions/5101/510113.html")
    #expect(merged.contains(#"<i><a href="../../regions/5101/510103.html">和平一社区</a></i>"#))
    #expect(!merged.contains("gone-sign"))
    #expect(merged.contains("#i-merg"))
    #expect(merged.contains(#"<line class="brk""#) && merged.contains("区划调整"))
    let places = try page("regions/index.html")
    #expect(places.contains("已撤并的地方") && places.contains("regions/5101/510105.html"))
    #expect(try page("method.html").contains("当时还没有现在的单位"))
    #expect(
      folder.tree("public/search").values.contains { String(decoding: $0, as: UTF8.self).contains("已撤并") })
  }

  @Test func keepsFiguresByCodeInTheOrderOfTheirDays() throws {
    try build()
    let rows = try page("data/figures.csv").split(separator: "\n").map { $0.split(separator: ",").prefix(3) }
    func days(_ code: String) -> [Substring] { rows.filter { $0[0] == "due" && $0[1] == code }.map { $0[2] } }
    #expect(days("510103") == ["2020-01-01", "2020-01-02"])
    #expect(days("510113") == ["2020-01-03", "2020-01-04", "2020-01-05"])
    #expect(days("510106") == (1...5).map { "2020-01-0\($0)" })
  }

  @Test func namesWhoStandsInAnOldUnitsPlace() throws {
    try build()
    try Edit.replace("content/data/screening/all.csv", "和平社区,2020-01-04", with: "和平一社区,2020-01-04")
      .apply(to: folder)
    let outcome = try Program.run(["check", "--theme", Self.root + "/themes/jianbao"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("「和平一社区」到 2020-01-02 已经撤并，2020-01-04 不再有这个单位"))
    #expect(outcome.errors.contains("最接近：和平社区"))
  }
}
