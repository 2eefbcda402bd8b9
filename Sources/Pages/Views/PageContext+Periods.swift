import Common
import Reading
import Statistics

extension PageContext {
  /// One row a week or a month, one column an indicator, and on how many days each stands; `nil` where nothing is dated.
  ///
  /// - Parameter count: How many periods, the last ones.
  func periodTable(
    _ frame: DirectiveFrame, _ all: [IndicatorIndex], _ region: RegionIndex, _ kind: CalendarPeriod.Kind,
    count: Int?
  ) -> TableView? {
    let indicators = all.filter { isDated($0) }
    let begins = indicators.flatMap { cube.datasets(of: $0) }.compactMap { site.firstDays[$0] }
    guard let last = indicators.map({ day(of: $0, in: region) }).max(), let first = begins.min(),
      first <= last
    else { return nil }
    var periods: [CalendarPeriod] = []
    var period = CalendarPeriod(kind, around: first)
    while period.days.lowerBound <= last {
      periods.append(period)
      period = period.next
    }
    let shown = periods.suffix(count ?? periods.count)
    guard let from = shown.first?.days.lowerBound else { return nil }
    return TableView(
      id: frame.id, title: text(frame.title), subtitle: subtitle(frame, region, last),
      note: words.joined([
        words.sentences([words[kind == .week ? .weeksNote : .monthsNote]]),
        successionNote(of: region, from...last), redefinitionNote(indicators, from...last),
        sourceNote(indicators),
      ]),
      columns: [TableView.Column(title: words[kind == .week ? .week : .month], isNumber: false)]
        + indicators.map { measureColumn($0) }
        + [TableView.Column(title: words[.daysReported], isNumber: true)],
      rows: shown.map { row($0, indicators, region, until: day ?? cube.asOf) })
  }

  private func row(
    _ period: CalendarPeriod, _ indicators: [IndicatorIndex], _ region: RegionIndex, until limit: CivilDate
  ) -> TableView.Row {
    let figures = indicators.map { indicator -> PeriodFigure? in
      guard cube.datasets(of: indicator).allSatisfy({ hasBegun($0, by: period.days.upperBound) }) else {
        return nil
      }
      return cube.figure(
        indicator, region, in: period, until: limit, isDue: { isCounted($0, for: indicator) })
    }
    let label =
      period.kind == .week ? site.dates.span(period.days) : site.dates.month(period.days.lowerBound)
    let known = figures.compactMap { $0 }
    let days =
      known.min { $0.reported * $1.days < $1.reported * $0.days }
      .map { "\($0.reported)/\($0.days)" } ?? ""
    let isComplete = known.allSatisfy(\.isComplete)
    return TableView.Row(
      header: LinkText(text: label),
      cells: figures.map { $0.map { cell($0) } ?? TableView.Cell(text: "—", plain: "") } + [
        TableView.Cell(
          text: days, mark: isComplete ? nil : Mark(kind: .prov, text: words[.incomplete]),
          plain: isComplete ? days : days + words[.space] + words[.incomplete])
      ])
  }

  /// Whether a day of a period should have a report: each, but for what is reported by the week or the month.
  func isCounted(_ day: CivilDate, for indicator: IndicatorIndex) -> Bool {
    cube.datasets(of: indicator).contains { dataset in
      guard site.datasets[dataset].date != .none else { return false }
      return site.datasets[dataset].expectation.map { $0.lastDue(notAfter: day) == day } ?? true
    }
  }

  /// The period's figure; where days are missing, on how many it stands.
  private func cell(_ period: PeriodFigure) -> TableView.Cell {
    var cell = self.cell(period.figure, withUnit: false)
    if period.figure.value != nil, !period.isComplete {
      cell.mark = Mark(
        kind: .prov,
        text: words.fill(
          .daysOf, ["reported": String(period.reported), "days": String(period.days)]))
    }
    return cell
  }
}
