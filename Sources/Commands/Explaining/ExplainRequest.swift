import Common
import Pages
import Reading
import Statistics

/// A figure that is asked for, with all that says which.
struct ExplainRequest {
  var figure: String?
  var region: String?
  var date: CivilDate?
  var transform: String?
  var period: ExplainedPeriod?
  var at: TextPlace?

  /// The explanation with what is needed to print it.
  struct Answer {
    var page: PageContext
    var explanation: Explanation
    /// As it stands on the site.
    var printed: String
    /// `排查覆盖率（较昨日）`
    var title: String
  }

  private static let command = Location(file: "jianbao explain")

  /// - Returns: `nil` after a finding that says what is not there.
  func answer(from site: SiteLoader.Loaded, findings: inout Findings) -> Answer? {
    if let at { return answer(at: at, from: site, findings: &findings) }
    let context = site.renderer.plan.context
    guard var reference = site.resolver.figure(figure ?? "", at: Self.command, findings: &findings) else {
      return nil
    }
    if let region {
      guard
        let place = site.resolver.place(
          region, at: Self.command, on: date ?? reference.day, findings: &findings)
      else { return nil }
      reference.place = .fixed(place)
    }
    if let date {
      guard date <= context.cube.asOf else {
        findings.add(
          Diagnostic(
            .figureAfterAsOf, at: Self.command,
            ["day": date.description, "asOf": context.cube.asOf.description]))
        return nil
      }
      reference.day = date
    }
    if let transform {
      guard let found = site.resolver.transform(transform, at: Self.command, findings: &findings) else {
        return nil
      }
      reference.transform = found
    }
    let place: RegionIndex = if case .fixed(let fixed) = reference.place { fixed } else { context.root }
    return answer(
      to: reference, on: PageContext(site: context, region: place, day: nil, address: Addresses.home))
  }

  private func answer(to reference: ResolvedFigure, on page: PageContext) -> Answer {
    let inline = page.inline(reference)
    guard let period else {
      return Answer(
        page: page, explanation: page.explanation(of: reference), printed: inline.text, title: inline.title)
    }
    let day = reference.day ?? page.day(of: reference.indicator)
    let explanation = page.site.cube.explain(
      reference.indicator, page.region, period: Self.days(of: period, around: day, in: page.site.cube.days))
    return Answer(
      page: page, explanation: explanation, printed: page.site.formatter.text(explanation.figure).text,
      title: inline.title)
  }

  private static func days(
    of period: ExplainedPeriod, around day: CivilDate, in all: ClosedRange<CivilDate>
  ) -> ClosedRange<CivilDate> {
    switch period {
    case .week: return CalendarPeriod(.week, around: day).days
    case .month: return CalendarPeriod(.month, around: day).days
    case .all: return min(all.lowerBound, day)...day
    }
  }

  private func answer(
    at place: TextPlace, from site: SiteLoader.Loaded, findings: inout Findings
  ) -> Answer? {
    var own: RegionIndex?
    if let region {
      own = site.resolver.place(region, at: Self.command, on: date, findings: &findings)
      guard own != nil else { return nil }
    }
    guard
      let found = FigurePlaces(plan: site.renderer.plan, project: site.project).find(
        place, region: own, day: date, findings: &findings)
    else { return nil }
    return answer(to: found.reference, on: found.page)
  }
}
