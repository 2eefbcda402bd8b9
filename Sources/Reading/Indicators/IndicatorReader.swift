import Common
import YAML

/// Reads one entry of `indicators/<topic>.yaml`.
struct IndicatorReader {
  private enum Form: String, CaseIterable { case number, percent }
  private enum Basis: String, CaseIterable { case own, units }

  let formulas: FormulaReader
  let topic: String

  func read(_ entry: YAMLEntry, findings: inout Findings) -> IndicatorDraft? {
    var own = Findings()
    defer { findings.add(contentsOf: own) }
    let isNamed = Identifier.check(entry.key, at: entry.keyLocation, findings: &own)
    guard var map = YAMLMapping(entry.value, findings: &own) else { return nil }
    var draft = decode(&map, id: entry)
    map.finish(findings: &own)
    draft.isBroken =
      !isNamed || own.hasErrors || draft.formula == nil || draft.earlier.contains { $0.formula == nil }
    return draft
  }

  private func decode(_ map: inout YAMLMapping, id: YAMLEntry) -> IndicatorDraft {
    let title = map.string("title", required: true) ?? id.key
    let aliases = map.strings("aliases") ?? []
    checkNames([("title", [title]), ("aliases", aliases)], in: &map)
    let formula = formulas.read(&map)
    let form = map.choice("as", of: Form.self)
    let times = times(&map, isPercent: form == .percent)
    let earlier = EarlierReader(formulas: formulas).read(&map)
    let carry = carry(&map)
    let all = [formula] + earlier.map(\.formula)
    if carry > 0, all.contains(where: { $0?.countsByOtherDays ?? false }) {
      map.findings.add(Diagnostic(.carryOfOtherDays, at: map.location(of: "carry")))
    }
    let isEstimate = all.contains { if case .chapman = $0 { true } else { false } }
    if isEstimate, map.has("over_time"),
      map.choice("over_time") ?? .last != IndicatorDeclaration.OverTime.last
    {
      map.findings.add(Diagnostic(.chapmanOverTime, at: map.location(of: "over_time")))
    }
    let thresholds = ["target", "warn_below", "bad_below", "warn_above", "bad_above"].map { key in
      map.percentOrDecimal(key).map { Located($0, at: map.location(of: key)) }
    }
    var declaration = IndicatorDeclaration(
      id: id.key, title: title, aliases: aliases, topic: topic, definition: map.string("definition"),
      // Stands in until the formula's references are looked up.
      formula: .measure(Measure(verb: .count, dataset: nil, field: nil)), times: times, decimals: 0,
      overTime: map.choice("over_time") ?? .last, carry: carry, absentIsZero: map.absentIsZero(),
      better: map.choice("better"), zeroDenominator: map.string("zero_den"),
      reportingAtLeast: map.reportingAtLeast(), countsPeople: map.bool("people") ?? false,
      asReported: map.bool("as_reported") ?? false, location: id.keyLocation)
    declaration.usesOwnTotals = (map.choice("basis", of: Basis.self) ?? .own) == .own
    return IndicatorDraft(
      id: id.key, idLocation: id.keyLocation, title: title, aliases: aliases, formula: formula,
      decimals: decimals(&map), unit: map.string("unit"),
      form: form.map { $0 == .percent ? .percent : .number },
      thresholds: thresholds, earlier: earlier, beside: map.locatedStrings("beside") ?? [],
      declaration: declaration, isBroken: false)
  }

  /// Names stand in `{{name @place|transform}}`.
  private func checkNames(_ names: [(key: String, names: [String])], in map: inout YAMLMapping) {
    for (key, names) in names {
      for name in names where name.isEmpty || name.contains(where: { "@|{}".contains($0) }) {
        map.findings.add(Diagnostic(.badIndicatorName, at: map.location(of: key), ["found": name]))
      }
    }
  }

  private func times(_ map: inout YAMLMapping, isPercent: Bool) -> Rational {
    guard let times = map.decimal("times") else { return Rational(1) }
    if isPercent {
      map.findings.add(Diagnostic(.timesOfPercent, at: map.location(of: "times")))
    } else if times.sign <= 0 {
      map.findings.add(
        Diagnostic(.timesNotPositive, at: map.location(of: "times"), ["found": times.plainDecimal()]))
    }
    return times
  }

  private func decimals(_ map: inout YAMLMapping) -> Int? {
    let decimals = map.integer("decimals")
    if let decimals, !(0...6).contains(decimals) {
      map.findings.add(
        Diagnostic(.decimalsOutOfRange, at: map.location(of: "decimals"), ["found": String(decimals)]))
    }
    return decimals
  }

  /// `carry: 2d`, also 2天.
  private func carry(_ map: inout YAMLMapping) -> Int {
    let days = map.value("carry", orElse: .badDuration) { node -> Int? in
      guard let text = node.scalar, let end = text.last, end == "d" || end == "天" else { return nil }
      guard let days = Int(text.dropLast()), (0...3660).contains(days), text.first != "+" else { return nil }
      return days
    }
    return days ?? 0
  }
}
