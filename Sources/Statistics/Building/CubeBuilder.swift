import Common
import Reading
import Tables

/// Makes each row index, report and pool once, however many indicators stand on it.
struct CubeBuilder {
  let tables: [Table]
  let tree: RegionTree
  let indicators: [IndicatorDeclaration]
  let site: SiteDeclaration
  let grid: Grid
  /// One for each dataset, by its own date; behind them those by other dates.
  private(set) var indexes: [RowIndex]
  let viewDays: ViewDays
  private(set) var reports: [Reports] = []
  private(set) var reportings: [Reporting] = []
  private(set) var pools: [Pool] = []
  /// By pool, then side; a base column has none.
  private(set) var sides: [[Side]] = []
  /// By pool.
  private(set) var specs: [[SideSpec]] = []
  /// By indicator, then the last day of the definition.
  var plans: [[CivilDate: IndicatorPlan]]
  var planning: Set<IndicatorIndex> = []
  /// By indicator: the last days of what it was before.
  var changes: [IndicatorIndex: [CivilDate]] = [:]
  var changing: Set<IndicatorIndex> = []
  /// By report: its counts, an index into the reportings.
  private var countsOfReports: [Int] = []
  private var reportsByKey: [Reports.Key: Int] = [:]
  private var poolsBySpec: [[SideSpec]: Int] = [:]
  private var basePools: [Int: Int] = [:]
  /// Of cohorts: their cases that are not mature.
  private(set) var waitings: [Waiting] = []
  private var waitingsByCases: [Measure: Int] = [:]
  private var indexesByView: [RowView: Int] = [:]
  private var joinedReportings: [[Int]: Int] = [:]

  init(
    tables: [Table], tree: RegionTree, indicators: [IndicatorDeclaration], site: SiteDeclaration,
    asOf: CivilDate?
  ) {
    self.tables = tables
    self.tree = tree
    self.indicators = indicators
    self.site = site
    viewDays = ViewDays(
      Set(indicators.flatMap { $0.formulas.flatMap(\.measures).compactMap { RowView($0) } }),
      tables: tables, period: site.period)
    let axis = DayAxis(
      tables: tables, others: viewDays.days.values.map { $0 }, asOf: asOf ?? site.asOf,
      longestCarry: indicators.map(\.carry).max() ?? 0,
      period: site.period)
    let grid = Grid(shape: TreeShape(tree), axis: axis)
    self.grid = grid
    indexes = tables.enumerated().map { RowIndex(table: $1, dataset: $0, grid: grid) }
    plans = indicators.map { _ in [:] }
  }

  /// The pool of one or two sides, built when it is first asked for; `nil` where a dataset or column is not there.
  mutating func pool(_ specs: [SideSpec]) -> Int? {
    if let known = poolsBySpec[specs] { return known }
    if specs.count == 1, specs[0].isBase { return specs[0].measure.field.flatMap { basePool($0) } }
    let sides = specs.compactMap { side($0) }
    guard sides.count == specs.count else { return nil }
    let inputs: [Int] = sides.compactMap { side in
      guard case .rows(_, let reports) = side.input else { return nil }
      return reports
    }
    guard let first = inputs.first else { return nil }
    var (pool, own) = PoolBuilder(grid: grid, sides: sides, indexes: indexes, reports: reports)
      .build(reporting: countsOfReports[first])
    if let own {
      pool.reporting = reportings.count
      reportings.append(own)
    }
    return keep(pool, sides, as: specs)
  }

  private mutating func keep(_ pool: Pool, _ sides: [Side], as specs: [SideSpec]) -> Int {
    pools.append(pool)
    self.sides.append(sides)
    self.specs.append(specs)
    poolsBySpec[specs] = pools.count - 1
    return pools.count - 1
  }

  private mutating func side(_ spec: SideSpec) -> Side? {
    let aggregation = Aggregation(spec.measure.verb)
    guard let dataset = spec.measure.dataset else {
      guard let pool = spec.measure.field.flatMap({ basePool($0) }) else { return nil }
      return Side(spec: spec, input: .base(pools[pool]), aggregation: .add, scale: pools[pool].scales[0])
    }
    guard let view = RowView(spec.measure), let index = index(view) else { return nil }
    let table = tables[dataset]
    let source = MeasureSource(
      spec.measure, dataset: dataset, index: index, table: table, tree: tree,
      absentIsZero: spec.absentIsZero || table.declaration.absentIsZero, asOf: grid.axis.asOf)
    let reports = report(Reports.Key(index: index, carry: spec.carry))
    return Side(
      spec: spec, input: .rows(source, reports: reports), aggregation: aggregation, scale: source.scale)
  }

  /// The rows of a view by cell, sorted when they are first asked for; `nil` where the dataset is not there.
  mutating func index(_ view: RowView) -> Int? {
    guard tables.indices.contains(view.dataset) else { return nil }
    guard view.by != nil else { return view.dataset }
    if let known = indexesByView[view] { return known }
    guard let days = viewDays.days[view] else { return nil }
    indexes.append(RowIndex(table: tables[view.dataset], dataset: view.dataset, by: days, grid: grid))
    indexesByView[view] = indexes.count - 1
    return indexes.count - 1
  }

  /// The cases of a cohort that are not mature, counted when they are first asked for.
  ///
  /// - Parameter cases: the ratio's denominator.
  mutating func waiting(for cases: Measure) -> Int? {
    if let known = waitingsByCases[cases] { return known }
    guard let view = RowView(cases), let index = index(view), let cohort = cases.cohort?.cohort else {
      return nil
    }
    waitings.append(
      Waiting(
        cohort, cases.conditions, table: tables[view.dataset], index: indexes[index], tree: tree, grid: grid))
    waitingsByCases[cases] = waitings.count - 1
    return waitings.count - 1
  }

  private mutating func basePool(_ column: Int) -> Int? {
    if let known = basePools[column] { return known }
    guard tree.base.indices.contains(column) else { return nil }
    let base = BasePool(tree.base[column], grid: grid, reporting: reportings.count)
    reportings.append(base.reporting)
    let spec = SideSpec(
      measure: Measure(verb: .sum, dataset: nil, field: column), carry: 0, absentIsZero: false)
    let index = keep(base.pool, [], as: [spec])
    basePools[column] = index
    return index
  }

  private mutating func report(_ key: Reports.Key) -> Int {
    if let known = reportsByKey[key] { return known }
    let report = Reports(key: key, index: indexes[key.index], grid: grid)
    reports.append(report)
    countsOfReports.append(reportings.count)
    reportings.append(Reporting(reports: report, index: indexes[key.index], grid: grid))
    reportsByKey[key] = reports.count - 1
    return reports.count - 1
  }

  /// The counts of units that count in both.
  mutating func joined(_ first: Int, _ second: Int) -> Int {
    guard first != second else { return first }
    if let known = joinedReportings[[first, second]] { return known }
    reportings.append(Reporting(reportings[first], reportings[second], grid: grid))
    joinedReportings[[first, second]] = reportings.count - 1
    return reportings.count - 1
  }
}
