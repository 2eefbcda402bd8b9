import Common
import YAML

/// Thresholds are written in the indicator's own form and do not cross.
enum ThresholdCheck {
  static func passes(
    _ draft: IndicatorDraft, form: IndicatorDeclaration.Form, findings: inout Findings
  ) -> Bool {
    var passes = true
    for threshold in draft.thresholds.compactMap({ $0 }) where threshold.value.isPercent != (form == .percent)
    {
      // Zero is the same in both.
      if threshold.value.value.isZero { continue }
      let value = threshold.value.value
      let rule: Rule = form == .percent ? .thresholdNotPercent : .thresholdIsPercent
      let found =
        threshold.value.isPercent ? (value * Rational(100)).plainDecimal() + "%" : value.plainDecimal()
      findings.add(Diagnostic(rule, at: threshold.location, ["found": found]))
      passes = false
    }
    guard passes else { return false }
    let (warnBelow, badBelow) = (draft.thresholds[1], draft.thresholds[2])
    let (warnAbove, badAbove) = (draft.thresholds[3], draft.thresholds[4])
    if let warn = warnBelow, let bad = badBelow, warn.value.value < bad.value.value {
      findings.add(
        Diagnostic(.thresholdsCross, at: bad.location, ["bad": "bad_below", "warn": "warn_below"]))
      passes = false
    }
    if let warn = warnAbove, let bad = badAbove, bad.value.value < warn.value.value {
      findings.add(
        Diagnostic(.thresholdsCross, at: bad.location, ["bad": "bad_above", "warn": "warn_above"]))
      passes = false
    }
    return passes
  }
}
