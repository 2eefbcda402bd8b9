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

  /// The measures that are not known although the unit's report was sent.
  private func blankMeasures(_ pools: [Int], _ region: Int, _ slot: Int) -> [Measure] {
    pools.flatMap { pool in
      sides[pool].indices.compactMap { number -> Measure? in
        let side = sides[pool][number]
        switch side.input {
        case .base(let base): return base.isKnown(grid.cell(slot, region)) ? nil : side.spec.measure
        case .rows(let source, let reports):
          guard self.reports[reports].effective[grid.cell(slot, region)] >= 0 else { return nil }
          let index = indexes[source.index]
          let cell = self.reports[reports].source(slot, region, grid)
          let value = source.read(index.rows, index.range(ofCell: cell))
          return CellFlags.isKnown(value.flags) ? nil : side.spec.measure
        }
      }
    }
  }
}
