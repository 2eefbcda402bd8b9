import Common
import Reading

/// Finds indicators by id, title or alias, and places by code, name, alias or path. Used when the site is loaded,
/// never while a page is filled.
package struct NameIndex: Sendable {
  package let tree: RegionTree
  private let indicators: IndicatorNames
  /// The indicator that 本指标 and `this` stand for, on its own page.
  private let this: IndicatorIndex?
  /// Names declared with errors, which are reported where they are declared.
  private let broken: Set<String>

  package init(
    tree: RegionTree, indicators: IndicatorNames, broken: Set<String> = [], this: IndicatorIndex? = nil
  ) {
    self.tree = tree
    self.indicators = indicators
    self.broken = broken
    self.this = this
  }

  package func indicator(_ name: String, at location: Location, findings: inout Findings) -> IndicatorIndex? {
    if let index = indicators.find(name) { return index }
    if let this, name == "本指标" || name == "this" { return this }
    if !broken.contains(name) {
      findings.add(
        Diagnostic(
          .unknownIndicator, at: location, ["found": name],
          suggestions: NearestNames.find(name, in: indicators.all)))
    }
    return nil
  }

  package func place(_ name: String, at location: Location, on day: CivilDate?, findings: inout Findings)
    -> RegionIndex?
  {
    switch tree.find(name, on: day) {
    case .found(let region): return region
    case .unknown:
      findings.add(
        Diagnostic(
          .unknownFigurePlace, at: location, ["found": name],
          suggestions: PlaceNames(tree.allNames).nearest(name)))
    case .ambiguous(let regions):
      let candidates = regions.prefix(4).map { region in
        tree.path(to: region).suffix(2).map { tree[$0].name }.joined(separator: "/")
      }
      findings.add(Diagnostic(.ambiguousFigurePlace, at: location, ["found": name], suggestions: candidates))
    }
    return nil
  }
}
