import Common
import Reading
import Tables

/// The places where one rule is broken for one indicator on one day: one finding, however many they are.
struct Occurrences {
  var count = 0
  var first: [Int] = []

  private static let named = 3

  mutating func add(_ region: Int) {
    count += 1
    if first.count < Self.named { first.append(region) }
  }

  func names(_ tree: RegionTree) -> String {
    first.map { tree[RegionIndex($0)].name }.joined(separator: "、")
  }
}

extension Cube {
  /// What the finished cells say about the data, one finding for each rule, indicator and day.
  func addFindings(strays: [(view: RowView, count: Int, first: Int)], to findings: inout Findings) {
    for (view, count, first) in strays {
      let table = tables[view.dataset]
      findings.add(
        Diagnostic(
          .daysOutsidePeriod, .warning, at: table.location(row: first),
          [
            "dataset": table.declaration.title, "count": String(count),
            "field": view.by.map { table.declaration.fields[$0].title } ?? "",
          ]))
    }
    addCases(to: &findings)
    for index in indexes {
      guard let strays = index.strays else { continue }
      let dataset = index.dataset
      let region = tables[dataset].regions[strays.first]
      findings.add(
        Diagnostic(
          .rowsOutside, .warning, at: tables[dataset].location(row: strays.first),
          [
            "dataset": tables[dataset].declaration.title, "count": String(strays.count),
            "place": region >= 0 ? tree[region].name : "",
          ]))
    }
    for indicator in indicators.indices {
      for slot in 0..<grid.slots {
        switch plan(indicator, slot).formula {
        case .value(let pool), .joined(_, let pool, _, _):
          addSums(indicator, pool, slot, &findings)
          addShares(indicator, pool, slot, &findings)
        case .rolling(let pool, _): addSums(indicator, pool, slot, &findings)
        case .regional: addShares(indicator, slot, &findings)
        case .chapman: break
        case .unknown: break
        }
      }
    }
  }

  /// Cases that end before they begin.
  private func addCases(to findings: inout Findings) {
    var seen: Set<Cohort> = []
    for cohort in indicators.flatMap(\.formulas).compactMap(\.cohort) where seen.insert(cohort).inserted {
      guard case .end(let end, _) = cohort.success else { continue }
      let table = tables[cohort.dataset]
      let cases = CohortCases(cohort, table: table, tree: tree, asOf: asOf)
      let wrong = (0..<table.rowCount).filter(cases.endsBeforeItBegins)
      guard let first = wrong.first else { continue }
      findings.add(
        Diagnostic(
          .endsBeforeBeginning, .warning, at: table.location(row: first),
          [
            "dataset": table.declaration.title, "count": String(wrong.count),
            "start": table.declaration.fields[cohort.entry].title,
            "end": table.declaration.fields[end].title,
          ]))
    }
  }

  /// Sums beyond 64 bits, and own totals that differ from the sum of their units.
  private func addSums(_ indicator: IndicatorIndex, _ pool: Int, _ slot: Int, _ findings: inout Findings) {
    var overflows = Occurrences()
    let flags = pools[pool].flags
    for region in pools[pool].range where flags[grid.cell(slot, region)] & CellFlags.overflow != 0 {
      overflows.add(region)
    }
    add(.overflow, .error, overflows, indicator, slot, at: indicators[indicator].location, to: &findings)

    // What it adds up is held against an own total by the indicators that print that.
    guard plan(indicator, slot).hasOwn else { return }
    var differing = Occurrences()
    var sample: [(name: String, value: String)] = []
    var at: Location?
    for region in ownRegions(pool, slot) {
      guard let (side, own, sum) = difference(pool, region, slot) else { continue }
      differing.add(region)
      if at == nil {
        at = location(pool, side, region, slot)
        sample = [("own", own.plainDecimal()), ("sum", sum.plainDecimal())]
      }
    }
    add(.ownTotalDiffers, .warning, differing, indicator, slot, at: at, to: &findings, also: sample)
  }

  private func ownRegions(_ pool: Int, _ slot: Int) -> [Int] {
    guard !pools[pool].isBase, !pools[pool].own.isEmpty else { return [] }
    return pools[pool].range.filter { pools[pool].own[grid.cell(slot, $0)] != nil }
  }

