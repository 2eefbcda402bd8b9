import Common
import Reading

extension Cube {
  /// The indicator's formula in a region on a day; `nil` where it is not known.
  func evaluate(_ indicator: IndicatorIndex, _ region: Int, slot: Int, over selection: Selection) -> Outcome?
  {
    let plan = plan(indicator, slot)
    switch plan.formula {
    case .unknown:
      return nil
    case .value(let pool):
      return term(pool, 0, region, slot, selection).map { Outcome($0 * plan.times) }
    case .joined(let combination, let pool, let firstTimes, let secondTimes):
      guard let first = term(pool, 0, region, slot, selection),
        let second = term(pool, 1, region, slot, selection)
      else { return nil }
      return Outcome(combination, first * firstTimes, second * secondTimes, times: plan.times)
    case .rolling(let pool, let days):
      return rolling(pool, days, region, slot, selection, atLeast: plan.atLeast, isPrinted: true)
        .map { Outcome($0 * plan.times) }
    case .chapman(let first, let second, let both, let estimate):
      guard let one = term(first, 0, region, slot, selection),
        let two = term(second, 0, region, slot, selection),
        let common = term(both, 0, region, slot, selection)
      else { return nil }
      return Outcome(first: one, second: two, both: common, estimate, times: plan.times)
    case .regional(let combination, let first, let second):
      guard let one = outcome(first, region, slot, selection, plan),
        let two = outcome(second, region, slot, selection, plan)
      else { return nil }
      guard let left = one.term, let right = two.term else { return .notApplicable }
      return Outcome(combination, left, right, times: plan.times)
    }
  }

  func outcome(
    _ operand: IndicatorPlan.Operand, _ region: Int, _ slot: Int, _ selection: Selection,
    _ plan: IndicatorPlan
  ) -> Outcome? {
    switch operand {
    case .pool(let pool, let times):
      return term(pool, 0, region, slot, selection).map { Outcome($0 * times) }
    case .rolling(let pool, let days, let times):
      return rolling(pool, days, region, slot, selection, atLeast: plan.atLeast, isPrinted: false)
        .map { Outcome($0 * times) }
    case .indicator(let index):
      return evaluate(index, region, slot: slot, over: selection)
    }
  }

  func term(_ pool: Int, _ side: Int, _ region: Int, _ slot: Int, _ selection: Selection) -> Term? {
    let cell = grid.cell(slot, region)
    switch selection {
    case .own: return pools.own(pool, side, cell)
    case .units: return pools.pooled(pool, side, cell)
    case .only(let units):
      guard pools[pool].level != nil || pools[pool].isBase else { return pools.pooled(pool, side, cell) }
      let known = units.filter { pools.isKnown(pool, grid.cell(slot, $0)) }
      return pools[pool].over(known, side, slot: slot, grid: grid)
    }
  }

  /// The mean of the region's daily figures of the last calendar days, of those that exist and meet the
  /// threshold; `nil` when they are fewer than half.
  ///
  /// `isPrinted`: the daily figures as printed, own totals where there are any. As a side of a formula over
  /// units it is over units alone, and beside an own total there must be one of the day itself.
  private func rolling(
    _ pool: Int, _ days: Int, _ region: Int, _ slot: Int, _ selection: Selection, atLeast: Rational,
    isPrinted: Bool
  ) -> Term? {
    var sum = Rational.zero
    var exactness = Exactness.exact
    var count = 0
    forEachDaily(pool, days, region, slot, selection, atLeast: atLeast, isPrinted: isPrinted) { _, daily in
      sum = sum + daily.value
      exactness = exactness.combined(with: daily.exactness)
      count += 1
    }
    guard count > 0, count * 2 >= days, let mean = sum / Rational(count) else { return nil }
    return Term(value: mean, exactness: exactness)
  }

  /// The daily figures under a rolling mean, with their slots.
  func forEachDaily(
    _ pool: Int, _ days: Int, _ region: Int, _ slot: Int, _ selection: Selection, atLeast: Rational,
    isPrinted: Bool, _ body: (Int, Term) -> Void
  ) {
    var usesOwn = isPrinted
    if case .own = selection {
      guard pools.own(pool, 0, grid.cell(slot, region)) != nil else { return }
      usesOwn = true
    }
    if case .only = selection { usesOwn = false }
    let day = grid.axis.days[slot]
    for at in grid.axis.slots(from: day - Int32(days) + 1, to: day) where isReportingDay[at] {
      let places = origins(of: region, slot: at)
      let own = usesOwn && places.count == 1 ? pools.own(pool, 0, grid.cell(at, places[0])) : nil
      guard own != nil || meetsThreshold(pools[pool].reporting, places, at, atLeast) else { continue }
      let daily: Term?
      if case .only(let units) = selection {
        let former = grid.shape.lineage.origins(of: units, on: grid.axis.days[at], from: day)
        daily = former.isEmpty ? nil : term(pool, 0, region, at, .only(former))
      } else {
        daily = own ?? pooled(pool, places, at)
      }
      if let daily { body(at, daily) }
    }
  }

  /// The daily value of what the region was, which may be several units.
  private func pooled(_ pool: Int, _ places: [Int], _ slot: Int) -> Term? {
    if places.count == 1 { return pools.pooled(pool, 0, grid.cell(slot, places[0])) }
    guard isAdditive(pool) else { return nil }
    let units = places.flatMap { countedRegions(pool, $0, slot) }
    return pools[pool].over(units, 0, slot: slot, grid: grid)
  }

  /// The same of a region's origins; where units were merged into one, all of them must be known.
  private func meetsThreshold(_ reporting: Int, _ places: [Int], _ slot: Int, _ atLeast: Rational) -> Bool {
    if places.count == 1 {
      return meetsThreshold(reporting, places[0], grid.cell(slot, places[0]), atLeast)
    }
    let counts = places.map { reportings.counts(reporting, grid.cell(slot, $0)) }
    if places.contains(where: { isUnit($0, of: reporting) }) {
      return !counts.isEmpty && counts.allSatisfy { $0.reported > 0 }
    }
    return meetsThreshold(
      counts.reduce(0) { $0 + $1.reported }, counts.reduce(0) { $0 + $1.expected }, atLeast)
  }

  /// Whether enough of the expected units have reported; a unit itself has no threshold.
  func meetsThreshold(_ reporting: Int, _ region: Int, _ cell: Int, _ atLeast: Rational) -> Bool {
    let counts = reportings.counts(reporting, cell)
    if isUnit(region, of: reporting) { return counts.reported > 0 }
    return meetsThreshold(counts.reported, counts.expected, atLeast)
  }

  func meetsThreshold(_ reported: Int, _ expected: Int, _ atLeast: Rational) -> Bool {
    expected > 0 && Int128(reported) * atLeast.denominator >= atLeast.numerator * Int128(expected)
  }

  /// Whether the region reports for itself there: a unit, or a place with facts.
  func isUnit(_ region: Int, of reporting: Int) -> Bool {
    guard let level = reportings[reporting].level else { return true }
    return grid.shape.levels[region] == level
  }
}
