import Common
import Reading
import Tables

extension Cube {
  /// Where the figure of a region on a day comes from.
  ///
  /// - Complexity: O(subtree + rows behind it · log).
  package func explain(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Explanation {
    explanation(of: continued(indicator, region, day)).disclosed
  }

  /// The inputs of a figure of a region on a day, without who reported and what was refused.
  ///
  /// - Complexity: O(subtree + rows behind it · log).
  package func explainInputs(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate)
    -> Explanation
  {
    explanation(of: continued(indicator, region, day), withUnits: false).disclosed
  }

  /// Where a change between two days comes from.
  package func explainChange(
    _ indicator: IndicatorIndex, _ region: RegionIndex, from: CivilDate, to: CivilDate
  ) -> Explanation {
    var result = explanation(of: figure(indicator, region, to))
    let change = change(indicator, region, from: from, to: to)
    var comparison = Explanation.Comparison(earlier: [], later: [], earlierUnits: [], laterUnits: [])
    if let first = grid.axis.slot(of: from), let second = grid.axis.slot(of: to), change.difference != nil {
      let earlier = continued(indicator, region, slot: first)
      let plan = plan(indicator, second)
      let common =
        earlier.basis == .own || standsOnSeveralLevels(plan)
        ? CommonUnits() : commonUnits(plan, Int(region), first, second)
      let selections: [Selection] =
        common.later.isEmpty ? [.own, .own] : [.only(common.earlier), .only(common.later)]
      comparison = Explanation.Comparison(
        earlier: parts(Basis(indicator, region, slot: first, selections[0], places: common.earlier)),
        later: parts(Basis(indicator, region, slot: second, selections[1], places: common.later)),
        earlierUnits: common.earlier.map { RegionIndex($0) }, laterUnits: common.later.map { RegionIndex($0) }
      )
      if earlier.state == .suppressed { result.figure.state = .suppressed }
    }
    result.kind = .change(change, comparison)
    return result.disclosed
  }

  /// Where the mean of the last days comes from: 7日均.
  package func explainMean(
    _ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate, days: Int
  ) -> Explanation {
    var result = explanation(of: figure(indicator, region, day))
    result.kind = .mean(
      daily(indicator, region, day.adding(days: 1 - days)...day).filter {
        $0.meetsThreshold && $0.value != nil
      }
    )
    result.figure = rollingMean(indicator, region, day, days: days)
    return result.disclosed
  }

  /// Where the sum since the first day comes from: 累计.
  package func explainCumulative(
    _ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate
  ) -> Explanation {
    var result = explanation(of: figure(indicator, region, day))
    result.kind = .sum(days.lowerBound <= day ? daily(indicator, region, days.lowerBound...day) : [])
    result.figure = cumulative(indicator, region, day)
    return result.disclosed
  }

  /// Where a period's figure comes from, by the indicator's `over_time`.
  package func explain(
    _ indicator: IndicatorIndex, _ region: RegionIndex, period: ClosedRange<CivilDate>
  ) -> Explanation {
    let figure = figure(indicator, region, period: period)
    var result = explanation(of: continued(indicator, region, figure.day))
    switch indicators[indicator].overTime {
    case .last: result.kind = .last(period)
    case .sum: result.kind = .sum(daily(indicator, region, period))
    case .mean: result.kind = .mean(daily(indicator, region, period).filter { $0.value != nil })
    }
    result.figure = figure
    return result.disclosed
  }

  /// Where a rank comes from: the place's figure, and all that it is ranked among.
  package func explainRank(
    _ indicator: IndicatorIndex, _ region: RegionIndex, among regions: [RegionIndex], _ day: CivilDate
  ) -> Explanation {
    var result = explanation(of: figure(indicator, region, day))
    let ranked = ranking(indicator, among: regions, day: day, bestFirst: true)
    result.kind = .rank(ranked.first { $0.region == region }?.rank, ranked)
    return result.disclosed
  }

  private func explanation(of figure: Figure, withUnits: Bool = true) -> Explanation {
    let plan = plan(figure.indicator, on: figure.day.dayNumber)
    var result = Explanation(
      figure: figure, times: indicators[figure.indicator].times, atLeast: plan.atLeast,
      standing: standing(of: figure))
    guard let slot = grid.axis.slot(of: figure.day) else { return result }
    let places = figure.origins.isEmpty ? [Int(figure.region)] : figure.origins.map(Int.init)
    let basis = Basis(
      figure.indicator, figure.region, slot: slot, figure.basis == .own ? .own : .units, places: places)
    result.parts = parts(basis)
    guard withUnits else { return result }
    result.columns = columns(of: plan.formula)
    result.contributions = contributions(basis, of: plan.formula)
    result.refused = refusedRows(of: plan.datasets, below: places, on: figure.day)
    return result
  }

  /// Rows of the datasets for the places that a refused cell took out.
  private func refusedRows(
    of datasets: [Int], below places: [Int], on day: CivilDate
  ) -> [Explanation.RefusedRows] {
    datasets.flatMap { dataset in
      tables[dataset].refused.filter { refused in
        (refused.day == nil || refused.day == day)
          && places.contains { grid.shape.subtree($0).contains(Int(refused.region)) }
      }.map { Explanation.RefusedRows(dataset: dataset, region: $0.region, rows: $0.rows) }
    }.sorted { ($0.dataset, $0.region, $0.rows) < ($1.dataset, $1.region, $1.rows) }
  }
}