  /// Only exact sums over all expected units contradict an own total.
  private func difference(
    _ pool: Int, _ region: Int, _ slot: Int
  ) -> (side: Int, own: Rational, sum: Rational)? {
    let cell = grid.cell(slot, region)
    guard !pools[pool].standIns.contains(cell) else { return nil }
    let units = listedRegions(pool, region, slot, isOwn: false)
    guard !units.isEmpty, units.allSatisfy({ pools.isKnown(pool, grid.cell(slot, $0)) }) else { return nil }
    for side in pools[pool].aggregations.indices {
      guard case .add = pools[pool].aggregations[side], specs[pool][side].measure.dataset != nil,
        let own = pools.own(pool, side, cell), let sum = pools.pooled(pool, side, cell),
        own.exactness == .exact, sum.exactness == .exact, own.value != sum.value
      else { continue }
      return (side, own.value, sum.value)
    }
    return nil
  }

  /// Divisions by zero and shares over 100% of units and own totals: what pools above them follows from these.
  private func addShares(_ indicator: IndicatorIndex, _ pool: Int, _ slot: Int, _ findings: inout Findings) {
    let plan = plan(indicator, slot)
    let isPercent = indicators[indicator].form == .percent
    guard plan.isRatio || isPercent else { return }
    if case .joined(.difference, _, _, _) = plan.formula { return }
    var zeros = Occurrences()
    var wholes = Occurrences()
    let own = Set(ownRegions(pool, slot))
    let cells = pools[pool]
    for region in cells.range {
      let cell = grid.cell(slot, region)
      let isUnit = cells.level.map { grid.shape.levels[region] == $0 } ?? true
      guard isUnit ? Self.isSuspect(cells, cell) : own.contains(region),
        let outcome = evaluate(indicator, region, slot: slot, over: isUnit ? .units : .own)
      else { continue }
      if outcome.value == nil, let numerator = outcome.numerator, !numerator.isZero { zeros.add(region) }
      if isPercent, let value = outcome.value, value > Rational(1) { wholes.add(region) }
    }
    for (rule, found) in [(Rule.zeroDenominator, zeros), (.overWhole, wholes)] {
      let at = found.first.first.flatMap { location(pool, 0, $0, slot) } ?? indicators[indicator].location
      add(rule, .warning, found, indicator, slot, at: at, to: &findings)
    }
  }

  /// Whether a unit's cell can break a rule at all; saves making fractions of the others.
  private static func isSuspect(_ pool: Pool, _ cell: Int) -> Bool {
    guard pool.isKnown(cell) else { return false }
    guard pool.fractions.allSatisfy({ $0.isEmpty }), !pool.second.isEmpty else { return true }
    let (first, second) = (Int128(pool.first[cell]), Int128(pool.second[cell]))
    return second <= 0 || first < 0
      || first * Scaled.power(pool.scales[1]) > second * Scaled.power(pool.scales[0])
  }

  /// The same for formulas over regions' own figures.
  private func addShares(_ indicator: IndicatorIndex, _ slot: Int, _ findings: inout Findings) {
    guard plan(indicator, slot).isRatio else { return }
    var zeros = Occurrences()
    var wholes = Occurrences()
    for region in 0..<grid.regions {
      let figure = figure(indicator, RegionIndex(region), slot: slot)
      if figure.state == .notApplicable, let numerator = figure.numerator, !numerator.isZero {
        zeros.add(region)
      }
      guard indicators[indicator].form == .percent, let value = figure.value, value > Rational(1) else {
        continue
      }
      wholes.add(region)
    }
    let at = indicators[indicator].location
    add(.zeroDenominator, .warning, zeros, indicator, slot, at: at, to: &findings)
    add(.overWhole, .warning, wholes, indicator, slot, at: at, to: &findings)
  }

  private func add(
    _ rule: Rule, _ severity: Severity, _ found: Occurrences, _ indicator: IndicatorIndex, _ slot: Int,
    at location: Location?, to findings: inout Findings, also values: [(name: String, value: String)] = []
  ) {
    guard found.count > 0 else { return }
    var diagnostic = Diagnostic(
      rule, severity, at: location,
      [
        "indicator": indicators[indicator].title, "date": grid.axis.date(slot).description,
        "count": String(found.count), "places": found.names(tree),
      ])
    diagnostic.arguments += values.map { Diagnostic.Argument(name: $0.name, value: $0.value) }
    findings.add(diagnostic)
  }

  /// The first row behind a side in a region.
  private func location(_ pool: Int, _ side: Int, _ region: Int, _ slot: Int) -> Location? {
    rows(pool, side, [region], slot).first.map { tables[$0.dataset].location(row: Int($0.row)) }
  }
}
