import Common
import Pages
import Reading
import Statistics
import Tables
import Testing
import YAML

@testable import Linting

/// The site of `Tests/Sites/sample` with its numbers audit. 临江街道 has screened 83.3% on 2019-12-31, 95.0% on
/// 2020-01-01 and 99.9% on its last day.
struct AuditedSite {
  let project: Project
  let audit: NumbersAudit

  init() throws {
    var findings = Findings()
    let tests = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let project = try #require(Project.load(folder: tests + "/Sites/sample", findings: &findings))
    let tables = try zip(project.datasets, project.dataFiles).map { dataset, paths in
      let files = paths.compactMap { project.readData($0, findings: &findings) }
      return try #require(
        TableReader.read(
          declaration: dataset, files: files, tree: project.tree, site: project.site, asOf: nil,
          findings: &findings))
    }
    let cube = Cube(
      tables: tables, tree: project.tree, indicators: project.indicators, site: project.site, asOf: nil,
      findings: &findings)
    let theme = SourceFolder(path: tests + "/../themes/jianbao")
    let strings = try #require(theme.readYAML("strings/zh-Hans.yaml", findings: &findings))
    guard case .found(let root) = project.tree.find(project.site.root) else { throw Missing() }
    self.project = project
    audit = NumbersAudit(
      site: SiteContext(
        site: project.site, tree: project.tree, datasets: project.datasets, indicators: project.indicators,
        tables: tables, cube: cube, words: Words(language: "zh-Hans", layers: [strings], findings: &findings),
        corrections: [], root: root))
  }

  struct Missing: Error {}

  /// What is found in a story of 2020-01-01 about a place.
  func check(_ text: String, of place: String = "临江街道", isBulletin: Bool = false) throws -> [Diagnostic] {
    guard case .found(let region) = project.tree.find(place) else { throw Missing() }
    let linter = try #require(Linter(SourceFile(path: "a.md", bytes: Array(text.utf8))))
    let day = CivilDate(iso: "2020-01-01")
    return audit.check(linter, scope: NumbersAudit.Scope(place: region, day: day, fixesDay: isBulletin))
      .sorted()
  }
}

extension Diagnostic {
  /// `figure-contradicts 1:6 binding`
  var brief: String {
    let binding = arguments.first { $0.name == "binding" }.map { " " + $0.value } ?? ""
    guard case .text(let line, let column)? = location?.position else { return rule.id }
    return "\(rule.id.dropFirst(8)) \(line):\(column)\(binding)"
  }
}
