import Common
import YAML

extension Project {
  /// Reads all that is declared in a content folder. Errors do not end the reading: each file is checked as far as it
  /// can be without those that failed.
  ///
  /// - Parameter folder: as the user gave it, `content`.
  /// - Returns: `nil` when there is no site or no region at all. With errors in `findings` the project is good only for
  ///   finding more of them.
  package static func load(folder path: String, findings: inout Findings) -> Project? {
    let folder = SourceFolder(path: path)
    var listing = Findings()
    let contents = ContentListing(folder.files(findings: &listing), folder: folder)
    findings.add(contentsOf: listing)
    if contents.all.isEmpty, listing.hasErrors { return nil }
    contents.reportStrangers(findings: &findings)

    let siteNode = folder.readYAML("site.yaml", findings: &findings)
    let site = siteNode.flatMap { SiteDeclaration.decode($0, findings: &findings) }
    let levels = site.flatMap { $0.levels.isEmpty ? nil : $0.levels }
    let tree = folder.read("regions.csv", limit: Limits.configuration, findings: &findings).flatMap {
      RegionTree.read($0, levels: levels, base: site?.baseColumns, findings: &findings)
    }
    if let siteNode, let tree { checkRoot(siteNode, tree, findings: &findings) }
    let datasets = DatasetDeclaration.read(
      contents.below("datasets"), in: folder, levels: levels, tree: tree, findings: &findings)
    let dataFiles = contents.dataFiles(of: datasets, findings: &findings)
    let indicators = IndicatorDeclaration.read(
      contents.below("indicators"), in: folder, datasets: datasets, tree: tree,
      baseColumns: site?.baseColumns,
      findings: &findings)
    guard let site, let tree else { return nil }
    var project = Project(
      folder: folder, site: site, tree: tree, datasets: datasets.datasets, dataFiles: dataFiles,
      indicators: indicators.indicators, indicatorNames: IndicatorNames(indicators.indicators),
      brokenNames: datasets.broken.union(indicators.broken),
      knowsAllNames: indicators.isComplete, hasCorrections: contents.all.contains("corrections.yaml"),
      markdown: contents.markdown,
      attachments: contents.attachments, staticFiles: contents.below("static"))
    project.hasApprovals = contents.all.contains("approvals.yaml")
    return project
  }

  private static func checkRoot(_ site: YAMLNode, _ tree: RegionTree, findings: inout Findings) {
    guard let root = site.mapping?.first(where: { $0.key == "root" })?.value, let code = root.scalar,
      !root.isEmpty
    else { return }
    tree.check(code: Located(code, at: root.location), findings: &findings)
  }
}
