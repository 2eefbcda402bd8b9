import Common
import YAML

/// Reads `sum: dataset.field`, and `where` and `days` beside it.
struct MeasureReader {
  let datasets: DatasetDeclaration.Reading
  let tree: RegionTree?
  /// `nil` when `site.yaml` did not tell.
  let baseColumns: [SiteDeclaration.BaseColumnDeclaration]?

  static let verbs = Measure.Verb.allCases.map(\.rawValue)

  /// Takes a verb and what belongs to it from a mapping that has exactly one.
  ///
  /// - Returns: `nil` after an error, and where the dataset itself has errors.
  ///
  /// - Parameter shared: the `by` of the formula the measure stands in; one of its own comes first.
  func read(_ verb: Measure.Verb, from map: inout YAMLMapping, by shared: Located<String>?) -> Measure? {
    let days = days(of: verb, in: &map)
    let own = map.locatedString("by")
    let target = map.locatedString(verb.rawValue, required: true)
    let conditions = map.take("where")?.value
    guard let target else { return nil }
    let parts = target.value.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    if parts[0] == "regions" {
      if let own { map.findings.add(Diagnostic(.byWithoutDataset, at: own.location)) }
      return base(verb, parts, at: target.location, conditions: conditions, in: &map)
    }
    guard let dataset = dataset(Located(parts[0], at: target.location), in: &map) else { return nil }
    let declaration = datasets.datasets[dataset]
    let reader = ConditionReader(dataset: declaration, tree: tree)
    let read = conditions.map { reader.read($0, findings: &map.findings) } ?? []
    let by = (own ?? shared).flatMap { self.by($0, of: declaration, in: &map) }
    guard parts.count == 2 else {
      guard verb == .count else {
        map.findings.add(
          Diagnostic(
            .fieldMissing, at: target.location, ["verb": verb.rawValue, "dataset": parts[0]],
            suggestions: declaration.fields.filter { $0.type.isNumeric }.prefix(3).map {
              "\(parts[0]).\($0.name)"
            }))
        return nil
      }
      return Measure(verb: verb, dataset: dataset, field: nil, conditions: read, by: by)
    }
    let name = Located(parts[1], at: target.location)
    guard let field = field(name, for: verb, of: declaration, in: &map) else { return nil }
    return Measure(verb: verb, dataset: dataset, field: field, conditions: read, days: days, by: by)
  }

  /// The dataset of a name; `nil` after a finding, and where it has errors of its own.
  func dataset(_ name: Located<String>, in map: inout YAMLMapping) -> Int? {
    if let found = datasets.datasets.firstIndex(where: { $0.name == name.value }) { return found }
    if !datasets.broken.contains(name.value) { reportUnknown(name.value, at: name.location, in: &map) }
    return nil
  }

  /// The field of the day to count by; `nil` for the dataset's own date too.
  private func by(
    _ name: Located<String>, of dataset: DatasetDeclaration, in map: inout YAMLMapping
  ) -> Int? {
    let lookup = FieldLookup(dataset: dataset.name, fields: dataset.fields)
    let found = lookup.find(name, for: "by", wanted: .date, findings: &map.findings)
    return found.flatMap { dataset.date == .field($0) ? nil : $0 }
  }

  private func field(
    _ name: Located<String>, for verb: Measure.Verb, of dataset: DatasetDeclaration, in map: inout YAMLMapping
  ) -> Int? {
    let lookup = FieldLookup(dataset: dataset.name, fields: dataset.fields)
    let isCounting = verb == .count || verb == .countDistinct
    let found = lookup.find(
      name, for: verb.rawValue, wanted: isCounting ? .any : .number, findings: &map.findings)
    guard let found else { return nil }
    if verb == .sum, dataset.fields[found].type == .percent, dataset.rollsUp {
      map.findings.add(
        Diagnostic(.sumOfPercentages, at: name.location, ["field": dataset.fields[found].title]))
      return nil
    }
    return found
  }

  private func base(
    _ verb: Measure.Verb, _ parts: [String], at location: Location, conditions: YAMLNode?,
    in map: inout YAMLMapping
  ) -> Measure? {
    guard let baseColumns else { return nil }
    let names = baseColumns.map(\.name)
    guard parts.count == 2, let column = names.firstIndex(of: parts[1]) else {
      let near = parts.count == 2 ? NearestNames.find(parts[1], in: names) : names
      map.findings.add(
        Diagnostic(
          .unknownBaseColumn, at: location, ["found": parts.joined(separator: ".")],
          suggestions: near.prefix(3).map { "regions.\($0)" }))
      return nil
    }
    guard verb == .sum || verb == .last, conditions == nil else {
      map.findings.add(
        Diagnostic(.baseColumnOnlyAdded, at: location, ["found": parts.joined(separator: ".")]))
      return nil
    }
    return Measure(verb: verb, dataset: nil, field: column)
  }

  private func days(of verb: Measure.Verb, in map: inout YAMLMapping) -> Int? {
    guard verb == .rollingMean else {
      if map.take("days") != nil {
        map.findings.add(
          Diagnostic(.daysWithoutRollingMean, at: map.location(of: "days"), ["verb": verb.rawValue]))
      }
      return nil
    }
    let days = map.integer("days", required: true)
    if let days, !(2...3660).contains(days) {
      map.findings.add(Diagnostic(.daysOutOfRange, at: map.location(of: "days"), ["found": String(days)]))
    }
    return days
  }

  private func reportUnknown(_ name: String, at location: Location, in map: inout YAMLMapping) {
    let names = datasets.datasets.map(\.name)
    let byTitle = datasets.datasets.filter { $0.title == name }.map(\.name)
    map.findings.add(
      Diagnostic(
        .unknownDataset, at: location, ["found": name],
        suggestions: byTitle.isEmpty
          ? NearestNames.find(name, in: names + datasets.broken.sorted() + ["regions"]) : byTitle))
  }
}
