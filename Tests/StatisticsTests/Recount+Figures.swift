import Common
import Reading
import Statistics

extension Recount {
  struct Counts: Equatable {
    var reported = 0
    var expected = 0
    var carried = 0
  }

  struct Outcome {
    var numerator: Rational?
    var denominator: Rational?
    var value: Rational?
    var exactness: Exactness
  }

  func side(_ operand: Operand, _ declaration: IndicatorDeclaration) -> Side? {
    switch operand {
    case .measure(let measure) where measure.verb != .rollingMean:
      return Side(measure: measure, carry: declaration.carry, absentIsZero: declaration.absentIsZero)
    case .indicator(let index):
      let other = site.indicators[index]
      guard case .measure(let measure) = other.formula, measure.verb != .rollingMean else { return nil }
      return Side(measure: measure, carry: other.carry, absentIsZero: other.absentIsZero, times: other.times)
    case .measure: return nil
    }
  }

  /// The sides whose reports of the day count.
  func sides(_ declaration: IndicatorDeclaration) -> [Side] {
    switch declaration.formula {
    case .measure(var measure):
      if measure.verb == .rollingMean { measure.verb = .sum }
      return [side(.measure(measure), declaration)].compactMap(\.self)
    case .chapman(let chapman):
      return chapman.measures.compactMap { side(.measure($0), declaration) }
    case .ratio(let a, let b), .difference(let a, let b):
      let direct = [a, b].compactMap { side($0, declaration) }
      guard direct.isEmpty else { return direct }
      guard case .indicator(let index) = a else { return [] }
      return sides(site.indicators[index])
    }
  }

  func counts(_ indicator: Int, _ region: RegionIndex, _ day: CivilDate) -> Counts {
    let sides = sides(site.indicators[indicator])
    let rows = sides.filter { $0.measure.dataset != nil }
    guard let first = rows.first, let dataset = first.measure.dataset else {
      let base = base(region, day)
      return base.known == 0 ? Counts() : Counts(reported: base.known, expected: base.expected)
    }
    let isJoint = Set(rows.map { "\($0.measure.dataset ?? -1) \($0.carry)" }).count > 1
    func unit(_ unit: RegionIndex) -> Counts {
      let days = rows.map { reportDay($0.measure.dataset ?? dataset, unit, day, carry: $0.carry) }
      let isReported = isJoint ? !shares(sides, unit, day).isEmpty : days[0] != nil
      let isCarried = isReported && days.contains { $0 != nil && $0 != day }
      return Counts(reported: isReported ? 1 : 0, expected: 1, carried: isCarried ? 1 : 0)
    }
    guard level(sides) != nil else { return unit(region).reported == 1 ? unit(region) : Counts() }
    let within = rows.compactMap { table($0)?.within }.max() ?? 0
    guard site.tree.path(to: region).contains(within) else { return Counts() }
    return site.tree.subtree(region).map(RegionIndex.init).filter { isExpected(sides, $0, day) }
      .reduce(into: Counts()) { sum, at in
        let one = unit(at)
        sum = Counts(
          reported: sum.reported + one.reported, expected: sum.expected + one.expected,
          carried: sum.carried + one.carried)
      }
  }

  func meets(_ indicator: Int, _ region: RegionIndex, _ day: CivilDate) -> Bool {
    let counts = counts(indicator, region, day)
    let level = level(sides(site.indicators[indicator]))
    if level == nil || site.tree[region].level == level { return counts.reported > 0 }
    return counts.expected > 0 && number(counts.reported) >= site.reportingAtLeast * number(counts.expected)
  }

  /// The figure's value from these shares of the day, or from its own report.
  func outcome(_ declaration: IndicatorDeclaration, _ values: [Value]) -> Outcome {
    let sides = sides(declaration)
    let terms = zip(sides, values).map { $1.value * $0.times }
    switch declaration.formula {
    case .measure:
      let value = terms[0] * declaration.times
      return Outcome(numerator: value, value: value, exactness: values[0].exactness)
    case .ratio:
      let isExact = values[0].exactness == .exact && values[1].exactness == .exact
      return Outcome(
        numerator: terms[0], denominator: terms[1],
        value: (terms[0] / terms[1]).map { $0 * declaration.times },
        exactness: isExact ? .exact : .about)
    case .chapman(let chapman):
      let one = number(1)
      let total = ((terms[0] + one) * (terms[1] + one) / (terms[2] + one)).map { $0 - one } ?? .zero
      let value = chapman.estimate == .missed ? total - terms[0] : total
      return Outcome(numerator: value, value: value, exactness: .about)
    case .difference:
      let value = (terms[0] - terms[1]) * declaration.times
      let exactness = values[1].exactness == .exact ? values[0].exactness : .about
      return Outcome(numerator: value, value: value, exactness: exactness)
    }
  }

