import Common
import Markdown
import Reading
import Statistics

extension PageContext {
  /// Where a figure comes from that stands on this page as an inline figure would.
  package func explanation(of reference: ResolvedFigure) -> Explanation {
    let (cube, region) = (site.cube, self.region(reference.place))
    let indicator = reference.indicator
    let day = reference.day ?? self.day(of: indicator, in: region)
    switch reference.transform {
    case nil: return cube.explain(indicator, region, day)
    case .change:
      return cube.explainChange(indicator, region, from: day.adding(days: -1), to: day)
    case .average7: return cube.explainMean(indicator, region, day, days: 7)
    case .cumulative: return cube.explainCumulative(indicator, region, day)
    case .week: return cube.explain(indicator, region, period: days(of: .week, until: day))
    case .month: return cube.explain(indicator, region, period: days(of: .month, until: day))
    case .weekChange:
      return cube.explainChange(indicator, region, from: day.adding(days: -7), to: day)
    case .rank, .rankMove: return cube.explainRank(indicator, region, among: peers(of: region, on: day), day)
    }
  }

  /// The places that a region is ranked among: the children of its parent at its level that exist on the day.
  func peers(of region: RegionIndex, on day: CivilDate) -> [RegionIndex] {
    guard let parent = site.tree[region].parent else { return [] }
    return children(of: parent, on: day).filter { site.tree[$0].level == site.tree[region].level }
  }
}

extension Resolver {
  /// Looks up a figure that is asked for as writers write it, with or without its braces.
  package func figure(_ text: String, at location: Location, findings: inout Findings) -> ResolvedFigure? {
    let isBraced = text.hasPrefix("{{") && text.hasSuffix("}}")
    let compiled = InlineText.compile(isBraced ? text : "{{\(text)}}", at: location, findings: &findings)
    guard case .figure(let reference) = compiled.runs.first, compiled.runs.count == 1 else { return nil }
    return resolve(reference, Scope(lacksPlace: false), findings: &findings)
  }

  /// Looks up a transform by the name that a user typed.
  package func transform(_ name: String, at location: Location, findings: inout Findings) -> FigureTransform?
  {
    if let found = FigureTransform.names[name] { return found }
    findings.add(
      Diagnostic(
        .unknownTransform, at: location, ["found": name],
        suggestions: NearestNames.find(name, in: FigureTransform.names.keys.sorted())))
    return nil
  }
}
