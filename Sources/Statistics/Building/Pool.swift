import Common
import Reading

/// One or two measures rolled up jointly: at every region the units count where both are known.
///
/// Units' own cells stand at the units themselves, sums at the regions above, in one dense array.
struct Pool: Sendable {
  /// A region's own report of both sides.
  struct Own: Sendable {
    var first: CellValue
    var second: CellValue?
    var flags: UInt8
  }

  let aggregations: [Aggregation]
  let scales: [Int]
  /// The units' level; `nil` where nothing rolls up: facts, and base columns.
  let level: Int32?
  let isBase: Bool
  /// Cells outside it are never known.
  let range: Range<Int>
  /// An index into the cube's reportings.
  var reporting: Int
  /// By cell, at the side's scale; where not known without meaning.
  var first: [Int64]
  /// Empty where there is one side.
  var second: [Int64]
  /// ``CellFlags``.
  var flags: [UInt8]
  /// How many unit values stand behind a cell; empty unless a side is a mean.
  var counts: [Int32] = []
  /// By side, then cell: what is to be added to the dense value.
  var fractions: [[Int: Rational]]
  private let regions: Int
  /// By cell; of a base column, which is the same on every day, by region.
  var own: [Int: Own] = [:]
  /// Cells of regions whose own total takes the place of units, none of which is known.
  var standIns: Set<Int> = []
  /// As ``own``: what a single cell's source wrote.
  var written: [Int: String] = [:]
  /// By side, then slot; empty unless the side counts distinct values.
  var pairs: [[[DistinctPair]]]

  init(
    aggregations: [Aggregation], scales: [Int], level: Int32?, isBase: Bool = false, range: Range<Int>,
    grid: Grid,
    reporting: Int
  ) {
    self.aggregations = aggregations
    self.scales = scales
    self.level = level
    self.isBase = isBase
    self.range = range
    regions = grid.regions
    self.reporting = reporting
    first = [Int64](repeating: aggregations[0].neutral, count: grid.cells)
    second = aggregations.count > 1 ? [Int64](repeating: aggregations[1].neutral, count: grid.cells) : []
    flags = [UInt8](repeating: 0, count: grid.cells)
    fractions = aggregations.map { _ in [:] }
    pairs = aggregations.map { $0 == .distinct ? Array(repeating: [], count: grid.slots) : [] }
    if aggregations.contains(.mean) { counts = [Int32](repeating: 0, count: grid.cells) }
  }

  func isKnown(_ cell: Int) -> Bool { CellFlags.isKnown(flags[cell]) }

  func ownReport(_ cell: Int) -> Own? { own.isEmpty ? nil : own[isBase ? cell % regions : cell] }

  func writtenText(_ cell: Int) -> String? { written.isEmpty ? nil : written[isBase ? cell % regions : cell] }

  /// The side over some regions of one slot, each of them known there.
  func over(_ regions: [Int], _ side: Int, slot: Int, grid: Grid) -> Term? {
    guard !regions.isEmpty else { return nil }
    let cells = regions.map { grid.cell(slot, $0) }
    let values = side == 0 ? first : second
    var exactness = Exactness.exact
    for cell in cells { exactness = exactness.combined(with: CellFlags.exactness(flags[cell], side: side)) }
    let whole: Int128
    switch aggregations[side] {
    case .max: whole = Int128(cells.reduce(.min) { Swift.max($0, values[$1]) })
    case .min: whole = Int128(cells.reduce(.max) { Swift.min($0, values[$1]) })
    case .add, .mean: whole = cells.reduce(0) { $0 + Int128(values[$1]) }
    case .distinct:
      let wanted = Set(regions.map(Int32.init))
      whole = Int128(Set(pairs[side][slot].lazy.filter { wanted.contains($0.region) }.map(\.key)).count)
    }
    var value = Scaled.rational(whole, scale: scales[side])
    if !fractions[side].isEmpty {
      for cell in cells { value = value + (fractions[side][cell] ?? .zero) }
    }
    if aggregations[side] == .mean { value = value / Rational(cells.count) ?? .zero }
    return Term(value: value, exactness: exactness)
  }
}

// Reading through the array leaves the pool where it is: a cell is read a million times, and a pool is large.
extension [Pool] {
  /// The side's value pooled over the units, and how exact it is.
  func pooled(_ pool: Int, _ side: Int, _ cell: Int) -> Term? {
    let flags = self[pool].flags[cell]
    guard CellFlags.isKnown(flags) else { return nil }
    let whole = side == 0 ? self[pool].first[cell] : self[pool].second[cell]
    var value = Scaled.rational(Int128(whole), scale: self[pool].scales[side])
    if !self[pool].fractions[side].isEmpty, let fraction = self[pool].fractions[side][cell] {
      value = value + fraction
    }
    if case .mean = self[pool].aggregations[side], self[pool].counts[cell] > 1 {
      value = value / Rational(self[pool].counts[cell]) ?? .zero
    }
    return Term(value: value, exactness: CellFlags.exactness(flags, side: side))
  }

  /// The region's own report of the side. Of a base column the region's own value; a fact is always its own.
  func own(_ pool: Int, _ side: Int, _ cell: Int) -> Term? {
    guard self[pool].level != nil || self[pool].isBase else { return pooled(pool, side, cell) }
    guard !self[pool].own.isEmpty, let own = self[pool].ownReport(cell),
      let value = side == 0 ? own.first : own.second
    else { return nil }
    return Term(
      value: value.fraction ?? Scaled.rational(Int128(value.value), scale: self[pool].scales[side]),
      exactness: CellFlags.exactness(own.flags, side: side))
  }

  func isKnown(_ pool: Int, _ cell: Int) -> Bool { CellFlags.isKnown(self[pool].flags[cell]) }
}

/// An exact value and how sure its sources were.
struct Term: Sendable, Hashable {
  var value: Rational
  var exactness: Exactness

  static func * (term: Term, times: Rational) -> Term {
    times.isOne ? term : Term(value: term.value * times, exactness: term.exactness)
  }
}

extension Rational {
  var isOne: Bool { numerator == 1 && denominator == 1 }
}
