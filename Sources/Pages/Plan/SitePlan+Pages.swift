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
    pages.append((Addresses.revisions, .revisions))
    let releases = context.history.index.releases
    if !releases.isEmpty { pages.append((Addresses.releases, .releases)) }
    for (number, release) in releases.enumerated() {
      pages.append((Addresses.release(release.name), .release(number)))
    }
    for day in context.bulletinDays { pages.append((Addresses.bulletin(day), .bulletin(day))) }
    for index in context.indicators.indices {
      pages.append((context.addresses.indicator(index), .indicator(index)))
    }
    return pages
  }

  static func regionPages(_ context: SiteContext) -> [(address: String, kind: PageKind)] {
    var pages: [(address: String, kind: PageKind)] = []
    // A unit under two parents at different times has one page.
    for index in context.tree.regions.indices.map(RegionIndex.init)
    where context.addresses.holder(of: index) == index {
      pages.append((context.addresses.region(index), .region(index)))
    }
    return pages
  }
}
