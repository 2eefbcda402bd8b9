import Common
import Reading
import Statistics

/// What was made of a figure, as it is printed.
struct TransformedFigure {
  var text: FigureText
  /// The figure that it stands on.
  var figure: Figure
  /// The days of a period, in place of the one day.
  var days: String?
  /// On how many days it stands, where some are missing: 已报5/7天.
  var count: String?
}

extension PageContext {
  /// What a transform makes of an indicator in a region on a day.
  func transformed(
    _ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate, _ transform: FigureTransform?
  ) -> TransformedFigure {
    let figure = cube.continued(indicator, region, day)
    func plain(_ text: String) -> TransformedFigure {
      TransformedFigure(text: FigureText(number: text, unit: ""), figure: figure)
    }
    switch transform {
    case nil: return TransformedFigure(text: formatter.text(figure), figure: figure)
    case .change: return plain(change(indicator, region, to: day).words)
    case .weekChange: return plain(change(indicator, region, to: day, days: 7).words)
    case .average7:
      let mean = cube.rollingMean(indicator, region, day, days: 7)
      let isPart = mean.value != nil && mean.daysCounted < 7
      return TransformedFigure(
        text: formatter.text(mean), figure: mean, count: isPart ? daysReported(mean.daysCounted, of: 7) : nil)
    case .cumulative:
      let sum = cube.cumulative(indicator, region, day)
      return TransformedFigure(text: formatter.text(sum), figure: sum)
    case .rank: return plain(rankText(indicator, region, day))
    case .rankMove: return plain(rankMoveText(indicator, region, day))
    case .week: return period(.week, indicator, region, day)
    case .month: return period(.month, indicator, region, day)
    }
  }

  /// （7日均）: what was made of the figure.
  func transformText(_ transform: FigureTransform?) -> String {
    let word: Word
    switch transform {
    case nil: return ""
    case .change: word = .change
    case .average7: word = .average7
    case .cumulative: word = .cumulative
    case .rank: word = .rank
    case .week: word = .thisWeek
    case .month: word = .thisMonth
    case .weekChange: word = .sinceLastWeek
    case .rankMove: word = .rankMove
    }
    return words.fill(.parentheses, ["text": words[word]])
  }

  /// The days of a period that are over on a day.
  func days(of kind: CalendarPeriod.Kind, until day: CivilDate) -> ClosedRange<CivilDate> {
    CalendarPeriod(kind, around: day).days.lowerBound...day
  }

  /// 已报5/7天
  func daysReported(_ count: Int, of days: Int) -> String {
    words.fill(.daysReportedOf, ["reported": String(count), "days": String(days)])
  }

  /// The week or the month so far: days that are still to come are not missing.
  private func period(
    _ kind: CalendarPeriod.Kind, _ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate
  ) -> TransformedFigure {
    let found = cube.figure(
      indicator, region, in: CalendarPeriod(kind, around: day), until: day,
      isDue: { $0 <= day && isCounted($0, for: indicator) })
    let days = days(of: kind, until: day)
    return TransformedFigure(
      text: formatter.text(found.figure), figure: found.figure,
      days: site.dates.range(days.lowerBound, days.upperBound),
      count: found.isComplete ? nil : daysReported(found.reported, of: found.days))
  }

  private func rankText(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> String {
    let ranked = cube.ranking(indicator, among: peers(of: region, on: day), day: day, bestFirst: true)
    guard let rank = ranked.first(where: { $0.region == region })?.rank else { return words[.notApplicable] }
    return words.fill(.rankText, ["position": String(rank.position), "count": String(rank.of)])
  }

  private func rankMoveText(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> String {
    let ranked = cube.ranking(indicator, among: peers(of: region, on: day), day: day, bestFirst: true)
    let before = day.adding(days: -1)
    let earlier = cube.ranking(indicator, among: peers(of: region, on: before), day: before, bestFirst: true)
    let moves = cube.rankMoves(indicator, ranked, since: earlier, on: day)
    guard let index = ranked.firstIndex(where: { $0.region == region }) else { return words[.notApplicable] }
    switch moves[index] {
    case .moved(0): return words[.rankSame]
    case .moved(let places):
      return words.fill(places > 0 ? .rankUp : .rankDown, ["count": String(places.magnitude)])
    case .new: return words[.rankNew]
    case .unknown: return words[.notComparable]
    case .redefined: return words[.definitionChanged]
    }
  }

  /// 升2: for a column.
  func cell(_ move: RankMove) -> TableView.Cell {
    switch move {
    case .moved(0): TableView.Cell(text: words[.rankSameShort], plain: "0", isNumber: true)
    case .moved(let places):
      TableView.Cell(
        text: words.fill(places > 0 ? .rankUpShort : .rankDownShort, ["count": String(places.magnitude)]),
        plain: String(places), isNumber: true)
    case .new: TableView.Cell(text: words[.rankNew])
    case .unknown: TableView.Cell(text: "—", plain: "")
    case .redefined: TableView.Cell(text: words[.definitionChanged])
    }
  }
}
