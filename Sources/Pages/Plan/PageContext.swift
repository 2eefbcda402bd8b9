import Common
import Reading
import Statistics

/// One page being filled: whose it is, and the day it speaks of.
package struct PageContext: Sendable {
  package let site: SiteContext
  package let region: RegionIndex
  /// The day of a bulletin; `nil` for pages that show the latest.
  package let day: CivilDate?
  package let address: String

  package init(site: SiteContext, region: RegionIndex, day: CivilDate?, address: String) {
    self.site = site
    self.region = region
    self.day = day
    self.address = address
  }

  var cube: AskedCube { AskedCube(site) }
  var words: Words { site.words }
  var formatter: FigureFormatter { site.formatter }

  /// The day an indicator is shown for on this page.
  ///
  /// - Parameter region: Whose figure; the page's own by default. Of facts each place has its own last day.
  package func day(of indicator: IndicatorIndex, in region: RegionIndex? = nil) -> CivilDate {
    // A cohort is shown when all its cases are mature: on a bulletin as it was on its day.
    day?.adding(days: -cube.lag(of: indicator))
      ?? cube.currentDay(indicator, for: region ?? self.region) ?? cube.asOf
  }

  package func figure(_ indicator: IndicatorIndex, _ region: RegionIndex? = nil) -> Figure {
    cube.continued(indicator, region ?? self.region, day(of: indicator, in: region))
  }

  /// The change since the day before.
  func change(_ indicator: IndicatorIndex, _ region: RegionIndex) -> ChangeText {
    change(indicator, region, to: day(of: indicator, in: region))
  }

  /// The change since some days before.
  func change(
    _ indicator: IndicatorIndex, _ region: RegionIndex, to day: CivilDate, days: Int = 1
  ) -> ChangeText {
    let before = day.adding(days: -days)
    let exactness = cube.continued(indicator, region, before).exactness
      .combined(with: cube.figure(indicator, region, day).exactness)
    return formatter.text(
      cube.change(indicator, region, from: before, to: day), of: indicator, exactness: exactness)
  }

  func region(_ place: PlaceChoice) -> RegionIndex {
    switch place {
    case .page: region
    case .fixed(let region): region
    }
  }

  func link(_ region: RegionIndex) -> LinkText {
    LinkText(text: site.tree[region].name, address: site.addresses.region(region))
  }

  /// Whether the place is expected to say anything of the indicator, or has said it.
  func isShown(_ figure: Figure) -> Bool {
    figure.value != nil || (figure.expected > 0 && !site.isFact[figure.indicator])
  }

  /// Whether there is something to say of the figure: not before the first report of its datasets.
  func isDue(_ figure: Figure) -> Bool {
    guard isShown(figure) else { return false }
    return figure.value != nil || figure.reported > 0
      || cube.datasets(of: figure.indicator).allSatisfy { hasBegun($0, by: figure.day) }
  }

  func hasBegun(_ dataset: Int, by day: CivilDate) -> Bool {
    site.firstDays[dataset].map { $0 <= day } ?? true
  }

  /// 基于35/37个社区, with what was carried forward.
  func completeness(_ figure: Figure) -> String {
    if figure.basis == .own { return words[.ownReport] }
    var text = words.fill(
      .basedOn,
      [
        "reported": String(figure.reported), "expected": String(figure.expected),
        "units": unitTitle(of: figure.indicator),
      ])
    if figure.carried > 0 {
      text += words[.comma] + words.fill(.carriedForward, ["count": String(figure.carried)])
    }
    return text
  }

  /// The completeness of a page: of its least complete total, or whether a unit itself has reported.
  func completeness(_ figures: [Figure]) -> String {
    if let total = leastComplete(figures) { return completeness(total) }
    let own = figures.filter { $0.expected == 1 }
    if own.isEmpty { return "" }
    if own.allSatisfy({ $0.reported == 0 }) { return words[.notReported] }
    return own.allSatisfy { $0.reported > 0 } ? words[.allReported] : ""
  }

  /// Of the totals that have a value the one with the smallest share of units heard on the day itself.
  func leastComplete(_ figures: [Figure]) -> Figure? {
    figures.filter { $0.expected > 1 && $0.basis == .units && $0.value != nil }
      .min { ($0.reported - $0.carried) * $1.expected < ($1.reported - $1.carried) * $0.expected }
  }

  /// 同口径35个社区, and that regrouped ones are compared as one.
  func basis(_ change: ChangeText, _ indicator: IndicatorIndex) -> String {
    words.fill(
      change.isRegrouped ? .sameBasisRegrouped : .sameBasis,
      ["count": String(change.units), "units": unitTitle(of: indicator)])
  }

  /// The children that exist on the page's day.
  func children(of region: RegionIndex, on day: CivilDate) -> [RegionIndex] {
    site.tree.children(of: region).filter { site.tree[$0].isValid(on: day) }
  }

  /// 社区: the level whose units report.
  func unitTitle(of indicator: IndicatorIndex) -> String {
    cube.unitLevel(of: indicator).map { site.tree.levels[$0].title } ?? ""
  }
}
