import Common
import Testing

@testable import Reading

@Suite struct ProjectTests {
  private static let files = [
    "site.yaml": Fixture.site, "regions.csv": Fixture.regions, "datasets/screening.yaml": Fixture.dataset,
    "data/screening/2020-02-14.csv": "x", "data/screening/2020-02-13.csv": "x",
    "indicators/a.yaml": "a: {title: 户, sum: screening.done}",
    "dashboards/index.md": "# 首页", "stories/x.md": "x", "stories/2020/y.md": "y", "stories/photo.jpg": "x",
    "pages/about.md": "x",
    "bulletins/daily.md": "x", "static/logo.svg": "x",
  ]

  private func load(_ changes: [String: String?] = [:]) -> (project: Project?, findings: [String]) {
    let folder = TemporaryFolder(
      Self.files.merging(changes.compactMapValues { $0 }) { $1 }.filter { changes[$0.key] != .some(nil) })
    var findings = Findings()
    let project = Project.load(folder: folder.path, findings: &findings)
    let prefix = folder.path + "/"
    let found = findings.sorted().map { finding in
      let place = finding.location.map(\.description) ?? ""
      return finding.rule.id + " " + (place.hasPrefix(prefix) ? String(place.dropFirst(prefix.count)) : place)
    }
    return (project, found)
  }

  @Test func loadsAContentFolder() throws {
    let (project, findings) = load()
    let read = try #require(project)
    #expect(findings.isEmpty)
    #expect(read.dataFiles == [["data/screening/2020-02-13.csv", "data/screening/2020-02-14.csv"]])
    #expect(read.markdown(.story).map(\.name) == ["2020/y", "x"])
    #expect(
      read.markdown.map(\.path) == [
        "bulletins/daily.md", "dashboards/index.md", "pages/about.md", "stories/2020/y.md", "stories/x.md",
      ])
    #expect(read.attachments == ["stories/photo.jpg"] && read.staticFiles == ["static/logo.svg"])
    #expect(read.indicators.map(\.id) == ["a"] && read.tree.regions.count == 3 && read.knowsAllNames)
  }

  @Test func findsFaultsBehindABrokenSite() {
    let (project, findings) = load([
      "site.yaml": "title: a\ntitle: b",
      "datasets/screening.yaml": Fixture.dataset.replacing("region: community", with: "region: comunity"),
      "indicators/a.yaml":
        "a: {title: 户, sum: regions.households}\nb: {title: 数, sum: nothing.x}\nc: {title: 三, sum: screening.done}",
    ])
    #expect(project == nil)
    #expect(
      findings == [
        "reading.unknown-field datasets/screening.yaml:3:9", "reading.unknown-dataset indicators/a.yaml:2:20",
        "yaml.duplicate-key site.yaml:2:1",
      ])
  }

  @Test func reportsARootThatIsNoRegion() {
    let (project, findings) = load(["site.yaml": Fixture.site.replacing("\"110106\"", with: "卢沟桥街道")])
    #expect(findings == ["reading.unknown-region-code site.yaml:2:7"])
    #expect(project != nil)
  }

  @Test func reportsFilesThatAreMissing() {
    let (project, findings) = load(["site.yaml": nil, "regions.csv": nil])
    #expect(project == nil)
    #expect(findings == ["reading.file-not-found regions.csv", "reading.file-not-found site.yaml"])
  }

  @Test func reportsAFolderThatIsMissingOnce() {
    var findings = Findings()
    #expect(Project.load(folder: "no/such/content", findings: &findings) == nil)
    #expect(findings.items == [Diagnostic(.folderNotFound, at: Location(file: "no/such/content"))])
  }

  @Test func warnsOfFilesThatNobodyReads() {
    let (_, findings) = load([
      "dataset/x.yaml": "x", "datasets/old.yml": "x", "data/other/x.csv": "x", "site.yml": "x",
      "notes.txt": "x",
    ])
    #expect(
      findings == [
        "reading.file-of-no-dataset data/other/x.csv", "reading.unexpected-file dataset",
        "reading.unexpected-file datasets/old.yml", "reading.unexpected-file site.yml",
      ])
  }

  @Test func saysSoOfAnEmptyOrForeignConfigurationFile() {
    let (project, findings) = load(["datasets/screening.yaml": "", "indicators/a.yaml": "# nothing\n"])
    #expect(
      findings == ["reading.empty-file datasets/screening.yaml", "reading.empty-file indicators/a.yaml"])
    #expect(project?.brokenNames == ["screening"] && project?.knowsAllNames == false)
  }
}

extension String {
  /// The text with the first occurrence of a part replaced.
  func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return replacingCharacters(range, new)
  }

  private func firstRange(of part: String) -> Range<String.Index>? {
    indices.first { self[$0...].hasPrefix(part) }.map { $0..<index($0, offsetBy: part.count) }
  }

  private func replacingCharacters(_ range: Range<String.Index>, _ new: String) -> String {
    String(self[..<range.lowerBound]) + new + self[range.upperBound...]
  }
}
