import Common
import Comparing
import Pages
import Reading
import Statistics

/// Looks for changes of published figures that must not go out without a word.
struct RevisionCheck {
  let context: SiteContext
  let approvals: [Approval]
  /// Where reasons are written.
  let corrections: String

  /// - Parameters:
  ///   - changes: Those since the release before.
  ///   - severity: Errors where the site is to be published, warnings before.
  /// - Complexity: O(changes)
  func findings(_ changes: [FigureChange], _ severity: Severity) -> [Diagnostic] {
    let unexplained = changes.filter { $0.reason == .unexplained }
    guard !unexplained.isEmpty else { return [] }
    let indicators = Dictionary(
      context.indicators.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var signed: [CivilDate: Set<String>] = [:]
    for approval in approvals {
      signed[approval.bulletin, default: []].formUnion(approval.seal.figures.map(\.name))
    }
    return unexplained.compactMap { change in
      guard let index = indicators[change.key.indicator] else { return nil }
      if signed[change.key.day]?.contains(change.key.indicator) ?? false {
        return diagnostic(.approvedFigureChanged, severity, change, index)
      }
      guard let old = change.old?.value, let new = change.new?.value, new < old, isCumulative(index) else {
        return nil
      }
      return diagnostic(.cumulativeRevisedDown, severity, change, index)
    }
  }

  /// Whether the indicator is a number of a field that its dataset says never falls.
  private func isCumulative(_ index: IndicatorIndex) -> Bool {
    guard case .measure(let measure) = context.indicators[index].formula, let dataset = measure.dataset,
      let field = measure.field
    else { return false }
    return context.datasets[dataset].checks.contains { $0.kind == .neverFalls(field: field) }
  }

  private func diagnostic(
    _ rule: Rule, _ severity: Severity, _ change: FigureChange, _ index: IndicatorIndex
  ) -> Diagnostic {
    let place = context.tree.regions.first { $0.code == change.key.region }?.name ?? change.key.region
    return Diagnostic(
      rule, severity, at: Location(file: corrections),
      [
        "indicator": context.indicators[index].title, "id": change.key.indicator, "place": place,
        "day": change.key.day.description, "old": change.old?.printed ?? "—",
        "new": change.new?.printed ?? "—",
      ])
  }
}