  /// Rules 5 and 10: the region's daily value, as printed or over units alone.
  private func daily(_ side: Side, _ region: RegionIndex, _ day: CivilDate, isPrinted: Bool) -> (Value, Bool)?
  {
    guard isReportingDay(day) else { return nil }
    if isPrinted, let own = own([side], region, day) { return (own[0], true) }
    return combined([side], shares([side], region, day), 0).map { ($0, false) }
  }

  private func rolling(
    _ indicator: Int, _ measure: Measure, _ region: RegionIndex, _ day: CivilDate, isPrinted: Bool
  ) -> Value? {
    var measure = measure
    measure.verb = .sum
    let declaration = site.indicators[indicator]
    let side = Side(measure: measure, carry: declaration.carry, absentIsZero: declaration.absentIsZero)
    let length = measure.days ?? 1
    let values = (0..<length).compactMap { back -> Value? in
      let at = day.adding(days: -back)
      guard let (value, isOwn) = daily(side, region, at, isPrinted: isPrinted),
        isOwn || meets(indicator, region, at)
      else { return nil }
      return value
    }
    guard values.count * 2 >= length, !values.isEmpty else { return nil }
    return Value(
      value: values.reduce(.zero) { $0 + $1.value } / number(values.count) ?? .zero,
      exactness: values.reduce(.exact) { $0.combined(with: $1.exactness) })
  }

  /// The outcome and whether it is the region's own.
  func outcome(
    _ indicator: Int, _ region: RegionIndex, _ day: CivilDate, usesOwn: Bool = true
  ) -> (outcome: Outcome?, isOwn: Bool) {
    let declaration = site.indicators[indicator]
    let sides = sides(declaration)
    switch declaration.formula {
    case .measure(let measure) where measure.verb == .rollingMean:
      let isOwn = own(sides, region, day) != nil
      let isHeard =
        isOwn || counts(indicator, region, day).reported > 0 || !shares(sides, region, day).isEmpty
      guard isHeard, let value = rolling(indicator, measure, region, day, isPrinted: true) else {
        return (nil, false)
      }
      return (outcome(declaration, [value]), isOwn)
    case .ratio(_, .measure(let measure)) where measure.verb == .rollingMean:
      var sum = measure
      sum.verb = .sum
      let side = Side(measure: sum, carry: declaration.carry, absentIsZero: declaration.absentIsZero)
      func ratio(_ first: Value?, isOwn: Bool) -> Outcome? {
        guard let first, let second = rolling(indicator, measure, region, day, isPrinted: isOwn) else {
          return nil
        }
        let isExact = first.exactness == .exact && second.exactness == .exact
        return Outcome(
          numerator: first.value, denominator: second.value,
          value: (first.value / second.value).map { $0 * declaration.times },
          exactness: isExact ? .exact : .about)
      }
      if let first = own(sides, region, day), own([side], region, day) != nil,
        let own = ratio(first[0], isOwn: true)
      {
        return (own, true)
      }
      return (ratio(combined(sides, shares(sides, region, day), 0), isOwn: false), false)
    case .difference(.indicator(let a), .indicator(let b)) where sideless(a):
      var (one, two) = (outcome(a, region, day), outcome(b, region, day))
      if one.isOwn != two.isOwn {
        one = outcome(a, region, day, usesOwn: false)
        two = outcome(b, region, day, usesOwn: false)
      }
      guard let first = one.outcome, let second = two.outcome else { return (nil, false) }
      guard let x = first.value, let y = second.value else { return (Outcome(exactness: .exact), one.isOwn) }
      let exactness = second.exactness == .exact ? first.exactness : .about
      return (Outcome(numerator: x - y, value: x - y, exactness: exactness), one.isOwn)
    default:
      if usesOwn, level(sides) != nil, let own = own(sides, region, day) {
        return (outcome(declaration, own), true)
      }
      if sides.allSatisfy({ $0.measure.dataset == nil }) {
        return (base(region, day).value.map { outcome(declaration, [$0]) }, false)
      }
      let shares = shares(sides, region, day)
      let values = sides.indices.compactMap { combined(sides, shares, $0) }
      return (values.count == sides.count ? outcome(declaration, values) : nil, false)
    }
  }

