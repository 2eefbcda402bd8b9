import Common
import Reading

extension CubeBuilder {
  /// Plans every indicator; those that others stand on come first.
  mutating func planAll() -> [IndicatorPlan] {
    indicators.indices.map { plan($0) }
  }

  private mutating func plan(_ indicator: IndicatorIndex) -> IndicatorPlan {
    guard indicators.indices.contains(indicator) else { return .unknown }
    if let plan = plans[indicator] { return plan }
    guard planning.insert(indicator).inserted else { return .unknown }
    defer { planning.remove(indicator) }
    let declaration = indicators[indicator]
    var plan = formula(of: declaration).map { self.plan(declaration, $0) } ?? .unknown
    plan.times = declaration.times
    plans[indicator] = plan
    return plan
  }

  private mutating func formula(of declaration: IndicatorDeclaration) -> IndicatorPlan.Formula? {
    switch declaration.formula {
    case .measure(let measure):
      guard let pool = pool([side(measure, declaration)]) else { return nil }
      return measure.verb == .rollingMean ? .rolling(pool: pool, days: measure.days ?? 1) : .value(pool: pool)
    case .chapman(let chapman):
      let sides = chapman.measures.map { side($0, declaration) }
      guard let first = pool([sides[0]]), let second = pool([sides[1]]), let both = pool([sides[2]]) else {
        return nil
      }
      return .chapman(first: first, second: second, both: both, chapman.estimate)
    case .ratio(let first, let second): return combined(.ratio, first, second, declaration)
    case .difference(let first, let second): return combined(.difference, first, second, declaration)
    }
  }

  private func side(_ measure: Measure, _ declaration: IndicatorDeclaration) -> SideSpec {
    var measure = measure
    if measure.verb == .rollingMean || measure.dataset == nil {
      measure.verb = .sum
      measure.days = nil
    }
    let isBase = measure.dataset == nil
    return SideSpec(
      measure: measure, carry: isBase ? 0 : declaration.carry,
      absentIsZero: !isBase && declaration.absentIsZero)
  }

  /// Sides that are plain measures are pooled unit by unit; anything else is combined region by region.
  private mutating func combined(
    _ combination: IndicatorPlan.Combination, _ first: Operand, _ second: Operand,
    _ declaration: IndicatorDeclaration
  ) -> IndicatorPlan.Formula? {
    if let one = measured(first, declaration), let two = measured(second, declaration), canJoin(one.0, two.0)
    {
      guard let pool = pool([one.0, two.0]) else { return nil }
      return .joined(combination, pool: pool, firstTimes: one.1, secondTimes: two.1)
    }
    guard let one = operand(first, declaration), let two = operand(second, declaration) else { return nil }
    return .regional(combination, one, two)
  }

  /// The measure behind an operand, and its indicator's `times`.
  private func measured(_ operand: Operand, _ declaration: IndicatorDeclaration) -> (SideSpec, Rational)? {
    switch operand {
    case .measure(let measure):
      return measure.verb == .rollingMean ? nil : (side(measure, declaration), Rational(1))
    case .indicator(let index):
      guard indicators.indices.contains(index), case .measure(let measure) = indicators[index].formula,
        measure.verb != .rollingMean
      else { return nil }
      return (side(measure, indicators[index]), indicators[index].times)
    }
  }

  /// A base column stands beside anything but another one; facts only beside facts.
  private func canJoin(_ first: SideSpec, _ second: SideSpec) -> Bool {
    let rolls = [first, second].compactMap { $0.measure.dataset }.map {
      tables.indices.contains($0) && indexes[$0].rollsUp
    }
    return !rolls.isEmpty && Set(rolls).count == 1
  }

  private mutating func operand(
    _ operand: Operand, _ declaration: IndicatorDeclaration
  ) -> IndicatorPlan.Operand? {
    if let (spec, times) = measured(operand, declaration) {
      return pool([spec]).map { .pool($0, times: times) }
    }
    switch operand {
    case .measure(let measure):
      return pool([side(measure, declaration)])
        .map { .rolling(pool: $0, days: measure.days ?? 1, times: Rational(1)) }
    case .indicator(let index):
      guard case .unknown = plan(index).formula else { return .indicator(index) }
      return nil
    }
  }

  private mutating func plan(
    _ declaration: IndicatorDeclaration, _ formula: IndicatorPlan.Formula
  ) -> IndicatorPlan {
    var plan = IndicatorPlan.unknown
    plan.formula = formula
    switch formula {
    case .value(let pool), .joined(_, let pool, _, _), .rolling(let pool, _):
      plan.reporting = pools[pool].reporting
      plan.leaves = [pool]
    case .chapman(let first, let second, let both, _):
      plan.reporting = pools[first].reporting
      plan.leaves = Array(Set([first, second, both])).sorted()
    case .regional(_, let first, let second):
      let counting = counting([first, second])
      let known = counting.compactMap { reporting(of: $0) }
      plan.reporting = known.dropFirst().reduce(known.first) { one, two in one.map { joined($0, two) } }
      plan.leaves = Array(Set(counting.flatMap(leaves))).sorted()
    case .unknown: break
    }
    let views = views(of: declaration)
    plan.indexes = views.compactMap { index($0) }
    plan.datasets = Array(Set(views.map(\.dataset))).sorted()
    if let cohort = declaration.formula.cohort, let mature = declaration.formula.measures.last {
      plan.waiting = waiting(for: mature)
      plan.lag = cohort.lag
    }
    plan.level = plan.reporting.flatMap { reportings[$0].level }.map(Int.init)
    plan.hasOwn =
      declaration.usesOwnTotals
      && plan.leaves.contains { pools[$0].level != nil && !pools[$0].own.isEmpty }
    let thresholds = plan.datasets.map { tables[$0].declaration.reportingAtLeast ?? site.reportingAtLeast }
    plan.atLeast = declaration.reportingAtLeast ?? thresholds.max() ?? site.reportingAtLeast
    return plan
  }

  /// The operands whose reports of the day count: daily figures, else rolling means, else base columns.
  private func counting(_ operands: [IndicatorPlan.Operand]) -> [IndicatorPlan.Operand] {
    let reported = operands.filter { operand in
      if case .pool(let pool, _) = operand { !pools[pool].isBase } else { true }
    }
    let daily = reported.filter { if case .rolling = $0 { false } else { true } }
    return !daily.isEmpty ? daily : !reported.isEmpty ? reported : operands
  }

  private func reporting(of operand: IndicatorPlan.Operand) -> Int? {
    switch operand {
    case .pool(let pool, _), .rolling(let pool, _, _): pools[pool].reporting
    case .indicator(let index): plans[index]?.reporting
    }
  }

  private func leaves(_ operand: IndicatorPlan.Operand) -> [Int] {
    switch operand {
    case .pool(let pool, _), .rolling(let pool, _, _): [pool]
    case .indicator(let index): plans[index]?.leaves ?? []
    }
  }

  /// What the indicator's rows are, directly or through other indicators; each once, in order.
  private func views(of declaration: IndicatorDeclaration) -> [RowView] {
    let own = declaration.formula.measures.compactMap { RowView($0) }
    let others = declaration.formula.references.flatMap { index -> [RowView] in
      planning.contains(index) || !indicators.indices.contains(index) ? [] : views(of: indicators[index])
    }
    return Set(own + others).sorted { ($0.dataset, $0.by ?? -1) < ($1.dataset, $1.by ?? -1) }
  }
}
