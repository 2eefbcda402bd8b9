import Common
import Reading

/// One figure as a share of another of the same region and day.
package struct Share: Sendable, Hashable {
  /// Exact; `nil` where nothing is known of both, or the whole is zero.
  package var value: Rational?
  package var exactness: Exactness
  /// Over how many units it is computed: those that are known in both.
  package var units: Int

  static let unknown = Share(value: nil, exactness: .exact, units: 0)
}

extension Cube {
  /// What share of one indicator another is, over the units known in both, so that a unit which has sent only one
  /// of them distorts nothing.
  ///
  /// An own total compares only with an own total.
  ///
  /// - Complexity: O(subtree).
  package func share(
    of part: IndicatorIndex, in whole: IndicatorIndex, _ region: RegionIndex, _ day: CivilDate
  )
    -> Share
  {
    guard let slot = grid.axis.slot(of: day) else { return .unknown }
    let figures = (figure(part, region, slot: slot), figure(whole, region, slot: slot))
    guard figures.0.basis == figures.1.basis, figures.0.state != .notReported, figures.1.state != .notReported
    else { return .unknown }
    let leaves = (plan(part, slot).leaves + plan(whole, slot).leaves).filter { pools[$0].level != nil }
    let levels = Set(leaves.compactMap { pools[$0].level })
    guard figures.0.basis == .units, let level = levels.first, levels.count == 1 else {
      guard let above = figures.0.value, let below = figures.1.value else { return .unknown }
      let units = figures.0.basis == .own ? 1 : min(figures.0.reported, figures.1.reported)
      return share(above, below, figures.0.exactness, figures.1.exactness, units: units)
    }
    let units = scope(of: Int(region), leaves, slot: slot).joined().filter {
      grid.shape.levels[$0] <= level && counts($0, level, leaves, slot)
    }
    guard !units.isEmpty, let above = evaluate(part, Int(region), slot: slot, over: .only(units)),
      let below = evaluate(whole, Int(region), slot: slot, over: .only(units)),
      let first = above.value, let second = below.value
    else { return .unknown }
    return share(first, second, above.exactness, below.exactness, units: units.count)
  }

  private func share(
    _ part: Rational, _ whole: Rational, _ first: Exactness, _ second: Exactness, units: Int
  ) -> Share {
    let isExact = first == .exact && second == .exact
    return Share(value: part / whole, exactness: isExact ? .exact : .about, units: units)
  }
}
