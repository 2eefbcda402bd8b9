import Testing

/// Checks of the data that need the whole site: corrections, several datasets.
@Suite struct DataCheckTests {
  private func fallingSite() throws -> StarterSite {
    let site = try StarterSite()
    try Edit.replace(StarterSite.data, "1144", with: "1044").apply(to: site.folder)
    try Edit.replace(
      StarterSite.dataset, "checks:\n", with: "checks:\n  - {field: households_done, never_falls: true}\n"
    ).apply(to: site.folder)
    return site
  }

  @Test func aFallIsAnErrorUntilACorrectionExplainsIt() throws {
    let site = try fallingSite()
    #expect(try site.run("check").status == 1)
    let day = try #require(
      site.folder.text(StarterSite.data)?.split(separator: "\n")[4].split(separator: ",")[1])
    func explain(field: String) throws -> Program.Outcome {
      try Edit.text(
        "content/corrections.yaml",
        "- {dataset: screening, region: 东风社区, date: \(day), field: \(field), old: 1144, new: 1044, "
          + "reason: 重复登记, by: 数据组, on: 2020-02-16}\n"
      ).apply(to: site.folder)
      return try site.run("check")
    }
    #expect(try explain(field: "households_due").status == 1)
    let explained = try explain(field: "households_done")
    #expect(explained.status == 0, "\(explained.errors)")
  }

  @Test func twoDatasetsAreHeldAgainstEachOther() throws {
    let site = try StarterSite()
    try Edit.text(
      "content/datasets/ledger.yaml",
      """
      name: ledger
      title: 台账
      region: community
      date: date
      level: community
      fields:
        - {name: community, title: 社区, type: region}
        - {name: date, title: 日期, type: date}
        - {name: done, title: 已排查户数, type: integer}
      checks:
        - {field: done, equals: screening.households_done, severity: warning}
      """
    ).apply(to: site.folder)
    let rows = try #require(site.folder.text(StarterSite.data)?.split(separator: "\n"))
    let first = rows[1].split(separator: ",")
    try Edit.text(
      "content/data/ledger/a.csv", "社区,日期,已排查户数\n\(first[0]),\(first[1]),1\n"
    ).apply(to: site.folder)
    let outcome = try site.run("check")
    #expect(outcome.status == 0)
    #expect(
      PrintedFindings.read(outcome.errors).contains(
        "content/data/ledger/a.csv:2:3 tables.datasets-differ warning"),
      "\(outcome.errors)")
  }
}
