import Testing

/// Everything a writer can get wrong is named at its place, once, and nothing is written.
@Suite struct BrokenInputTests {
  @Test(arguments: BrokenInput.data + BrokenInput.declarations + BrokenInput.texts + BrokenInput.links)
  func isNamedAtItsPlaceAndChangesNothing(_ input: BrokenInput) throws {
    let site = try StarterSite.built()
    let before = site.output
    for edit in input.edits { try edit.apply(to: site.folder) }
    let outcome = try Program.run(["build"] + input.options, in: site.folder)
    #expect(outcome.status == 1)
    #expect(PrintedFindings.read(outcome.errors) == input.findings)
    for text in input.says { #expect(outcome.errors.contains(text), "\(outcome.errors)") }
    #expect(site.output == before)
  }

  @Test func areAllShownInOneRun() throws {
    let site = try StarterSite()
    let edits: [Edit] = [
      .replace("content/site.yaml", "publisher:", with: "publsher:"),
      .replace(StarterSite.data, "1050", with: "abc"), .replace(StarterSite.data, "南湖社区", with: "南胡社区"),
      .replace("content/dashboards/index.md", "```figures", with: "```figuers"),
      .replace(StarterSite.story, "{{已排查户数}}", with: "{{没有}}"),
      .text("mytheme/layouts/home.html", "{{titel}}\n"),
    ]
    for edit in edits { try edit.apply(to: site.folder) }
    let outcome = try site.run("build", "--theme", "mytheme")
    #expect(outcome.status == 1)
    #expect(
      PrintedFindings.read(outcome.errors) == [
        "content/dashboards/index.md:6:4 markdown.unknown-directive",
        "\(StarterSite.data):2:4 reading.not-a-number", "\(StarterSite.data):4:1 tables.unknown-place",
        "content/site.yaml:5:1 yaml.unknown-key", "\(StarterSite.story):9:21 pages.unknown-indicator",
        "mytheme/layouts/home.html:1:3 templates.unknown-name",
      ])
    #expect(outcome.output.contains("6 处错误"))
    #expect(try site.run("check", "--theme", "mytheme").status == 1)
    #expect(site.output.isEmpty)
  }

  @Test func isOneFindingHoweverManyPagesOfAThemeHaveTheLink() throws {
    let site = try StarterSite()
    try Edit.text("mytheme/partials/masthead.html", "<a href=\"{{root}}nowhere.html\">x</a>\n").apply(
      to: site.folder)
    let outcome = try site.run("build", "--theme", "mytheme")
    #expect(PrintedFindings.read(outcome.errors) == ["404.html output.broken-link"], "\(outcome.errors)")
    #expect(outcome.errors.contains("nowhere.html"))
    #expect(outcome.output.contains("1 处错误"))
  }

  @Test func isAWarningThatStopsOnlyAStrictBuild() throws {
    let site = try StarterSite()
    try Edit.append(StarterSite.data, "东风社区,2020-02-14,1200,1144\n").apply(to: site.folder)
    let strict = try site.run("build", "--strict")
    #expect(strict.status == 1)
    #expect(PrintedFindings.read(strict.errors) == ["\(StarterSite.data):8:1 tables.exact-duplicate"])
    #expect(site.output.isEmpty)
    #expect(try site.run("check", "--strict").status == 1)
    let outcome = try site.run("build")
    #expect(outcome.status == 0)
    #expect(
      PrintedFindings.read(outcome.errors) == ["\(StarterSite.data):8:1 tables.exact-duplicate warning"])
    #expect(outcome.output.contains("1 处警告"))
  }
}
