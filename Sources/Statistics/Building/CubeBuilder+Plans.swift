import Common
import Reading

extension CubeBuilder {
  /// Plans every indicator as it is now; those that others stand on come first.
  mutating func planAll() -> [IndicatorPlan] {
    indicators.indices.map { plan($0, on: Self.present) }
  }

  /// By indicator: how it was computed before, ascending.
  mutating func planEarlier() -> [[IndicatorEra]] {
    indicators.indices.map { indicator in
      changes(of: indicator).map {
        IndicatorEra(until: $0.dayNumber, plan: plan(indicator, on: $0))
      }
    }
  }

  /// A day behind every change.
  private static let present = CivilDate(dayNumber: .max)

  /// The last days of an indicator's earlier definitions, and of those that it stands on then; ascending, each once.
  private mutating func changes(of indicator: IndicatorIndex) -> [CivilDate] {
    guard indicators.indices.contains(indicator) else { return [] }
    if let known = changes[indicator] { return known }
    guard changing.insert(indicator).inserted else { return [] }
    defer { changing.remove(indicator) }
    let own = indicators[indicator].earlier.map(\.until)
    var found = Set(own)
    var before: CivilDate?
    for until in own + [Self.present] {
      for reference in indicators[indicator].formula(on: until).references {
        found.formUnion(
          changes(of: reference).filter { $0 < until && (before ?? CivilDate(dayNumber: .min)) < $0 })
      }
      before = until
    }
    changes[indicator] = found.sorted()
    return found.sorted()
  }

  private mutating func plan(_ indicator: IndicatorIndex, on day: CivilDate) -> IndicatorPlan {
    guard indicators.indices.contains(indicator) else { return .unknown }
    let era = changes(of: indicator).first { day <= $0 } ?? Self.present
    if let plan = plans[indicator][era] { return plan }
    guard planning.insert(indicator).inserted else { return .unknown }
    defer { planning.remove(indicator) }
    let declaration = indicators[indicator]
    var plan = formula(of: declaration, on: era).map { self.plan(declaration, $0, on: era) } ?? .unknown
    plan.times = declaration.times
    plans[indicator][era] = plan
    return plan
  }

  private mutating func formula(
    of declaration: IndicatorDeclaration, on day: CivilDate
  ) -> IndicatorPlan.Formula? {
    switch declaration.formula(on: day) {
    case .measure(let measure):
      guard let pool = pool([side(measure, declaration)]) else { return nil }
      return measure.verb == .rollingMean ? .rolling(pool: pool, days: measure.days ?? 1) : .value(pool: pool)
    case .chapman(let chapman):
      let sides = chapman.measures.map { side($0, declaration) }
      guard let first = pool([sides[0]]), let second = pool([sides[1]]), let both = pool([sides[2]]) else {
        return nil
      }
      return .chapman(first: first, second: second, both: both, chapman.estimate)
    case .ratio(let first, let second): return combined(.ratio, first, second, declaration, day)
    case .difference(let first, let second): return combined(.difference, first, second, declaration, day)
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
    _ declaration: IndicatorDeclaration, _ day: CivilDate
  ) -> IndicatorPlan.Formula? {
    if let one = measured(first, declaration, day), let two = measured(second, declaration, day),
      canJoin(one.0, two.0)
    {
      guard let pool = pool([one.0, two.0]) else { return nil }
      return .joined(combination, pool: pool, firstTimes: one.1, secondTimes: two.1)
    }
    guard let one = operand(first, declaration, day), let two = operand(second, declaration, day) else {
      return nil
    }
    return .regional(combination, one, two)
  }

  /// The measure behind an operand, and its indicator's `times`.
  private func measured(
    _ operand: Operand, _ declaration: IndicatorDeclaration, _ day: CivilDate
  ) -> (SideSpec, Rational)? {
    switch operand {
    case .measure(let measure):
      return measure.verb == .rollingMean ? nil : (side(measure, declaration), Rational(1))
    case .indicator(let index):
      guard indicators.indices.contains(index),
        case .measure(let measure) = indicators[index].formula(on: day),
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
    _ operand: Operand, _ declaration: IndicatorDeclaration, _ day: CivilDate
  ) -> IndicatorPlan.Operand? {
    if let (spec, times) = measured(operand, declaration, day) {
      return pool([spec]).map { .pool($0, times: times) }
    }
    switch operand {
    case .measure(let measure):
      return pool([side(measure, declaration)])
        .map { .rolling(pool: $0, days: measure.days ?? 1, times: Rational(1)) }
    case .indicator(let index):
      guard case .unknown = plan(index, on: day).formula else { return .indicator(index) }
      return nil
    }
  }

  private mutating func plan(
    _ declaration: IndicatorDeclaration, _ formula: IndicatorPlan.Formula, on day: CivilDate
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
      let known = counting.compactMap { reporting(of: $0, on: day) }
      plan.reporting = known.dropFirst().reduce(known.first) { one, two in one.map { joined($0, two) } }
      plan.leaves = Array(Set(counting.flatMap { leaves($0, on: day) })).sorted()
    case .unknown: break
    }
    let views = views(of: declaration, on: day)
    plan.indexes = views.compactMap { index($0) }
    plan.datasets = Array(Set(views.map(\.dataset))).sorted()
    let declared = declaration.formula(on: day)
    if let cohort = declared.cohort, let mature = declared.measures.last {
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

  private mutating func reporting(of operand: IndicatorPlan.Operand, on day: CivilDate) -> Int? {
    switch operand {
    case .pool(let pool, _), .rolling(let pool, _, _): pools[pool].reporting
    case .indicator(let index): plan(index, on: day).reporting
    }
  }

  private mutating func leaves(_ operand: IndicatorPlan.Operand, on day: CivilDate) -> [Int] {
    switch operand {
    case .pool(let pool, _), .rolling(let pool, _, _): [pool]
    case .indicator(let index): plan(index, on: day).leaves
    }
  }

  /// What the indicator's rows are, directly or through other indicators; each once, in order.
  private func views(of declaration: IndicatorDeclaration, on day: CivilDate) -> [RowView] {
    let formula = declaration.formula(on: day)
    let own = formula.measures.compactMap { RowView($0) }
    let others = formula.references.flatMap { index -> [RowView] in
      planning.contains(index) || !indicators.indices.contains(index)
        ? [] : views(of: indicators[index], on: day)
    }
    return Set(own + others).sorted { ($0.dataset, $0.by ?? -1) < ($1.dataset, $1.by ?? -1) }
  }
}
