import Common
import YAML

extension IndicatorDeclaration {
  /// The indicators of a content folder.
  package struct Reading: Sendable {
    /// In the byte order of their ids.
    package var indicators: [IndicatorDeclaration] = []
    /// Ids, titles and aliases of those that have errors and are left out: to refer to one is no further error.
    package var broken: Set<String> = []
    /// Whether every file could be read: otherwise a name that is not known may stand in one that could not.
    package var isComplete = true

    package init() {}
  }

  /// Reads `indicators/*.yaml`.
  ///
  /// - Parameters:
  ///   - files: relative paths below `indicators/`.
  ///   - tree: `nil` when it is not known; the same for `baseColumns`.
  package static func read(
    _ files: [String], in folder: SourceFolder, datasets: DatasetDeclaration.Reading, tree: RegionTree?,
    baseColumns: [SiteDeclaration.BaseColumnDeclaration]?, findings: inout Findings
  ) -> Reading {
    let measures = MeasureReader(datasets: datasets, tree: tree, baseColumns: baseColumns)
    var drafts: [IndicatorDraft] = []
    var unusable: Set<String> = []
    var isComplete = true
    for file in files {
      guard let topic = ConfigurationName.of(file, below: "indicators", in: folder, findings: &findings)
      else {
        continue
      }
      guard let node = folder.readYAML(file, findings: &findings), let entries = node.indicators(&findings)
      else {
        isComplete = false
        continue
      }
      let reader = IndicatorReader(formulas: FormulaReader(measures: measures), topic: topic)
      for entry in entries {
        if let draft = reader.read(entry, findings: &findings) {
          drafts.append(draft)
        } else {
          unusable.insert(entry.key)
        }
      }
    }
    var resolver = IndicatorResolver(drafts, datasets: datasets.datasets, baseColumns: baseColumns ?? [])
    resolver.unusable = unusable
    resolver.isComplete = isComplete
    var result = resolver.resolve(findings: &findings)
    result.broken.formUnion(unusable)
    result.isComplete = isComplete
    return result
  }
}

extension YAMLNode {
  /// The entries of an indicators file.
  fileprivate func indicators(_ findings: inout Findings) -> [YAMLEntry]? {
    if let mapping { return mapping }
    findings.add(Diagnostic(.indicatorsNotMapping, at: location))
    return nil
  }
}
