import Common
import Reading
import Statistics
import Tables

/// The statistics once more, as slowly and plainly as the rules are written: loops over rows, fractions
/// throughout, nothing kept. What the cube says must be the same.
struct Recount {
  /// A measure with what its indicator says about silence.
  struct Side {
    var measure: Measure
    var carry = 0
    var absentIsZero = false
    var times = Rational(1)
  }

  struct Value {
    var value: Rational
    var exactness = Exactness.exact
    var distinct: Set<String> = []
    var matched = 0
  }

  /// A unit that counts, or a region whose own total stands in for units.
  struct Share {
    var region: RegionIndex
    var isOwn: Bool
    var sides: [Value]
  }

  let site: TestSite
  let asOf: CivilDate
  private let byPlace: [[RegionIndex: [Int]]]

  init(site: TestSite, asOf: CivilDate) {
    self.site = site
    self.asOf = asOf
    byPlace = site.tables.map { table in
      Dictionary(grouping: 0..<table.rowCount) { table.regions[$0] }
    }
  }

  func table(_ side: Side) -> Table? { side.measure.dataset.map { site.tables[$0] } }

  // MARK: Reports

  func rows(_ dataset: Int, _ region: RegionIndex, _ day: CivilDate) -> [Int] {
    let table = site.tables[dataset]
    return (byPlace[dataset][region] ?? []).filter { row in
      guard day <= asOf else { return false }
      guard table.declaration.date == .none else { return table.days[row] == day.dayNumber }
      guard let validity = table.declaration.validity else { return day == asOf }
      func end(_ field: Int?, _ open: Int32) -> Int32 {
        guard let field, case .days(let days) = table.columns[field], days[row] != Column.missingDay else {
          return open
        }
        return days[row]
      }
      return end(validity.from, .min) <= day.dayNumber && day.dayNumber <= end(validity.to, .max)
    }
  }

  func isSent(_ dataset: Int, _ region: RegionIndex, _ day: CivilDate) -> Bool {
    let table = site.tables[dataset]
    if table.refused.contains(where: { $0.region == region && ($0.day == day || $0.day == nil) }) {
      return false
    }
    let isAtLevel = table.declaration.rollsUp && site.tree[region].level == table.level
    if isAtLevel, !isUnit(dataset, region, day) { return false }
    if table.declaration.date == .none, isAtLevel {
      let holds = table.declaration.validity != nil || day == asOf
      return holds && table.regions.contains(region)
    }
    return !rows(dataset, region, day).isEmpty
  }

  /// The day whose report stands, the same or one carried.
  func reportDay(_ dataset: Int, _ region: RegionIndex, _ day: CivilDate, carry: Int) -> CivilDate? {
    if isSent(dataset, region, day) { return day }
    let table = site.tables[dataset]
    guard carry > 0, table.declaration.date != .none, day <= asOf,
      !table.declaration.rollsUp || isUnit(dataset, region, day)
    else { return nil }
    return (1...carry).map { day.adding(days: -$0) }.first { isSent(dataset, region, $0) }
  }

  func isUnit(_ dataset: Int, _ region: RegionIndex, _ day: CivilDate) -> Bool {
    let table = site.tables[dataset]
    return table.declaration.rollsUp && site.tree[region].level == table.level
      && site.tree.path(to: region).contains(table.within) && site.tree[region].isValid(on: day)
  }

  // MARK: Values

  /// The measure over one report's rows; `nil` where it is not known.
  func value(_ side: Side, rowsOf region: RegionIndex, _ day: CivilDate) -> Value? {
    guard let dataset = side.measure.dataset else { return nil }
    let table = site.tables[dataset]
    let matching = rows(dataset, region, day).filter { row in
      side.measure.conditions.allSatisfy { holds($0, table, row) }
    }
    let amounts = side.measure.field.map { field in matching.map { amount(table, field, $0) } } ?? []
    let given = amounts.compactMap(\.self)
    func whole(_ value: Rational, _ parts: [Value]) -> Value {
      Value(
        value: value, exactness: parts.reduce(.exact) { $0.combined(with: $1.exactness) },
        matched: matching.count)
    }
    switch side.measure.verb {
    case .count:
      return Value(
        value: number(side.measure.field == nil ? matching.count : given.count), matched: matching.count)
    case .countDistinct:
      let distinct = Set(given.flatMap(\.distinct))
      return Value(value: number(distinct.count), distinct: distinct, matched: matching.count)
    default: break
    }
    if matching.isEmpty { return side.absentIsZero ? Value(value: .zero) : nil }
    guard !given.isEmpty else { return nil }
    let values = given.map(\.value)
    switch side.measure.verb {
    case .last: return amounts[amounts.count - 1].map { whole($0.value, [$0]) }
    case .max: return values.max().map { whole($0, given) }
    case .min: return values.min().map { whole($0, given) }
    case .mean: return (values.reduce(.zero, +) / number(values.count)).map { whole($0, given) }
    default: return whole(values.reduce(.zero, +), given)
    }
  }

