import Common
import YAML

/// Reads what an indicator computes: one verb, `ratio`, `difference`, `cohort` or `chapman`.
struct FormulaReader {
  private static let pairs = ["ratio", "difference"]
  private static let cohort = "cohort"
  private static let chapman = "chapman"
  private static let kinds = MeasureReader.verbs + pairs + [cohort, chapman]
  /// What may stand beside a verb.
  private static let beside = ["where", "days", "by"]

  let measures: MeasureReader

  /// - Returns: `nil` after an error, and where a dataset has errors of its own.
  func read(_ map: inout YAMLMapping) -> DraftFormula? {
    let kinds = Self.kinds.filter { map.has($0) }
    guard kinds.count == 1, let kind = kinds.first else {
      reject(kinds, in: &map)
      return nil
    }
    // The names of the other kinds are known too, for what is nearest to a slip.
    defer { for other in Self.kinds where other != kind { _ = map.take(other) } }
    if let verb = Measure.Verb(rawValue: kind) {
      return measures.read(verb, from: &map, by: nil).map { .measure($0) }
    }
    if kind == Self.cohort {
      refuse(["days", "by"], beside: kind, in: &map)
      return CohortReader(measures: measures).read(&map)
    }
    if kind == Self.chapman {
      refuse(["where", "days", "by"], beside: kind, in: &map)
      return ChapmanReader(measures: measures).read(&map)
    }
    refuse(["where", "days"], beside: kind, in: &map)
    let by = map.locatedString("by")
    guard let nodes = map.sequence(kind, required: true) else { return nil }
    let operands = nodes.map { operand($0, by: by, findings: &map.findings) }
    guard nodes.count == 2 else {
      map.findings.add(
        Diagnostic(.notTwoOperands, at: map.location(of: kind), ["kind": kind, "found": String(nodes.count)]))
      return nil
    }
    guard let left = operands[0], let right = operands[1] else { return nil }
    return kind == "ratio" ? .ratio(left, right) : .difference(left, right)
  }

  private func operand(_ node: YAMLNode, by: Located<String>?, findings: inout Findings) -> DraftOperand? {
    if let name = node.scalar {
      if let by { findings.add(Diagnostic(.byWithoutDataset, at: by.location)) }
      return .reference(Located(name, at: node.location))
    }
    guard var map = YAMLMapping(node, findings: &findings) else { return nil }
    let verbs = MeasureReader.verbs.filter { map.has($0) }
    var result: DraftOperand?
    if verbs.count == 1, let verb = verbs.first.flatMap(Measure.Verb.init(rawValue:)) {
      result = measures.read(verb, from: &map, by: by).map { .measure($0) }
    } else {
      reject(verbs, in: &map)
    }
    map.finish(findings: &findings)
    return result
  }

  /// Keys that belong to a single verb.
  private func refuse(_ keys: [String], beside kind: String, in map: inout YAMLMapping) {
    for key in keys where map.has(key) {
      _ = map.take(key)
      map.findings.add(
        Diagnostic(.conditionBesideRatio, at: map.location(of: key), ["key": key, "kind": kind]))
    }
  }

  private func reject(_ kinds: [String], in map: inout YAMLMapping) {
    for kind in Self.kinds + Self.beside { _ = map.take(kind) }
    if kinds.isEmpty {
      map.findings.add(Diagnostic(.noFormula, at: map.location))
    } else {
      map.findings.add(
        Diagnostic(.severalFormulas, at: map.location(of: kinds[1]), ["found": kinds.joined(separator: "、")]))
    }
  }
}
