import Common
import Reading

extension Cube {
  /// What a figure's values are taken over.
  struct Basis {
    var indicator: IndicatorIndex
    var region: Int
    var slot: Int
    var selection: Selection
    /// The regions whose subtrees are counted: the region itself, what it was before it existed, or the units compared.
    var places: [Int]

    init(
      _ indicator: IndicatorIndex, _ region: RegionIndex, slot: Int, _ selection: Selection, places: [Int]
    ) {
      self.indicator = indicator
      self.region = Int(region)
      self.slot = slot
      self.selection = selection
      self.places = places.isEmpty ? [Int(region)] : places
    }

    var isOwn: Bool { if case .own = selection { true } else { false } }
  }

  /// The sides of the indicator's formula, those of other indicators unfolded.
  func parts(_ basis: Basis) -> [Explanation.Part] {
    let declared = indicators[basis.indicator].formula(on: grid.axis.date(basis.slot))
    switch plan(basis.indicator, basis.slot).formula {
    case .unknown: return []
    case .value(let pool): return [part(.value, pool, 0, basis)]
    case .rolling(let pool, let days):
      return [rollingPart(.value, pool, days, basis, isPrinted: true)]
    case .joined(let combination, let pool, let firstTimes, let secondTimes):
      let roles = Self.roles(combination)
      return [
        named(part(roles.0, pool, 0, basis), declared.sides.first, firstTimes),
        named(part(roles.1, pool, 1, basis), declared.sides.last, secondTimes),
      ]
    case .chapman(let first, let second, let both, _):
      return [
        part(.first, first, 0, basis), part(.second, second, 0, basis), part(.both, both, 0, basis),
      ]
    case .regional(let combination, let first, let second):
      let roles = Self.roles(combination)
      return [
        part(roles.0, first, declared.sides.first, basis), part(roles.1, second, declared.sides.last, basis),
      ]
    }
  }

  private static func roles(
    _ combination: IndicatorPlan.Combination
  ) -> (Explanation.Role, Explanation.Role) {
    combination == .ratio ? (.numerator, .denominator) : (.minuend, .subtrahend)
  }

  private func part(
    _ role: Explanation.Role, _ operand: IndicatorPlan.Operand, _ declared: Operand?, _ basis: Basis
  ) -> Explanation.Part {
    switch operand {
    case .pool(let pool, let times): return named(part(role, pool, 0, basis), declared, times)
    case .rolling(let pool, let days, let times):
      return named(rollingPart(role, pool, days, basis, isPrinted: false), declared, times)
    case .indicator(let index):
      let outcome = evaluate(index, basis.region, slot: basis.slot, over: basis.selection)
      var inner = basis
      inner.indicator = index
      return Explanation.Part(
        role: role, measure: nil, indicator: index, value: outcome?.value,
        exactness: outcome?.exactness ?? .exact, rows: [], parts: parts(inner))
    }
  }

  /// Where the formula names an indicator that is a plain measure, the part is that indicator's, times its `times`.
  private func named(
    _ part: Explanation.Part, _ declared: Operand?, _ times: Rational
  ) -> Explanation.Part {
    guard case .indicator(let index) = declared else { return part }
    var inner = part
    inner.role = .value
    var result = part
    result.indicator = index
    result.measure = nil
    result.value = part.value.map { $0 * times }
    result.rows = []
    result.window = nil
    result.daily = []
    result.parts = [inner]
    return result
  }

  private func part(
    _ role: Explanation.Role, _ pool: Int, _ side: Int, _ basis: Basis
  ) -> Explanation.Part {
    let counted = counted(pool, basis, basis.slot)
    let term: Term? =
      switch basis.selection {
      case .own: pools.own(pool, side, grid.cell(basis.slot, basis.places[0]))
      case .units where basis.places.count == 1:
        pools.pooled(pool, side, grid.cell(basis.slot, basis.places[0]))
      case .units: pools[pool].over(counted, side, slot: basis.slot, grid: grid)
      case .only: self.term(pool, side, basis.region, basis.slot, basis.selection)
      }
    return Explanation.Part(
      role: role, measure: declaredMeasure(pool, side), value: term?.value,
      exactness: term?.exactness ?? .exact, rows: sourceRows(pool, side, counted, basis.slot))
  }

  /// The units, own totals and stand-ins whose rows are in a side's value on a day.
  private func counted(_ pool: Int, _ basis: Basis, _ slot: Int) -> [Int] {
    switch basis.selection {
    case .own: basis.places
    case .units: basis.places.flatMap { countedRegions(pool, $0, slot) }
    case .only(let units): units.filter { pools.isKnown(pool, grid.cell(slot, $0)) }
    }
  }

  private func rollingPart(
    _ role: Explanation.Role, _ pool: Int, _ days: Int, _ basis: Basis, isPrinted: Bool
  ) -> Explanation.Part {
    let atLeast = plan(basis.indicator, basis.slot).atLeast
    let day = grid.axis.date(basis.slot)
    let region = basis.places.count == 1 && !isOnly(basis) ? basis.places[0] : basis.region
    var daily: [(slot: Int, term: Term)] = []
    forEachDaily(
      pool, days, region, basis.slot, basis.selection, atLeast: atLeast, isPrinted: isPrinted
    ) { daily.append(($0, $1)) }
    var rows: [(dataset: Int, row: Int32)] = []
    for (slot, _) in daily {
      let places = origins(of: region, slot: slot)
      let own = places.first.flatMap { pools[pool].ownReport(grid.cell(slot, $0)) }
      var inner = basis
      inner.places = places
      switch basis.selection {
      case .own: inner.selection = own == nil ? .units : .own
      case .units where isPrinted && own != nil: inner.selection = .own
      case .units: break
      case .only(let units):
        inner.selection = .only(
          grid.shape.lineage.origins(of: units, on: grid.axis.days[slot], from: day.dayNumber))
      }
      rows += self.rows(pool, 0, counted(pool, inner, slot), slot)
    }
    let isKnown = daily.count * 2 >= days
    let sum = daily.reduce(Rational.zero) { $0 + $1.term.value }
    return Explanation.Part(
      role: role, measure: declaredMeasure(pool, 0, days: days),
      value: isKnown ? sum / Rational(daily.count) : nil,
      exactness: daily.reduce(.exact) { $0.combined(with: $1.term.exactness) },
      window: day.adding(days: 1 - days)...day,
      daily: daily.map { Explanation.Daily(day: grid.axis.date($0.slot), value: $0.term.value) },
      rows: Self.grouped(rows, tables))
  }

  private func isOnly(_ basis: Basis) -> Bool { if case .only = basis.selection { true } else { false } }

  /// The measure as declared; a rolling mean stands in its pool as its daily sum.
  func declaredMeasure(_ pool: Int, _ side: Int, days: Int? = nil) -> Measure? {
    guard specs[pool].indices.contains(side) else { return nil }
    var measure = specs[pool][side].measure
    if let days {
      measure.verb = .rollingMean
      measure.days = days
    }
    return measure
  }
}

extension Formula {
  /// What a ratio or a difference is of; none of a plain measure.
  var sides: [Operand] {
    switch self {
    case .measure, .chapman: []
    case .ratio(let first, let second), .difference(let first, let second): [first, second]
    }
  }
}
