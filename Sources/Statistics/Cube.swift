import Common
import Reading
import Tables

/// Every indicator in every region on every day, and the questions that pages ask of it.
///
/// Cells are kept in dense arrays, [measure][day × region], as whole numbers at their column's scale;
/// fractions are made when a figure is asked for. Regions stand in preorder, so that one pass from the
/// last to the first rolls a day up. Figures of days later than ``asOf`` do not exist.
package struct Cube: Sendable {
  /// First to last day in the data, none later than ``asOf``: days to which reports are carried count, and the
  /// reporting day where a register holds on it. Figures can be asked for on any day.
  package let days: ClosedRange<CivilDate>
  /// The reporting day: the one given, or the latest day in the dated data.
  package let asOf: CivilDate
  package let tree: RegionTree
  package let indicators: [IndicatorDeclaration]

  let tables: [Table]
  let grid: Grid
  let indexes: [RowIndex]
  let reports: [Reports]
  let reportings: [Reporting]
  /// Masked: whatever is printed, compared, ranked or coloured derives from these.
  let pools: [Pool]
  /// By pool, then side; a base column's pool has none.
  let sides: [[Side]]
  /// By pool, then side.
  let specs: [[SideSpec]]
  /// As indicators are computed now: ``plan(_:on:)`` has those of a day.
  private let plans: [IndicatorPlan]
  /// By indicator: how it was computed before, ascending; empty mostly.
  let earlier: [[IndicatorEra]]
  let waitings: [Waiting]
  /// By cell: whether any dated dataset that rolls up has a report inside the region's subtree.
  let heard: [Bool]
  /// By slot: whether anybody sent a dated dataset.
  let isReportingDay: [Bool]

  /// Computes the cube.
  ///
  /// - Parameters:
  ///   - tables: one for each of the site's datasets, in their order.
  ///   - asOf: the reporting day, before `site.asOf` and the latest day in the dated data.
  ///   - findings: own totals that differ from their units', divisions by zero, shares over 100%,
  ///     sums beyond 64 bits, rows that belong to no unit.
  /// - Complexity: O(indicators · days · regions + rows).
  package init(
    tables: [Table], tree: RegionTree, indicators: [IndicatorDeclaration], site: SiteDeclaration,
    asOf: CivilDate?, findings: inout Findings
  ) {
    var builder = CubeBuilder(tables: tables, tree: tree, indicators: indicators, site: site, asOf: asOf)
    plans = builder.planAll()
    earlier = builder.planEarlier()
    self.tables = tables
    self.tree = tree
    self.indicators = indicators
    grid = builder.grid
    indexes = builder.indexes
    reports = builder.reports
    reportings = builder.reportings
    sides = builder.sides
    specs = builder.specs
    waitings = builder.waitings
    pools = Self.masked(builder.pools, site.disclosure)
    heard = Self.heard(builder.indexes, grid: builder.grid)
    let dated = builder.indexes.filter { !$0.isRegister && !$0.isByCase }
    isReportingDay = (0..<builder.grid.slots).map { slot in
      dated.isEmpty || dated.contains { $0.heard[slot] }
    }
    days = builder.grid.axis.data
    self.asOf = builder.grid.axis.asOf
    addFindings(strays: builder.viewDays.strays, to: &findings)
  }

  /// How the indicator is computed on a day.
  func plan(_ indicator: IndicatorIndex, on day: Int32) -> IndicatorPlan {
    guard !earlier[indicator].isEmpty else { return plans[indicator] }
    return earlier[indicator].first { day <= $0.until }?.plan ?? plans[indicator]
  }

  func plan(_ indicator: IndicatorIndex, _ slot: Int) -> IndicatorPlan {
    plan(indicator, on: grid.axis.days[slot])
  }

  /// How it is computed on the reporting day.
  func plan(_ indicator: IndicatorIndex) -> IndicatorPlan { plan(indicator, on: asOf.dayNumber) }

  /// Where disclosure control stands: between the finished cells and everything that derives from them.
  ///
  /// Counts of few people are not hidden yet; the cells pass as they are.
  private static func masked(_ pools: [Pool], _ disclosure: SiteDeclaration.Disclosure?) -> [Pool] {
    pools
  }

  private static func heard(_ indexes: [RowIndex], grid: Grid) -> [Bool] {
    var heard = [Bool](repeating: false, count: grid.cells)
    for index in indexes where index.rollsUp && !index.isRegister && !index.isByCase {
      for cell in heard.indices where index.sent[cell] { heard[cell] = true }
    }
    for slot in 0..<grid.slots {
      for region in (0..<grid.regions).reversed() where heard[grid.cell(slot, region)] {
        let parent = Int(grid.shape.parents[region])
        if parent >= 0 { heard[grid.cell(slot, parent)] = true }
      }
    }
    return heard
  }
}
