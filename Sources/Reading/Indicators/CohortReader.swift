import Common
import YAML

/// Reads `cohort: {dataset, start, end, within, mature_after}` and `cohort: {dataset, due, where}`, and the `where`
/// beside it that says which cases are meant.
struct CohortReader {
  private static let started = ["start", "end", "within"]

  let measures: MeasureReader

  /// - Returns: done ÷ mature, or `nil` after an error and where the dataset has errors of its own.
  func read(_ map: inout YAMLMapping) -> DraftFormula? {
    let population = map.take("where")?.value
    guard var body = map.mapping("cohort", required: true) else { return nil }
    let before = body.findings.items.count
    let cohort = cohort(&body)
    let isBroken = body.findings.items.count > before
    body.finish(findings: &map.findings)
    guard let cohort, !isBroken else { return nil }
    let dataset = measures.datasets.datasets[cohort.dataset]
    let conditions =
      population.map {
        ConditionReader(dataset: dataset, tree: measures.tree).read($0, findings: &map.findings)
      } ?? []
    func side(_ part: CohortSide.Part) -> DraftOperand {
      .measure(
        Measure(
          verb: .count, dataset: cohort.dataset, field: nil, conditions: conditions, by: cohort.entry,
          cohort: CohortSide(cohort: cohort, part: part)))
    }
    return .ratio(side(.done), side(.mature))
  }

  private func cohort(_ body: inout YAMLMapping) -> Cohort? {
    let name = body.locatedString("dataset", required: true)
    let start = body.locatedString("start")
    let end = body.locatedString("end")
    let within = span("within", in: &body)
    let due = body.locatedString("due")
    let outcome = body.take("where")?.value
    let mature = span("mature_after", in: &body)
    guard let index = name.flatMap({ measures.dataset($0, in: &body) }) else { return nil }
    let dataset = measures.datasets.datasets[index]
    func day(_ name: Located<String>?, _ key: String) -> Int? {
      name.flatMap {
        FieldLookup(dataset: dataset.name, fields: dataset.fields).find(
          $0, for: key, wanted: .date, findings: &body.findings)
      }
    }
    let written = Self.started.filter { body.has($0) }
    if let due {
      if let other = written.first {
        body.findings.add(Diagnostic(.cohortOfBothForms, at: body.location(of: other), ["key": other]))
      }
      guard let outcome else {
        body.findings.add(Diagnostic(.yamlMissingKey, at: body.location, ["key": "where"]))
        return nil
      }
      let conditions = ConditionReader(dataset: dataset, tree: measures.tree)
        .read(outcome, findings: &body.findings)
      return day(due, "due").map {
        Cohort(dataset: index, entry: $0, success: .outcome(conditions), matureAfter: mature)
      }
    }
    if let outcome {
      body.findings.add(Diagnostic(.cohortOfBothForms, at: outcome.location, ["key": "where"]))
    }
    if written.isEmpty {
      body.findings.add(Diagnostic(.cohortOfNoForm, at: body.location))
      return nil
    }
    for key in Self.started where !written.contains(key) {
      body.findings.add(Diagnostic(.yamlMissingKey, at: body.location, ["key": key]))
    }
    let (first, last) = (day(start, "start"), day(end, "end"))
    guard let first, let last, let within else { return nil }
    check(within, mature, [dataset.fields[first], dataset.fields[last]], in: &body)
    return Cohort(
      dataset: index, entry: first, success: .end(field: last, within: within), matureAfter: mature ?? within)
  }

  /// Hours need a time of day on both ends, and no case is judged before its time is over.
  private func check(
    _ within: TimeSpan, _ mature: TimeSpan?, _ fields: [FieldDeclaration], in body: inout YAMLMapping
  ) {
    if !within.isWholeDays, let field = fields.first(where: { $0.type == .date }) {
      body.findings.add(
        Diagnostic(
          .spanNeedsTime, at: body.location(of: "within"),
          ["found": within.description, "field": field.title]))
    }
    if let mature, mature.seconds < within.seconds {
      body.findings.add(
        Diagnostic(
          .matureBeforeWithin, at: body.location(of: "mature_after"),
          ["found": mature.description, "within": within.description]))
    }
  }

  private func span(_ key: String, in body: inout YAMLMapping) -> TimeSpan? {
    body.value(key, orElse: .badTimeSpan) { $0.scalar.flatMap { TimeSpan($0) } }
  }
}
