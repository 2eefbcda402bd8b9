import Common
import YAML

/// Reads the `checks` of a dataset.
struct CheckReader {
  /// The keys that say what a check is, but for the sum.
  private enum Key: String, CaseIterable {
    case minimum, maximum
    case atMost = "at_most"
    case equals
    case neverFalls = "never_falls"
    case changesAtMost = "changes_at_most"
    case adds
    case levelSums = "level_sums"
  }

  let lookup: FieldLookup
  let hasDate: Bool

  func read(_ dataset: inout YAMLMapping) -> [CheckDeclaration] {
    var checks: [CheckDeclaration] = []
    for var map in dataset.mappings("checks") ?? [] {
      let severity = map.checkSeverity()
      if let kind = kind(&map) {
        checks.append(CheckDeclaration(kind: kind, severity: severity, location: map.location))
      }
      map.finish(findings: &dataset.findings)
    }
    return checks
  }

  private func kind(_ map: inout YAMLMapping) -> CheckDeclaration.Kind? {
    if map.has("sum") { return sum(&map) }
    let keys = Key.allCases.filter { map.has($0.rawValue) }
    guard let key = keys.first, map.has("field") else {
      refuse(&map)
      return nil
    }
    if let second = keys.first(where: { $0 != key && !(key == .minimum && $0 == .maximum) }) {
      map.findings.add(
        Diagnostic(
          .checkOfSeveralKinds, at: map.location(of: second.rawValue),
          ["key": key.rawValue, "other": second.rawValue]))
      _ = map.takeRest()
      return nil
    }
    guard let name = map.locatedString("field", required: true) else { return nil }
    let field = number(name, "field", &map)
    return kind(key, of: field, &map)
  }

  /// Reads the rest of a check even where its field is wrong, so that one run says all that is.
  private func kind(_ key: Key, of field: Int?, _ map: inout YAMLMapping) -> CheckDeclaration.Kind? {
    if [.neverFalls, .changesAtMost, .adds].contains(key), !hasDate {
      map.findings.add(
        Diagnostic(.checkNeedsDate, at: map.location(of: key.rawValue), ["key": key.rawValue]))
    }
    switch key {
    case .minimum, .maximum: return bounds(field, &map)
    case .atMost:
      let other = named("at_most", &map)
      return pair(field, other) { .atMost(field: $0, other: $1) }
    case .neverFalls: return isOn(key, &map) ? field.map { .neverFalls(field: $0) } : nil
    case .adds:
      let new = named("adds", &map)
      return pair(field, new) { .adds(field: $0, new: $1) }
    case .changesAtMost:
      let factor = map.value("changes_at_most", orElse: .badFactor) { node in
        node.scalar.flatMap { Rational(decimal: $0) }.flatMap {
          // Few decimals, so that a product of any number in a table fits.
          $0 > Rational(1) && $0 <= Rational(1000) && $0.denominator <= 1_000_000 ? $0 : nil
        }
      }
      let from = amount("from", &map)
      guard let field, let factor else { return nil }
      return .changesAtMost(field: field, factor: factor, from: from)
    case .levelSums:
      let isOn = isOn(key, &map)
      let tolerance = amount("tolerance", &map)
      return isOn ? field.map { .levelSums(field: $0, tolerance: tolerance) } : nil
    case .equals: return equals(field, &map)
    }
  }

  private func sum(_ map: inout YAMLMapping) -> CheckDeclaration.Kind? {
    let parts = map.locatedStrings("sum", required: true) ?? []
    let fields = parts.map { number($0, "sum", &map) }
    let total = map.locatedString("equals", required: true).map { number($0, "equals", &map) } ?? nil
    guard let total, !fields.isEmpty, !fields.contains(nil) else { return nil }
    return .sumEquals(fields: fields.compactMap { $0 }, total: total)
  }

  private func bounds(_ field: Int?, _ map: inout YAMLMapping) -> CheckDeclaration.Kind? {
    let minimum = map.percentOrDecimal("minimum")?.value
    let maximum = map.percentOrDecimal("maximum")?.value
    if let minimum, let maximum, maximum < minimum {
      map.findings.add(
        Diagnostic(
          .maximumBelowMinimum, at: map.location(of: "maximum"),
          ["minimum": minimum.plainDecimal(), "maximum": maximum.plainDecimal()]))
    }
    guard let field, minimum != nil || maximum != nil else { return nil }
    return .bounds(field: field, minimum: minimum, maximum: maximum)
  }

  /// `equals: field` of the same row, or `equals: dataset.field`.
  private func equals(_ field: Int?, _ map: inout YAMLMapping) -> CheckDeclaration.Kind? {
    guard let name = map.locatedString("equals", required: true) else { return nil }
    let parts = name.value.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      let total = number(name, "equals", &map)
      return pair(field, total) { .sumEquals(fields: [$0], total: $1) }
    }
    let other = FieldReference(
      dataset: String(parts[0]), field: String(parts[1]), location: name.location)
    let tolerance = amount("tolerance", &map)
    return field.map { .equals(field: $0, other: other, tolerance: tolerance) }
  }

  /// What is meant cannot be told: the keys that resemble those that are written.
  private func refuse(_ map: inout YAMLMapping) {
    let hasField = map.take("field") != nil
    let known = ["field", "sum"] + Key.allCases.map(\.rawValue)
    let written = map.takeRest().map(\.key)
    let near = written.filter { !known.contains($0) }.flatMap { NearestNames.find($0, in: known, limit: 1) }
    let missing = !hasField && near.isEmpty && written.contains(where: known.contains) ? ["field"] : []
    map.findings.add(Diagnostic(.checkOfNoKind, at: map.location, suggestions: near + missing))
  }

  private func isOn(_ key: Key, _ map: inout YAMLMapping) -> Bool {
    let value = map.bool(key.rawValue)
    if value == false {
      map.findings.add(Diagnostic(.checkOfNoKind, at: map.location(of: key.rawValue)))
    }
    return value == true
  }

  /// A tolerance or threshold: nought where it is not written.
  private func amount(_ key: String, _ map: inout YAMLMapping) -> Rational {
    map.value(key, orElse: .negativeAmount) { node in
      node.scalar.flatMap { YAMLNumber($0) }.flatMap { $0.value >= .zero ? $0.value : nil }
    } ?? .zero
  }

  private func pair(
    _ first: Int?, _ second: Int?, _ make: (Int, Int) -> CheckDeclaration.Kind
  ) -> CheckDeclaration.Kind? {
    guard let first, let second else { return nil }
    return make(first, second)
  }

  private func named(_ key: String, _ map: inout YAMLMapping) -> Int? {
    map.locatedString(key, required: true).flatMap { number($0, key, &map) }
  }

  private func number(_ name: Located<String>, _ key: String, _ map: inout YAMLMapping) -> Int? {
    lookup.find(name, for: key, wanted: .number, findings: &map.findings)
  }
}

extension YAMLMapping {
  private enum Degree: String, CaseIterable { case error, warning }

  /// `severity: error | warning`.
  mutating func checkSeverity() -> Severity {
    (choice("severity", of: Degree.self) ?? .error) == .error ? .error : .warning
  }
}
