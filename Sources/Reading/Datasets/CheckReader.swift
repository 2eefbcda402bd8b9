import Common
import YAML

/// Reads the `checks` of a dataset.
struct CheckReader {
  private enum Degree: String, CaseIterable { case error, warning }

  let lookup: FieldLookup

  func read(_ dataset: inout YAMLMapping) -> [CheckDeclaration] {
    var checks: [CheckDeclaration] = []
    for var map in dataset.mappings("checks") ?? [] {
      let degree = map.choice("severity", of: Degree.self) ?? .error
      if let kind = kind(&map) {
        checks.append(
          CheckDeclaration(kind: kind, severity: degree == .error ? .error : .warning, location: map.location)
        )
      }
      map.finish(findings: &dataset.findings)
    }
    return checks
  }

  private func kind(_ map: inout YAMLMapping) -> CheckDeclaration.Kind? {
    if map.has("sum") {
      let parts = map.locatedStrings("sum", required: true) ?? []
      let fields = parts.map { number($0, "sum", &map) }
      let total = map.locatedString("equals", required: true).map { number($0, "equals", &map) } ?? nil
      guard let total, !fields.isEmpty, !fields.contains(nil) else { return nil }
      return .sumEquals(fields: fields.compactMap { $0 }, total: total)
    }
    guard map.has("field") else {
      // What cannot be told apart is not judged key by key.
      _ = map.takeRest()
      map.findings.add(Diagnostic(.checkOfNoKind, at: map.location))
      return nil
    }
    let field = map.locatedString("field", required: true).map { number($0, "field", &map) } ?? nil
    if map.has("never_falls") {
      let neverFalls = map.bool("never_falls")
      if neverFalls == false {
        map.findings.add(Diagnostic(.checkOfNoKind, at: map.location(of: "never_falls")))
      }
      return neverFalls == true ? field.map { .neverFalls(field: $0) } : nil
    }
    guard map.has("at_most") else {
      _ = map.takeRest()
      map.findings.add(Diagnostic(.checkOfNoKind, at: map.location))
      return nil
    }
    let other = map.locatedString("at_most", required: true).map { number($0, "at_most", &map) } ?? nil
    guard let field, let other else { return nil }
    return .atMost(field: field, other: other)
  }

  private func number(_ name: Located<String>, _ key: String, _ map: inout YAMLMapping) -> Int? {
    lookup.find(name, for: key, wanted: .number, findings: &map.findings)
  }
}