  private func amount(_ table: Table, _ field: Int, _ row: Int) -> Value? {
    switch table.columns[field] {
    case .numbers(let values, let scale):
      guard values[row] != Column.missing else { return nil }
      let power = (0..<scale).reduce(Int128(1)) { power, _ in power * 10 }
      return Value(
        value: Rational(Int128(values[row]), over: power) ?? .zero,
        exactness: table.approximations[field]?[row]?.exactness ?? .exact, distinct: ["\(values[row])"])
    case .categories(let codes, let names):
      return codes[row] < 0 ? nil : Value(value: .zero, distinct: [names[Int(codes[row])]])
    default: return nil
    }
  }

  private func holds(_ condition: Condition, _ table: Table, _ row: Int) -> Bool {
    switch (condition.test, table.columns[condition.field]) {
    case (.oneOf(let texts), .categories(let codes, let names)):
      return codes[row] >= 0 && texts.contains(names[Int(codes[row])])
    case (.compares(.greater, let bound), _):
      return amount(table, condition.field, row).map { $0.value > bound } ?? false
    default: return false
    }
  }

  /// A unit's value in the report that stands for the day, or of a finer dataset what its units give.
  func unitValue(_ side: Side, _ region: RegionIndex, _ day: CivilDate) -> Value? {
    guard let dataset = side.measure.dataset else { return base(region, day).value }
    if site.tables[dataset].declaration.rollsUp, site.tables[dataset].level > site.tree[region].level {
      return own(side, region, day) ?? combined([side], shares([side], region, day), 0)
    }
    return reportDay(dataset, region, day, carry: side.carry).flatMap { value(side, rowsOf: region, $0) }
  }

  func own(_ side: Side, _ region: RegionIndex, _ day: CivilDate) -> Value? {
    guard let dataset = side.measure.dataset else { return ownBase(region) }
    let table = site.tables[dataset]
    guard table.declaration.rollsUp, site.tree[region].level < table.level,
      site.tree.path(to: region).contains(table.within), isSent(dataset, region, day)
    else { return nil }
    return value(side, rowsOf: region, day)
  }

  /// All sides' own values, where there is a row behind one of them.
  func own(_ sides: [Side], _ region: RegionIndex, _ day: CivilDate) -> [Value]? {
    let values = sides.compactMap { own($0, region, day) }
    return values.count == sides.count && values.contains { $0.matched > 0 } ? values : nil
  }

  private func ownBase(_ region: RegionIndex) -> Value? {
    site.tree.base[0].amounts[Int(region)].map { Value(value: $0.value, exactness: $0.exactness) }
  }

  func base(_ region: RegionIndex, _ day: CivilDate) -> (value: Value?, known: Int, expected: Int) {
    if let own = ownBase(region) { return (own, 1, 1) }
    let children = site.tree.children(of: region).filter { site.tree[$0].isValid(on: day) }
    if children.isEmpty { return (nil, 0, 1) }
    let parts = children.map { base($0, day) }
    let known = parts.compactMap(\.value)
    let sum = Value(
      value: known.reduce(.zero) { $0 + $1.value },
      exactness: known.reduce(.exact) { $0.combined(with: $1.exactness) })
    return (
      known.isEmpty ? nil : sum, parts.reduce(0) { $0 + $1.known }, parts.reduce(0) { $0 + $1.expected }
    )
  }

  // MARK: The tree

  /// The level of the sides' units; `nil` for facts.
  func level(_ sides: [Side]) -> Int? {
    sides.compactMap { table($0) }.filter(\.declaration.rollsUp).map(\.level).min()
  }

  func isExpected(_ sides: [Side], _ region: RegionIndex, _ day: CivilDate) -> Bool {
    sides.compactMap { table($0) }.allSatisfy { table in
      site.tree.path(to: region).contains(table.within) && site.tree[region].level == level(sides)
        && site.tree[region].isValid(on: day)
    }
  }

  func shares(_ sides: [Side], _ region: RegionIndex, _ day: CivilDate) -> [Share] {
    guard let level = level(sides), site.tree[region].level < level else {
      guard level(sides) == nil || isExpected(sides, region, day) else { return [] }
      let values = sides.compactMap { unitValue($0, region, day) }
      return values.count == sides.count ? [Share(region: region, isOwn: false, sides: values)] : []
    }
    let within = sides.compactMap { table($0)?.within }.max() ?? 0
    let below = site.tree.children(of: region).flatMap { child -> [Share] in
      let found = shares(sides, child, day)
      guard found.isEmpty, site.tree[child].level < level, site.tree.path(to: child).contains(within),
        let own = own(sides, child, day)
      else { return found }
      return [Share(region: child, isOwn: true, sides: own)]
    }
    return site.tree.path(to: region).contains(within) ? below : []
  }

  func combined(_ sides: [Side], _ shares: [Share], _ side: Int) -> Value? {
    let parts = shares.map { $0.sides[side] }
    guard let first = parts.first else { return nil }
    var result = Value(value: first.value)
    result.exactness = parts.reduce(.exact) { $0.combined(with: $1.exactness) }
    let values = parts.map(\.value)
    switch sides[side].measure.verb {
    case .max: result.value = values.max() ?? .zero
    case .min: result.value = values.min() ?? .zero
    case .mean: result.value = values.reduce(.zero, +) / number(values.count) ?? .zero
    case .countDistinct:
      result.distinct = parts.reduce(into: []) { $0.formUnion($1.distinct) }
      result.value = number(result.distinct.count)
    default: result.value = values.reduce(.zero, +)
    }
    return result
  }
}
