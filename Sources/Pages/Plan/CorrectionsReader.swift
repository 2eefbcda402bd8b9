import Common
import Reading
import Tables
import YAML

/// Reads `corrections.yaml`: a list of published figures that were put right. It explains a change, it makes none.
package enum CorrectionsReader {
  /// Entries with something wrong are findings and left out.
  package static func read(
    _ node: YAMLNode, project: Project, findings: inout Findings
  ) -> [Correction] {
    guard let items = node.sequence else {
      findings.add(
        Diagnostic(.yamlNotSequence, at: node.location, ["key": "corrections", "found": node.summary]))
      return []
    }
    let names = NameIndex(
      tree: project.tree, indicators: project.indicatorNames, broken: project.brokenNames)
    let datasets = project.datasets
    return items.compactMap { item -> Correction? in
      guard var entry = YAMLMapping(item, findings: &findings) else { return nil }
      let dataset = entry.locatedString("dataset")
      let indicator = entry.locatedString("indicator", required: dataset == nil)
      let region = entry.locatedString("region", required: true)
      let day = entry.date("date", required: true)
      let field = entry.locatedString("field", required: dataset != nil)
      let old = entry.string("old", required: true)
      let new = entry.string("new", required: true)
      let reason = entry.string("reason", required: true)
      let by = entry.string("by", required: true)
      let on = entry.date("on", required: true)
      let place = region.flatMap {
        names.place($0.value, at: $0.location, on: day, findings: &entry.findings)
      }
      var subject = ""
      var source: Correction.Source?
      var fieldTitle = ""
      var explains: ExplainedChange?
      if let dataset {
        let found = datasets.firstIndex { $0.name == dataset.value || $0.title == dataset.value }
        if let found {
          let declaration = datasets[found]
          source = .dataset(found)
          subject = declaration.title
          if let field, let index = index(of: field, in: declaration, findings: &entry.findings) {
            fieldTitle = declaration.fields[index].title
            if let place, let day {
              explains = ExplainedChange(dataset: declaration.name, field: index, region: place, day: day)
            }
          }
        } else {
          entry.findings.add(
            Diagnostic(
              .unknownDataset, at: dataset.location, ["found": dataset.value],
              suggestions: NearestNames.find(dataset.value, in: datasets.flatMap { [$0.name, $0.title] })))
        }
      } else if let indicator,
        let index = names.indicator(indicator.value, at: indicator.location, findings: &entry.findings)
      {
        source = .indicator(index)
        subject = project.indicators[index].title
      }
      let isWhole = !entry.findings.hasErrors
      entry.finish(findings: &findings)
      guard isWhole, let old, let new, let reason, let by else { return nil }
      return Correction(
        source: source, subject: subject, region: place, day: day, field: fieldTitle, old: old, new: new,
        reason: reason,
        by: by,
        on: on, explains: explains)
    }
  }

  private static func index(
    of field: Located<String>, in dataset: DatasetDeclaration, findings: inout Findings
  ) -> Int? {
    if let found = dataset.fields.firstIndex(where: { $0.name == field.value || $0.title == field.value }) {
      return found
    }
    findings.add(
      Diagnostic(
        .unknownField, at: field.location, ["found": field.value, "dataset": dataset.name],
        suggestions: NearestNames.find(field.value, in: dataset.fields.map(\.name))))
    return nil
  }
}
