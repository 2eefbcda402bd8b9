import Common
import Reading

/// Where each page stands, relative to the site's top folder. Flat, and at most 1,000 pages a folder.
package struct Addresses: Sendable {
  private let regions: [String]
  /// By region whose code stands twice: the one that has the page.
  private let holders: [RegionIndex: RegionIndex]
  private let indicators: [String]

  /// Regions go to a folder named by the first four characters of their code; where more than a thousand would share
  /// it, by the first six, nine and so on.
  ///
  /// - Parameter asOf: the day that says which of the rows of one code has the page; the last by default.
  package init(tree: RegionTree, indicators: [IndicatorDeclaration], asOf: CivilDate? = nil) {
    let codes = tree.regions.map { Array($0.code) }
    var folders = codes.map { String($0.prefix(4)) }
    for length in [6, 9, 12] {
      var counts: [String: Int] = [:]
      for folder in folders { counts[folder, default: 0] += 1 }
      for (index, folder) in folders.enumerated() where (counts[folder] ?? 0) > 1000 {
        folders[index] = String(codes[index].prefix(length))
      }
    }
    regions = zip(folders, tree.regions).map { "regions/\($0)/\($1.code).html" }
    self.indicators = indicators.map { "indicators/\($0.id).html" }
    var holders: [RegionIndex: RegionIndex] = [:]
    for index in tree.regions.indices.map(RegionIndex.init) {
      let current = tree.current(index, on: asOf)
      if current != index { holders[index] = current }
    }
    self.holders = holders
  }

  /// The region whose page stands at a region's address: another one where a code stands twice.
  package func holder(of region: RegionIndex) -> RegionIndex { holders[region] ?? region }

  /// A folder with more takes long to list on many file systems, and a person's patience everywhere.
  static let filesInAFolder = 1000

  package static let home = "index.html"
  package static let places = "regions/index.html"
  package static let bulletins = "bulletins/index.html"
  package static let stories = "stories/index.html"
  package static let method = "method.html"
  package static let search = "search.html"
  package static let notFound = "404.html"
  package static let feed = "feed.xml"
  package static let siteMap = "sitemap.xml"
  package static let robots = "robots.txt"
  package static let figures = "data/figures.csv"
  package static let indicatorTable = "data/indicators.csv"
  package static let regionTable = "data/regions.csv"
  package static let correctionTable = "data/corrections.csv"
  package static let revisions = "revisions.html"
  package static let revisionTable = "data/revisions.csv"
  package static let correctionFeed = "corrections.xml"
  package static let releases = "archive/index.html"
  /// The digests of all releases, as `sha256sum -c` reads them.
  package static let chain = "archive/chain.sha256"
  package static let dataPackage = "datapackage.json"
  package static let api = "api/v1/index.json"

  package func region(_ index: RegionIndex) -> String { regions[Int(index)] }
  package func indicator(_ index: IndicatorIndex) -> String { indicators[index] }
  package static func bulletin(_ day: CivilDate) -> String { "bulletins/\(day).html" }
  package static func release(_ name: ReleaseName) -> String { "archive/\(name).html" }
  /// Below it stand the release's pages as they were published.
  package static func copy(of name: ReleaseName) -> String { "archive/\(name)/" }
  /// Whether an address is that of a former release's page: a release does not hold those before it.
  package static func isCopy(_ address: String) -> Bool {
    address.hasPrefix("archive/") && address.dropFirst("archive/".count).contains("/")
  }
  package static func story(_ slug: String) -> String { "stories/\(slug).html" }
  /// A file that a Markdown file names: `static/a.jpg` for `../static/a.jpg` on `stories/b.html`.
  ///
  /// - Returns: `nil` for what is no file of the site.
  package static func file(_ link: String, from page: String) -> String? {
    let path = link.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains(":") else { return nil }
    var parts = page.split(separator: "/").dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  package static func page(_ slug: String) -> String { "pages/\(slug).html" }

  /// The way from a page up to the site's top folder: `../../`.
  package static func up(from address: String) -> String {
    String(repeating: "../", count: address.utf8.reduce(0) { $0 + ($1 == 0x2F ? 1 : 0) })
  }

  /// A table's CSV, in a folder of its page's own, so that no folder passes a thousand files:
  /// `data/regions/1101/110106007/ranking.csv`.
  package static func csv(page: String, block: String) -> String {
    "data/" + (page.hasSuffix(".html") ? String(page.dropLast(5)) : page) + "/\(block).csv"
  }
}
