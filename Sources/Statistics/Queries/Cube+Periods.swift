import Common
import Reading

extension Cube {
  /// The figure of a period, by the indicator's `over_time`.
  ///
  /// `last` is the figure of the last day in it on which the region was heard of and enough units had reported, and where
  /// there is none such of the last on which it was heard of at all; `sum` adds numerators and
  /// denominators over the days; `mean` is the mean of the daily figures that exist. The counts of a sum or mean
  /// are those of its least complete day, and its day is the period's last with a figure. A sum or mean of days on which
  /// the indicator is computed in two ways has no value.
  ///
  /// - Complexity: O(days).
  package func figure(
    _ indicator: IndicatorIndex, _ region: RegionIndex, period: ClosedRange<CivilDate>
  ) -> Figure {
    switch indicators[indicator].overTime {
    case .last:
      let heard = daily(indicator, region, period).filter(isHeard)
      return heard.last { $0.meetsThreshold || $0.state == .suppressed } ?? heard.last
        ?? silent(indicator, region, period.upperBound)
    case .sum: return sum(indicator, region, period)
    case .mean: return mean(indicator, region, daily(indicator, region, period), on: period.upperBound)
    }
  }

  /// The figure of a period with the number of its days.
  ///
  /// - Parameters:
  ///   - limit: The last day that is known of; the period may go on behind it.
  ///   - isDue: Whether a report is due on a day. One that comes unasked counts too.
  package func figure(
    _ indicator: IndicatorIndex, _ region: RegionIndex, in period: CalendarPeriod, until limit: CivilDate,
    isDue: (CivilDate) -> Bool
  ) -> PeriodFigure {
    let days = period.days
    let known = days.lowerBound...max(days.lowerBound, min(days.upperBound, limit))
    let heard = Set(daily(indicator, region, known).filter(isHeard).map(\.day))
    let due = (days.lowerBound.dayNumber...days.upperBound.dayNumber)
      .map { CivilDate(dayNumber: $0) }.filter { heard.contains($0) || isDue($0) }
    return PeriodFigure(
      figure: figure(indicator, region, period: known), reported: heard.count, days: due.count)
  }

  /// Whether a figure stands on a report of its own day.
  private func isHeard(_ figure: Figure) -> Bool {
    let isStandIn = figure.reported == 0 && figure.state != .notReported
    return figure.reported > figure.carried || figure.basis == .own || isStandIn
  }

  /// The mean of the region's daily figures of the last `days` calendar days, of those that exist and meet the
  /// threshold: 7日均. Not known when they are fewer than half, or when nothing was reported on the day itself.
  package func rollingMean(
    _ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate, days: Int = 7
  ) -> Figure {
    let today = figure(indicator, region, day)
    let found = daily(indicator, region, day.adding(days: 1 - days)...day)
    let wanted = found.filter { $0.meetsThreshold && $0.value != nil }
    guard !found.contains(where: { $0.state == .suppressed }) else {
      return silenced(today, as: .suppressed)
    }
    guard !isAcross(found) else { return redefined(today) }
    guard today.state != .notReported || today.reported > 0, wanted.count * 2 >= days else {
      return silenced(today)
    }
    var result = mean(indicator, region, wanted, on: day)
    result.daysCounted = wanted.count
    result.day = day
    result.reported = today.reported
    result.expected = today.expected
    result.carried = today.carried
    result.basis = today.basis
    result.meetsThreshold = today.meetsThreshold
    return result
  }

