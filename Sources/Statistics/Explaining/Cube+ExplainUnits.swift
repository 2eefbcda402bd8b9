import Common
import Reading

extension Cube {
  /// The units that were expected, what each sent and what of it counts; stand-ins and own totals among them.
  func contributions(_ basis: Basis, of formula: IndicatorPlan.Formula) -> [Explanation.Contribution] {
    let pools = Self.pools(of: formula)
    guard let main = pools.first(where: { self.pools[$0].level != nil }) ?? pools.first else { return [] }
    return basis.places.flatMap { listedRegions(main, $0, basis.slot, isOwn: basis.isOwn) }.map { at in
      contribution(of: at, main, pools, basis)
    }
  }

  /// What the units' values are of.
  func columns(of formula: IndicatorPlan.Formula) -> [Measure] {
    Self.pools(of: formula).flatMap { pool in
      pools[pool].aggregations.indices.compactMap { declaredMeasure(pool, $0) }
    }
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

  private func contribution(
    of at: Int, _ main: Int, _ pools: [Int], _ basis: Basis
  ) -> Explanation.Contribution {
    let cell = grid.cell(basis.slot, at)
    let isOwnTotal = basis.isOwn || self.pools[main].standIns.contains(cell)
    let values = pools.flatMap { pool in
      self.pools[pool].aggregations.indices.compactMap { side in
        (basis.isOwn ? self.pools.own(pool, side, cell) : self.pools.pooled(pool, side, cell))?.value
      }
    }
    let sides = pools.reduce(0) { $0 + self.pools[$1].aggregations.count }
    let isCounted = values.count == sides
    let report = isOwnTotal ? .sent : report(pools, at, basis.slot)
    var result = Explanation.Contribution(
      region: RegionIndex(at), report: report, isCounted: isCounted, values: isCounted ? values : [],
      isOwn: isOwnTotal)
    if case .missing = report {} else if !isCounted { result.blank = blankMeasures(pools, at, basis.slot) }
    result.isSuppressed = figure(basis.indicator, RegionIndex(at), slot: basis.slot).state == .suppressed
    return result
  }

  /// The report that stands for the unit in every side: the oldest of them.
  private func report(_ pools: [Int], _ region: Int, _ slot: Int) -> Explanation.Report {
    var oldest = slot
    for reports in pools.flatMap(reportIndices) {
      let from = Int(self.reports[reports].effective[grid.cell(slot, region)])
      if from < 0 { return .missing(last: lastReport(pools, region, before: slot)) }
      oldest = min(oldest, from)
    }
    return oldest == slot ? .sent : .carried(from: grid.axis.date(oldest))
  }

  /// The last day before one on which the unit, or who it was then, sent every dataset of the sides.
  private func lastReport(_ pools: [Int], _ region: Int, before slot: Int) -> CivilDate? {
    let indexes = pools.flatMap { sides[$0] }.compactMap { side -> Int? in
      guard case .rows(let source, _) = side.input else { return nil }
      return source.index
    }
    let last = (0..<slot).last { at in
      guard let place = grid.shape.lineage.sameUnit(as: region, on: grid.axis.days[at]) else { return false }
      return indexes.allSatisfy { self.indexes[$0].sent[grid.cell(at, place)] }
    }
    return last.map(grid.axis.date)
  }

  /// What the source wrote in the place of an input that a region has not given, where its dataset has a label for it: 不适用.
  package func missingLabel(
    of measure: Measure, in indicator: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate
  ) -> String? {
    guard let slot = grid.axis.slot(of: day) else { return nil }
    return blankMeasures(plan(indicator, slot).leaves, Int(region), slot).lazy
      .filter { $0.measure == measure }.compactMap(\.label).first
  }

  /// - Returns: `nil` where it is another measure that is missing, and this one is not counted beside it.
  private func blank(
    _ measure: Measure, _ source: MeasureSource, _ rows: ArraySlice<Int32>
  ) -> Explanation.Blank? {
    guard let field = measure.field else { return Explanation.Blank(measure: measure) }
    let table = tables[source.dataset]
    let isConditional = measure.conditions.contains { $0.test == .isPresent }
    if isConditional, !rows.allSatisfy({ table.columns[field].isMissing(Int($0)) }) { return nil }
    let asked = rows.lazy.filter { isConditional || source.matches($0) }
    return Explanation.Blank(
      measure: measure, label: asked.compactMap { table.labels[field]?[Int($0)] }.first)
  }

  /// The measures that are not known although the unit's report was sent.
  private func blankMeasures(_ pools: [Int], _ region: Int, _ slot: Int) -> [Explanation.Blank] {
    pools.flatMap { pool in
      sides[pool].indices.compactMap { number -> Explanation.Blank? in
        let side = sides[pool][number]
        switch side.input {
        case .base(let base):
          return base.isKnown(grid.cell(slot, region)) ? nil : Explanation.Blank(measure: side.spec.measure)
        case .rows(let source, let reports):
          guard self.reports[reports].effective[grid.cell(slot, region)] >= 0 else { return nil }
          let index = indexes[source.index]
          let cell = self.reports[reports].source(slot, region, grid)
          let range = index.range(ofCell: cell)
          guard !CellFlags.isKnown(source.read(index.rows, range).flags) else { return nil }
          return blank(side.spec.measure, source, index.rows[range])
        }
      }
    }
  }
}