  private func sideless(_ indicator: Int) -> Bool {
    if case .ratio = site.indicators[indicator].formula { true } else { false }
  }

  func figure(_ indicator: Int, _ region: RegionIndex, _ day: CivilDate) -> Figure {
    var (outcome, isOwn) = outcome(indicator, region, day)
    let level = level(sides(site.indicators[indicator]))
    var counts = counts(indicator, region, day)
    if isOwn, counts.expected == 0 { counts = Counts(reported: 1, expected: 1) }
    if !site.tree[region].isValid(on: day) {
      (outcome, isOwn) = (nil, false)
      counts = Counts(reported: 0, expected: 0, carried: 0)
    } else if !isShown(indicator, day) {
      (outcome, isOwn) = (nil, false)
      counts = Counts(reported: 0, expected: counts.expected, carried: 0)
    }
    let isBase = sides(site.indicators[indicator]).allSatisfy { $0.measure.dataset == nil }
    let isPooled = !isOwn && (isBase || level.map { site.tree[region].level != $0 } ?? false)
    var state = FigureState.notReported
    if let outcome {
      let isComplete = !isPooled || counts.reported - counts.carried >= counts.expected
      state =
        outcome.value == nil
        ? .notApplicable : !isComplete ? .provisional : outcome.value == .zero ? .zero : .value
    }
    return Figure(
      indicator: indicator, region: region, day: day, value: outcome?.value, numerator: outcome?.numerator,
      denominator: outcome?.denominator, state: state, exactness: outcome?.exactness ?? .exact, written: nil,
      reported: counts.reported, expected: counts.expected, carried: counts.carried,
      basis: isOwn ? .own : .units,
      meetsThreshold: isShown(indicator, day) && site.tree[region].isValid(on: day)
        && (isOwn || meets(indicator, region, day)))
  }

  /// Rule 7: a day on which nobody at all reported has no figure, but of registers.
  func isShown(_ indicator: Int, _ day: CivilDate) -> Bool {
    let datasets = sides(site.indicators[indicator]).compactMap(\.measure.dataset)
    return datasets.allSatisfy { site.tables[$0].declaration.date == .none } || isReportingDay(day)
  }

  func isReportingDay(_ day: CivilDate) -> Bool {
    let dated = site.tables.indices.filter { site.tables[$0].declaration.date != .none }
    return dated.isEmpty
      || dated.contains { dataset in
        site.tree.regions.indices.contains { isSent(dataset, RegionIndex($0), day) }
      }
  }

  /// Rule 3, for formulas over units: the same units, or own totals standing in, on both days.
  func change(_ indicator: Int, _ region: RegionIndex, _ from: CivilDate, _ to: CivilDate) -> Change {
    let declaration = site.indicators[indicator]
    let sides = sides(declaration)
    let (start, end) = (outcome(indicator, region, from), outcome(indicator, region, to))
    var change = Change(from: from, to: to, difference: nil, units: 0, earlier: nil)
    guard start.isOwn == end.isOwn else { return change }
    if start.isOwn {
      guard let a = start.outcome?.value, let b = end.outcome?.value else { return change }
      return Change(from: from, to: to, difference: b - a, units: 1, earlier: a)
    }
    let (before, after) = (shares(sides, region, from), shares(sides, region, to))
    func common(_ some: [Share], _ others: [Share]) -> [Value] {
      let kept = some.filter { share in
        others.contains { $0.region == share.region && $0.isOwn == share.isOwn }
      }
      change.units = kept.count
      return sides.indices.compactMap { combined(sides, kept, $0) }
    }
    let (a, b) = (common(before, after), common(after, before))
    guard !a.isEmpty, let x = outcome(declaration, a).value, let y = outcome(declaration, b).value else {
      change.units = 0
      return change
    }
    return Change(from: from, to: to, difference: y - x, units: change.units, earlier: x)
  }
}
