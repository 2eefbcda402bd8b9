import Common
import Markdown
import Reading
import YAML

extension Resolver {
  /// `type: funnel`: steps in order, of which each counts some of what the one before counts. It shows one day.
  func funnel(_ options: inout YAMLMapping, _ directive: Directive) -> ChartOptions? {
    guard let steps = list(&options, directive) else { return nil }
    guard steps.count > 1 else {
      if !options.findings.hasErrors {
        options.findings.add(Diagnostic(.funnelNeedsSteps, at: directive.location))
      }
      return nil
    }
    let first = indicators[steps[0]]
    let odd = steps.map { indicators[$0] }.first { step in
      if case .ratio = step.formula { return true }
      return step.form == .percent || step.unit != first.unit
    }
    if let odd {
      options.findings.add(
        Diagnostic(
          .funnelOfDifferentThings, at: directive.location,
          ["title": odd.title, "unit": unit(of: odd), "first": first.title, "wanted": unit(of: first)]))
      return nil
    }
    return ChartOptions(kind: .funnel, indicators: steps, days: nil, comparesParent: false)
  }

  private func unit(of step: IndicatorDeclaration) -> String {
    step.form == .percent ? "%" : step.unit ?? "—"
  }
}
