import Common
import YAML

/// Reads `chapman: {first: {sum: …}, second: {sum: …}, both: {sum: …}, estimate: missed | total}`.
struct ChapmanReader {
  let measures: MeasureReader

  /// - Returns: `nil` after an error, and where the dataset has errors of its own.
  func read(_ map: inout YAMLMapping) -> DraftFormula? {
    guard var body = map.mapping("chapman", required: true) else { return nil }
    let estimate = body.choice("estimate", of: Chapman.Estimate.self) ?? .missed
    let location = body.location
    let parts = ["first", "second", "both"].map { measure($0, in: &body) }
    body.finish(findings: &map.findings)
    guard let first = parts[0], let second = parts[1], let both = parts[2] else { return nil }
    guard let dataset = first.dataset, second.dataset == dataset, both.dataset == dataset else {
      map.findings.add(Diagnostic(.chapmanOfSeveralDatasets, at: location))
      return nil
    }
    // Counts of different units say nothing of one another: a unit counts where all three are known.
    let fields = [first, second, both].compactMap(\.field)
    let isKnown = fields.map { Condition(field: $0, test: .isPresent) }
    func complete(_ measure: Measure) -> Measure {
      var measure = measure
      measure.conditions += isKnown
      return measure
    }
    return .chapman(
      Chapman(
        first: complete(first), second: complete(second), both: complete(both), estimate: estimate))
  }

  private func measure(_ key: String, in body: inout YAMLMapping) -> Measure? {
    guard var map = body.mapping(key, required: true) else { return nil }
    defer { map.finish(findings: &body.findings) }
    guard map.has(Measure.Verb.sum.rawValue) else {
      _ = map.takeRest()
      map.findings.add(Diagnostic(.chapmanNeedsSum, at: map.location, ["key": key]))
      return nil
    }
    return measures.read(.sum, from: &map, by: nil)
  }
}