  /// Numerators and denominators added over the days from the first in the data: 累计.
  package func cumulative(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Figure {
    guard days.lowerBound <= day else { return silent(indicator, region, day) }
    var result = sum(indicator, region, days.lowerBound...day)
    result.day = day
    return result
  }

  private func silenced(_ figure: Figure, as state: FigureState = .notReported) -> Figure {
    var result = figure
    result.value = nil
    result.numerator = nil
    result.denominator = nil
    result.written = nil
    result.exactness = .exact
    result.state = state
    return result
  }

  /// Whether the days have no common definition.
  private func isAcross(_ figures: [Figure]) -> Bool {
    guard let first = figures.first, let last = figures.last else { return false }
    return isRedefined(first.indicator, between: first.day, and: last.day)
  }

  private func redefined(_ figure: Figure) -> Figure {
    var result = silenced(figure, as: .notApplicable)
    result.isRedefined = true
    result.immature = 0
    result.interval = nil
    return result
  }

  /// The days' figures that exist, a zero denominator included.
  func daily(
    _ indicator: IndicatorIndex, _ region: RegionIndex, _ period: ClosedRange<CivilDate>
  ) -> [Figure] {
    grid.axis.slots(from: period.lowerBound.dayNumber, to: period.upperBound.dayNumber)
      .map { continued(indicator, region, slot: $0) }
      .filter { $0.state != .notReported }
  }

  private func sum(
    _ indicator: IndicatorIndex, _ region: RegionIndex, _ period: ClosedRange<CivilDate>
  ) -> Figure {
    total(of: daily(indicator, region, period)) ?? silent(indicator, region, period.upperBound)
  }

  /// Numerators and denominators added over days of one indicator and region; `nil` where there are none.
  func total(of figures: [Figure]) -> Figure? {
    guard var result = combined(figures) else { return nil }
    let indicator = result.indicator
    guard !isAcross(figures) else { return redefined(result) }
    let plan = plan(indicator, on: result.day.dayNumber)
    let numerator = figures.reduce(.zero) { $0 + ($1.numerator ?? .zero) }
    result.numerator = numerator
    if plan.isRatio {
      let denominator = figures.reduce(.zero) { $0 + ($1.denominator ?? .zero) }
      result.denominator = denominator
      result.value = (numerator / denominator).map { $0 * plan.times }
    } else {
      result.value = numerator
    }
    return withState(result, of: figures)
  }

  private func mean(
    _ indicator: IndicatorIndex, _ region: RegionIndex, _ figures: [Figure], on day: CivilDate
  ) -> Figure {
    mean(of: figures) ?? silent(indicator, region, day)
  }

  /// The mean of the days' values that are known; `nil` where there are no days.
  func mean(of figures: [Figure]) -> Figure? {
    let known = figures.filter { $0.value != nil }
    guard var result = combined(known.isEmpty ? figures : known) else { return nil }
    let indicator = result.indicator
    guard !isAcross(known) else { return redefined(result) }
    result.value = known.reduce(.zero) { $0 + ($1.value ?? .zero) } / Rational(known.count)
    result.numerator = plan(indicator, on: result.day.dayNumber).isRatio ? nil : result.value
    result.denominator = nil
    result.immature = figures.reduce(0) { $0 + $1.immature }
    return withState(result, of: figures)
  }

  /// The last figure, with the exactness of all, the counts of the least complete and the words of none but one.
  private func combined(_ figures: [Figure]) -> Figure? {
    guard var result = figures.last else { return nil }
    for figure in figures {
      result.exactness = result.exactness.combined(with: figure.exactness)
      if figure.reported * result.expected < result.reported * figure.expected {
        (result.reported, result.expected) = (figure.reported, figure.expected)
      }
    }
    result.daysCounted = figures.count
    result.immature = figures.reduce(0) { $0 + $1.immature }
    result.carried = min(result.reported, figures.map(\.carried).max() ?? 0)
    result.meetsThreshold = figures.allSatisfy(\.meetsThreshold)
    result.basis = figures.allSatisfy { $0.basis == .own } ? .own : .units
    if figures.count > 1 { result.written = nil }
    return result
  }

  private func withState(_ figure: Figure, of figures: [Figure]) -> Figure {
    var result = figure
    // What one hidden day is part of would give that day away.
    if figures.contains(where: { $0.state == .suppressed }) {
      result.state = .suppressed
      (result.value, result.numerator, result.denominator) = (nil, nil, nil)
      result.immature = 0
      return result
    }
    guard let value = result.value else {
      result.state = .notApplicable
      return result
    }
    let isProvisional = figures.contains { $0.state == .provisional }
    result.state = isProvisional ? .provisional : value.isZero ? .zero : .value
    return result
  }
}
