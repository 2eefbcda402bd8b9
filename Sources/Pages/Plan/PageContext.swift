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

  var cube: Cube { site.cube }
  var words: Words { site.words }
  var formatter: FigureFormatter { site.formatter }

  /// The day an indicator is shown for on this page.
  package func day(of indicator: IndicatorIndex) -> CivilDate {
    day ?? cube.currentDay(indicator) ?? cube.asOf
  }

  package func figure(_ indicator: IndicatorIndex, _ region: RegionIndex? = nil) -> Figure {
    cube.figure(indicator, region ?? self.region, day(of: indicator))
  }

  func change(_ indicator: IndicatorIndex, _ region: RegionIndex) -> Change {
    let to = day(of: indicator)
    return cube.change(indicator, region, from: to.adding(days: -1), to: to)
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
    figure.expected > 0 || figure.reported > 0 || figure.value != nil
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
    if figure.carried > 0 { text += words[.comma] + words.fill(.carriedForward, ["count": String(figure.carried)]) }
    return text
  }

  /// 社区: the level whose units report.
  func unitTitle(of indicator: IndicatorIndex) -> String {
    cube.unitLevel(of: indicator).map { site.tree.levels[$0].title } ?? ""
  }
}
