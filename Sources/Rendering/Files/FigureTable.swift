import Common
import Pages
import Reading
import Statistics

/// Which figures a site publishes as data, and in which order.
enum FigureTable {
  /// A fact holds until the reporting day, also where the daily reports ended before.
  static func days(of context: SiteContext) -> ClosedRange<Int32> {
    let first = context.cube.days.lowerBound.dayNumber
    return first...max(context.cube.days.upperBound, context.cube.asOf).dayNumber
  }

  /// By code in byte order; a code that stands twice in the order of its days.
  ///
  /// - Complexity: O(n log n)
  static func regions(of context: SiteContext) -> [RegionIndex] {
    context.tree.regions.indices.sorted {
      let codes = (context.tree.regions[$0].code, context.tree.regions[$1].code)
      if codes.0 == codes.1 {
        let begins = [$0, $1].map { context.tree.regions[$0].validFrom?.dayNumber ?? .min }
        return begins[0] == begins[1] ? $0 < $1 : begins[0] < begins[1]
      }
      return codes.0.utf8.lexicographicallyPrecedes(codes.1.utf8)
    }.map(RegionIndex.init)
  }

  /// Whether there is anything to say of it: nobody is expected to report what does not concern them.
  static func holds(_ figure: Figure) -> Bool {
    figure.expected > 0 || figure.value != nil
  }
}

extension Exactness {
  /// As files for programs have it.
  package var name: String {
    switch self {
    case .exact: "exact"
    case .about: "about"
    case .moreThan: "more_than"
    }
  }
}
