import Common
import Reading
import Statistics

/// The cube as pages ask it: the same answers, and whoever observes the page is told of each.
///
/// What a signature under a bulletin stands for is known by this: a question that passes it by would not be signed.
/// A new question of the cube gets a function here.
@dynamicMemberLookup
struct AskedCube {
  private let cube: Cube
  private let observer: (@Sendable (CubeAnswer) -> Void)?

  init(_ site: SiteContext) {
    cube = site.cube
    observer = site.observer
  }

  /// What is no answer about the data: the reporting day, the days in the data.
  subscript<Value>(dynamicMember path: KeyPath<Cube, Value>) -> Value { cube[keyPath: path] }

  func tell(_ answer: CubeAnswer) { observer?(answer) }

  private func told(_ figure: Figure) -> Figure {
    tell(.figure(figure))
    return figure
  }

  func figure(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Figure {
    told(cube.figure(indicator, region, day))
  }

  func figure(
    _ indicator: IndicatorIndex, _ region: RegionIndex, period: ClosedRange<CivilDate>
  ) -> Figure {
    told(cube.figure(indicator, region, period: period))
  }

  func continued(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Figure {
    told(cube.continued(indicator, region, day))
  }

  func rollingMean(
    _ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate, days: Int
  ) -> Figure {
    told(cube.rollingMean(indicator, region, day, days: days))
  }

  func cumulative(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Figure {
    told(cube.cumulative(indicator, region, day))
  }

  func change(
    _ indicator: IndicatorIndex, _ region: RegionIndex, from: CivilDate, to: CivilDate
  ) -> Change {
    let change = cube.change(indicator, region, from: from, to: to)
    tell(.change(indicator, region, change))
    return change
  }

  func share(
    of part: IndicatorIndex, in whole: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate
  ) -> Share {
    let share = cube.share(of: part, in: whole, region, day)
    tell(.share(of: part, in: whole, region, day, share))
    return share
  }

  func ranking(
    _ indicator: IndicatorIndex, among regions: [RegionIndex], day: CivilDate, bestFirst: Bool
  ) -> [Cube.Ranked] {
    let ranked = cube.ranking(indicator, among: regions, day: day, bestFirst: bestFirst)
    for row in ranked { tell(.figure(row.figure)) }
    return ranked
  }

  func figure(
    _ indicator: IndicatorIndex, _ region: RegionIndex, in period: CalendarPeriod, until limit: CivilDate,
    isDue: (CivilDate) -> Bool
  ) -> PeriodFigure {
    let found = cube.figure(indicator, region, in: period, until: limit, isDue: isDue)
    tell(.period(found))
    return found
  }

  /// What it stands on are rankings that have been told.
  func rankMoves(
    _ indicator: IndicatorIndex, _ ranked: [Cube.Ranked], since earlier: [Cube.Ranked], on day: CivilDate
  ) -> [RankMove] {
    cube.rankMoves(indicator, ranked, since: earlier, on: day)
  }

  func missingUnits(_ dataset: Int, _ region: RegionIndex, _ day: CivilDate) -> [RegionIndex] {
    let units = cube.missingUnits(dataset, region, day)
    tell(.missing(dataset: dataset, region, day, units))
    return units
  }

  func dueReports(_ dataset: Int, _ region: RegionIndex, at moment: Deadline) -> DueReports? {
    let due = cube.dueReports(dataset, region, at: moment)
    if let due {
      let units = due.units.map { "\(cube.tree[$0.region].code) \($0.state)" }.sorted()
      tell(.due(dataset: dataset, region, due.deadline.day, expected: due.expected, units: units))
    }
    return due
  }

  /// Whoever prints the inputs tells each row itself.
  func inputs(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Explanation {
    let explanation = cube.explainInputs(indicator, region, day)
    tell(.figure(explanation.figure))
    return explanation
  }

  func missingLabel(
    of measure: Measure, in indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate
  ) -> String? {
    let label = cube.missingLabel(of: measure, in: indicator, region, day)
    if let label { tell(.input(indicator, region, label)) }
    return label
  }

  func waiting(_ indicator: IndicatorIndex, _ region: RegionIndex, on day: CivilDate) -> Int {
    let count = cube.waiting(indicator, region, on: day)
    tell(.waiting(indicator, region, day, count))
    return count
  }

  func lag(of indicator: IndicatorIndex) -> Int { cube.lag(of: indicator) }

  /// A matter of declarations, and no answer about the data.
  func redefinitions(of indicator: IndicatorIndex) -> [CivilDate] { cube.redefinitions(of: indicator) }

  func isDated(_ indicator: IndicatorIndex) -> Bool { cube.isDated(indicator) }

  func standing(of figure: Figure) -> Standing { cube.standing(of: figure) }

  func currentDay(_ indicator: IndicatorIndex, for region: RegionIndex) -> CivilDate? {
    cube.currentDay(indicator, for: region)
  }

  func expectedUnits(_ dataset: Int, _ region: RegionIndex, _ day: CivilDate) -> [RegionIndex] {
    cube.expectedUnits(dataset, region, day)
  }

  func datasets(of indicator: IndicatorIndex) -> [Int] { cube.datasets(of: indicator) }

  func unitLevel(of indicator: IndicatorIndex) -> Int? { cube.unitLevel(of: indicator) }

  func isIllustrative(_ indicator: IndicatorIndex) -> Bool { cube.isIllustrative(indicator) }
}
