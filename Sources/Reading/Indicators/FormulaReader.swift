import Common
import YAML

/// Reads what an indicator computes: one verb, `ratio` or `difference`.
struct FormulaReader {
  private static let pairs = ["ratio", "difference"]

  let measures: MeasureReader

  /// - Returns: `nil` after an error, and where a dataset has errors of its own.
  func read(_ map: inout YAMLMapping) -> DraftFormula? {
    let kinds = (MeasureReader.verbs + Self.pairs).filter { map.has($0) }
    guard kinds.count == 1, let kind = kinds.first else {
      reject(kinds, in: &map)
      return nil
    }
    if let verb = Measure.Verb(rawValue: kind) {
      // The names of the other kinds are known too, for what is nearest to a slip.
      defer { for other in MeasureReader.verbs + Self.pairs where other != kind { _ = map.take(other) } }
      return measures.read(verb, from: &map).map { .measure($0) }
    }
    for key in ["where", "days"] where map.has(key) {
      _ = map.take(key)
      map.findings.add(
        Diagnostic(.conditionBesideRatio, at: map.location(of: key), ["key": key, "kind": kind]))
    }
    guard let nodes = map.sequence(kind, required: true) else { return nil }
    let operands = nodes.map { operand($0, findings: &map.findings) }
    guard nodes.count == 2 else {
      map.findings.add(
        Diagnostic(.notTwoOperands, at: map.location(of: kind), ["kind": kind, "found": String(nodes.count)]))
      return nil
    }
    guard let left = operands[0], let right = operands[1] else { return nil }
    return kind == "ratio" ? .ratio(left, right) : .difference(left, right)
  }

  private func operand(_ node: YAMLNode, findings: inout Findings) -> DraftOperand? {
    if let name = node.scalar { return .reference(Located(name, at: node.location)) }
    guard var map = YAMLMapping(node, findings: &findings) else { return nil }
    let verbs = MeasureReader.verbs.filter { map.has($0) }
    var result: DraftOperand?
    if verbs.count == 1, let verb = verbs.first.flatMap(Measure.Verb.init(rawValue:)) {
      result = measures.read(verb, from: &map).map { .measure($0) }
    } else {
      reject(verbs, in: &map)
    }
    map.finish(findings: &findings)
    return result
  }

  private func reject(_ kinds: [String], in map: inout YAMLMapping) {
    for kind in MeasureReader.verbs + Self.pairs + ["where", "days"] { _ = map.take(kind) }
    if kinds.isEmpty {
      map.findings.add(Diagnostic(.noFormula, at: map.location))
    } else {
      map.findings.add(
        Diagnostic(.severalFormulas, at: map.location(of: kinds[1]), ["found": kinds.joined(separator: "、")]))
    }
  }
}
