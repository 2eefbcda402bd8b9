import Common
import YAML

// Other definitions: those of former days, and those of others for the same thing.
extension IndicatorResolver {
  /// An earlier definition is a share where the present one is, and a number where it is one: else there is no axis that
  /// holds both. A ratio is what `as` makes of it.
  func formsAgree(
    _ draft: IndicatorDraft, _ form: IndicatorDeclaration.Form, _ traits: [IndicatorDefaults.Traits?],
    findings: inout Findings
  ) -> Bool {
    var agree = true
    for earlier in draft.earlier {
      guard let formula = earlier.formula else { continue }
      // A difference of shares is in percentage points, a share is not.
      if form == .percent, formula.isDifference != draft.formula?.isDifference {
        findings.add(Diagnostic(.beforeOfOtherForm, at: earlier.location))
        agree = false
        continue
      }
      if case .ratio = formula { continue }
      let own = defaults.traits(of: formula, declared: draft.withoutForm) { name in
        byName[name.value].flatMap { traits[$0] }
      }
      guard own.form != form else { continue }
      findings.add(Diagnostic(.beforeOfOtherForm, at: earlier.location))
      agree = false
    }
    return agree
  }

  /// By draft: the drafts that stand beside it, each once.
  func lookUpBeside(findings: inout Findings) -> [[Int]] {
    drafts.indices.map { index in
      var found: [Int] = []
      for name in drafts[index].beside {
        guard let other = find(name, findings: &findings) else { continue }
        if other == index {
          findings.add(Diagnostic(.besideItself, at: name.location))
        } else if !found.contains(other) {
          found.append(other)
        }
      }
      return found
    }
  }

  /// The draft that bears a name. A name of nothing is a finding, one of what could not be read is none.
  func find(_ name: Located<String>, findings: inout Findings) -> Int? {
    if let other = byName[name.value] { return other }
    guard isComplete, !unusable.contains(name.value) else { return nil }
    findings.add(
      Diagnostic(
        .unknownIndicator, at: name.location, ["found": name.value],
        suggestions: NearestNames.find(name.value, in: drafts.flatMap(\.names))))
    return nil
  }
}
