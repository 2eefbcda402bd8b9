import Common
import YAML

/// Reads `where: {status: 已复工, visits: "> 5"}`.
struct ConditionReader {
  let dataset: DatasetDeclaration
  /// `nil` when `regions.csv` could not be read.
  let tree: RegionTree?

  func read(_ node: YAMLNode, findings: inout Findings) -> [Condition] {
    guard let entries = node.mapping else {
      _ = YAMLMapping(node, findings: &findings)
      return []
    }
    let lookup = FieldLookup(dataset: dataset.name, fields: dataset.fields)
    var conditions: [Condition] = []
    for entry in entries {
      let name = Located(entry.key, at: entry.keyLocation)
      guard let index = lookup.find(name, for: "where", findings: &findings) else { continue }
      let field = dataset.fields[index]
      guard !field.isPersonal else {
        findings.add(Diagnostic(.personalField, at: name.location, ["key": "where", "field": field.title]))
        continue
      }
      conditions += tests(entry, field, findings: &findings).map { Condition(field: index, test: $0) }
    }
    return conditions
  }

  private func tests(_ entry: YAMLEntry, _ field: FieldDeclaration, findings: inout Findings) -> [Condition
    .Test]
  {
    guard let values = entry.value.strings, !values.isEmpty, !entry.value.isEmpty else {
      findings.add(
        Diagnostic(
          .badCondition, at: entry.value.location, ["field": field.title, "found": entry.value.summary]))
      return []
    }
    if values.count == 1, let (comparison, rest) = Self.comparison(values[0].value) {
      guard field.type.isNumeric, let number = YAMLNumber(rest) else {
        findings.add(
          Diagnostic(
            .badComparison, at: values[0].location, ["field": field.title, "found": values[0].value]))
        return []
      }
      return [.compares(comparison, number.value)]
    }
    if field.type.isNumeric { return numbers(values, field, findings: &findings) }
    return [.oneOf(values.compactMap { text($0, field, findings: &findings) })]
  }

  /// A value as the table's column will hold it.
  private func text(_ value: Located<String>, _ field: FieldDeclaration, findings: inout Findings) -> String?
  {
    let allowed = field.constraints.enumeration
    if !allowed.isEmpty, !allowed.contains(value.value) {
      findings.add(
        Diagnostic(
          .valueNeverOccurs, at: value.location, ["field": field.title, "found": value.value],
          suggestions: NearestNames.find(value.value, in: allowed)))
      return nil
    }
    switch field.type {
    case .boolean:
      if ["true", "是"].contains(value.value) { return "true" }
      if ["false", "否"].contains(value.value) { return "false" }
    case .date, .datetime:
      if let day = try? DateReader().read(value.value).day { return day.description }
    case .region:
      if let tree, !tree.check(place: value, findings: &findings) { return nil }
      return value.value
    case .string, .list, .integer, .number, .percent: return value.value
    }
    findings.add(Diagnostic(.badCondition, at: value.location, ["field": field.title, "found": value.value]))
    return nil
  }

  /// Numbers as plain decimals, a percentage as its fraction.
  private func numbers(
    _ values: [Located<String>], _ field: FieldDeclaration, findings: inout Findings
  ) -> [Condition.Test] {
    var numbers: [String] = []
    for value in values {
      if let number = YAMLNumber(value.value) {
        numbers.append(number.value.plainDecimal())
      } else {
        findings.add(
          Diagnostic(.badComparison, at: value.location, ["field": field.title, "found": value.value]))
      }
    }
    return [.oneOf(numbers)]
  }

  private static func comparison(_ text: String) -> (Condition.Comparison, String)? {
    let signs: [(String, Condition.Comparison)] = [
      ("<=", .atMost), (">=", .atLeast), ("!=", .notEqual), ("≤", .atMost), ("≥", .atLeast), ("≠", .notEqual),
      ("<", .less), (">", .greater),
    ]
    guard let (sign, comparison) = signs.first(where: { text.hasPrefix($0.0) }) else { return nil }
    return (comparison, PlainText.folded(String(text.dropFirst(sign.count))))
  }
}
