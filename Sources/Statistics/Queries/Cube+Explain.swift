import Common
import Reading

extension Cube {
  /// Where the figure of a region on a day comes from.
  ///
  /// - Complexity: O(subtree + rows behind it · log).
  package func explain(_ indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate) -> Explanation {
    let figure = figure(indicator, region, day)
    var explanation = Explanation(
      figure: figure, times: indicators[indicator].times, parts: [], contributions: [])
    guard let slot = grid.axis.slot(of: day) else { return explanation }
    let plan = plans[indicator]
    let selection: Selection = figure.basis == .own ? .own : .units
    switch plan.formula {
    case .unknown: return explanation
    case .value(let pool):
      explanation.parts = [part(.value, pool, 0, figure, slot, selection)]
    case .rolling(let pool, let days):
      explanation.parts = [rollingPart(.value, pool, days, figure, slot)]
    case .joined(let combination, let pool, _, _):
      let roles = Self.roles(combination)
      explanation.parts = [
        part(roles.0, pool, 0, figure, slot, selection), part(roles.1, pool, 1, figure, slot, selection),
      ]
    case .chapman(let first, let second, let both, _):
      explanation.parts = [
        part(.first, first, 0, figure, slot, selection), part(.second, second, 0, figure, slot, selection),
        part(.both, both, 0, figure, slot, selection),
      ]
    case .regional(let combination, let first, let second):
      let roles = Self.roles(combination)
      explanation.parts = [
        part(roles.0, first, figure, slot, selection), part(roles.1, second, figure, slot, selection),
      ]
    }
    let pools = Self.pools(of: plan.formula)
    explanation.contributions = contributions(pools, Int(region), slot, isOwn: figure.basis == .own)
    return explanation
  }

  private static func roles(
    _ combination: IndicatorPlan.Combination
  ) -> (Explanation.Role, Explanation.Role) {
    combination == .ratio ? (.numerator, .denominator) : (.minuend, .subtrahend)
  }

  /// The pools whose units are listed: those of the day itself.
  private static func pools(of formula: IndicatorPlan.Formula) -> [Int] {
    switch formula {
    case .value(let pool), .joined(_, let pool, _, _), .rolling(let pool, _): [pool]
    case .chapman(let first, let second, let both, _): [first, second, both]
    case .regional(_, .pool(let first, _), .pool(let second, _)): [first, second]
    case .regional(_, .pool(let pool, _), _), .regional(_, _, .pool(let pool, _)): [pool]
    case .regional, .unknown: []
    }
  }

  private func part(
    _ role: Explanation.Role, _ operand: IndicatorPlan.Operand, _ figure: Figure, _ slot: Int,
    _ selection: Selection
  ) -> Explanation.Part {
    switch operand {
    case .pool(let pool, _): return part(role, pool, 0, figure, slot, selection)
    case .rolling(let pool, let days, _): return rollingPart(role, pool, days, figure, slot)
    case .indicator(let index):
      let outcome = evaluate(index, Int(figure.region), slot: slot, over: selection)
      return Explanation.Part(
        role: role, measure: nil, indicator: index, value: outcome?.value,
        exactness: outcome?.exactness ?? .exact, window: nil, rows: [])
    }
  }

  private func part(
    _ role: Explanation.Role, _ pool: Int, _ side: Int, _ figure: Figure, _ slot: Int, _ selection: Selection
  ) -> Explanation.Part {
    let cell = grid.cell(slot, Int(figure.region))
    let isOwn = figure.basis == .own
    let term = isOwn ? pools.own(pool, side, cell) : pools.pooled(pool, side, cell)
    let regions = isOwn ? [Int(figure.region)] : countedRegions(pool, Int(figure.region), slot)
    return Explanation.Part(
      role: role, measure: measure(pool, side), indicator: nil, value: term?.value,
      exactness: term?.exactness ?? .exact, window: nil, rows: sourceRows(pool, side, regions, slot))
  }

  private func rollingPart(
    _ role: Explanation.Role, _ pool: Int, _ days: Int, _ figure: Figure, _ slot: Int
  ) -> Explanation.Part {
    let window = figure.day.adding(days: 1 - days)...figure.day
    var rows: [(dataset: Int, row: Int32)] = []
    for at in grid.axis.slots(from: window.lowerBound.dayNumber, to: window.upperBound.dayNumber) {
      let hasOwn = figure.basis == .own && pools[pool].ownReport(grid.cell(at, Int(figure.region))) != nil
      let regions = hasOwn ? [Int(figure.region)] : countedRegions(pool, Int(figure.region), at)
      rows += self.rows(pool, 0, regions, at)
    }
    let value = role == .denominator ? figure.denominator : role == .subtrahend ? nil : figure.numerator
    return Explanation.Part(
      role: role, measure: measure(pool, 0), indicator: nil, value: value, exactness: .exact, window: window,
      rows: Self.grouped(rows, tables))
  }

  /// As declared, but a rolling mean, which stands here as its daily sum.
  private func measure(_ pool: Int, _ side: Int) -> Measure? {
    specs[pool].indices.contains(side) ? specs[pool][side].measure : nil
  }

  private func contributions(
    _ pools: [Int], _ region: Int, _ slot: Int, isOwn: Bool
  ) -> [Explanation.Contribution] {
    guard let main = pools.first(where: { self.pools[$0].level != nil }) ?? pools.first else { return [] }
    return listedRegions(main, region, slot, isOwn: isOwn).map { at in
      let cell = grid.cell(slot, at)
      let isOwnTotal = isOwn || self.pools[main].standIns.contains(cell)
      let values = pools.flatMap { pool in
        self.pools[pool].aggregations.indices.compactMap { side in
          (isOwn ? self.pools.own(pool, side, cell) : self.pools.pooled(pool, side, cell))?.value
        }
      }
      let sides = pools.reduce(0) { $0 + self.pools[$1].aggregations.count }
      return Explanation.Contribution(
        region: RegionIndex(at), report: isOwnTotal ? .sent : report(pools, at, slot),
        isCounted: values.count == sides, values: values.count == sides ? values : [], isOwn: isOwnTotal)
    }
  }

  /// The report that stands for the unit in every side: the oldest of them.
  private func report(_ pools: [Int], _ region: Int, _ slot: Int) -> Explanation.Report {
    var oldest = slot
    for reports in pools.flatMap(reportIndices) {
      let from = Int(self.reports[reports].effective[grid.cell(slot, region)])
      if from < 0 { return .missing }
      oldest = min(oldest, from)
    }
    return oldest == slot ? .sent : .carried(from: grid.axis.date(oldest))
  }
}
