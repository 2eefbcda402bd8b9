import Common
import Reading

extension SitePlan {
  /// The pages that no writer names, but for those of regions.
  static func ruledPages(_ context: SiteContext) -> [(address: String, kind: PageKind)] {
    var pages: [(address: String, kind: PageKind)] = [
      (Addresses.home, .home), (Addresses.places, .places), (Addresses.method, .method),
      (Addresses.bulletins, .bulletins), (Addresses.stories, .stories), (Addresses.search, .search),
      (Addresses.notFound, .notFound),
    ]
    for day in context.bulletinDays { pages.append((Addresses.bulletin(day), .bulletin(day))) }
    for index in context.indicators.indices {
      pages.append((context.addresses.indicator(index), .indicator(index)))
    }
    return pages
  }

  static func regionPages(_ context: SiteContext) -> [(address: String, kind: PageKind)] {
    var pages: [(address: String, kind: PageKind)] = []
    // A unit under two parents at different times has one page: that of its last place in the tree.
    var lastOf: [String: Int] = [:]
    for index in context.tree.regions.indices { lastOf[context.addresses.region(RegionIndex(index))] = index }
    for index in context.tree.regions.indices {
      let address = context.addresses.region(RegionIndex(index))
      if lastOf[address] == index { pages.append((address, .region(RegionIndex(index)))) }
    }
    return pages
  }
}
