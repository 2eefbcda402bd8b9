import Common
import Reading

/// How a place's rank has changed since the day before.
package enum RankMove: Sendable, Hashable {
  /// By how many places it went up; down where negative.
  case moved(Int)
  /// It had no rank the day before.
  case new
  /// It has no rank, or nobody had one the day before.
  case unknown
  /// The definition changed in between.
  case redefined
}

extension Cube {
  /// How each place of a ranking has moved since the day before, in the ranking's order.
  ///
  /// A place that has been renamed or moved goes on from the rank that it had under its former code.
  ///
  /// - Parameter earlier: The ranking of the day before.
  /// - Complexity: O(n).
  package func rankMoves(
    _ indicator: IndicatorIndex, _ ranked: [Ranked], since earlier: [Ranked], on day: CivilDate
  ) -> [RankMove] {
    let before = day.adding(days: -1)
    let isRedefined = isRedefined(indicator, between: before, and: day)
    var positions: [RegionIndex: Int] = [:]
    for one in earlier { positions[one.region] = one.rank?.position }
    return ranked.map { one in
      guard let position = one.rank?.position, !positions.isEmpty else { return .unknown }
      if isRedefined { return .redefined }
      let former = grid.shape.lineage.sameUnit(as: Int(one.region), on: before.dayNumber)
      let earlier = positions[one.region] ?? former.flatMap { positions[RegionIndex($0)] }
      return earlier.map { .moved($0 - position) } ?? .new
    }
  }
}
