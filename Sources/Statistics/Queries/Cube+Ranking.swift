import Common
import Reading

extension Cube {
  /// A region in a ranking; without a rank when its figure is not known or too few have reported.
  package struct Ranked: Sendable, Hashable {
    package var region: RegionIndex
    package var rank: Rank?
    package var figure: Figure
  }

  /// The regions by their exact values, 1, 1, 3 from the better end whatever the order of the list.
  ///
  /// Without a declared direction more is better. Ties stand in the order given; regions without a rank
  /// stand last in the tree's order.
  ///
  /// - Complexity: O(n log n).
  package func ranking(
    _ indicator: IndicatorIndex, among regions: [RegionIndex], day: CivilDate, bestFirst: Bool
  ) -> [Ranked] {
    let figures = regions.map { figure(indicator, $0, day) }
    func canRank(_ figure: Figure) -> Bool { figure.value != nil && figure.meetsThreshold }
    let isUp = indicators[indicator].better != .down
    let ordered = figures.indices.filter { canRank(figures[$0]) }.sorted { left, right in
      guard let a = figures[left].value, let b = figures[right].value, a != b else { return left < right }
      return isUp ? a > b : a < b
    }
    var ranked: [Ranked] = []
    for (index, at) in ordered.enumerated() {
      let figure = figures[at]
      let isTie = ranked.last.map { $0.figure.value == figure.value } ?? false
      let position = isTie ? ranked.last?.rank?.position ?? index + 1 : index + 1
      ranked.append(
        Ranked(region: figure.region, rank: Rank(position: position, of: ordered.count), figure: figure))
    }
    if !bestFirst {
      // Stable: the worst rank first, ties still in the order given.
      ranked = ranked.enumerated().sorted { left, right in
        let (a, b) = (left.element.rank?.position ?? 0, right.element.rank?.position ?? 0)
        return a == b ? left.offset < right.offset : a > b
      }.map(\.element)
    }
    let rest = figures.filter { !canRank($0) }.sorted { $0.region < $1.region }
    return ranked + rest.map { Ranked(region: $0.region, rank: nil, figure: $0) }
  }

  /// How a figure stands to its indicator's target and thresholds, on exact values.
  ///
  /// Bad goes before warn, and warn before the target; where a value passes all thresholds and there is no
  /// target, there is nothing to say.
  package func standing(of figure: Figure) -> Standing {
    guard let value = figure.value, figure.meetsThreshold else { return .none }
    let indicator = indicators[figure.indicator]
    if indicator.badBelow.map({ value < $0 }) ?? false || indicator.badAbove.map({ value > $0 }) ?? false {
      return .bad
    }
    if indicator.warnBelow.map({ value < $0 }) ?? false || indicator.warnAbove.map({ value > $0 }) ?? false {
      return .warn
    }
    guard let target = indicator.target else { return .none }
    return (indicator.better == .down ? value <= target : value >= target) ? .onTarget : .belowTarget
  }
}
