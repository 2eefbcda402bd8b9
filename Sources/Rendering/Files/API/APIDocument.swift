import Common
import Pages
import Reading

/// A file of the machine-readable release, `api/v1/`.
///
/// What the latest build says stands below `latest/`; what a release published stands below `releases/<name>/` too, and
/// never changes there. `schema.json` beside them says what each document is.
package enum APIDocument: Sendable, Hashable {
  case index, schema
  case indicators, regions
  /// The last figure of each indicator in each region.
  case figures
  /// All figures of one day, as they are known now.
  case day(CivilDate)

  static let folder = "api/v1/"
  /// Each release has a folder of its own below it.
  package static let releases = folder + "releases/"

  /// Where it stands: one address, or beside `latest/` that of the release.
  func addresses(release: String) -> [String] {
    switch self {
    case .index: [Self.folder + "index.json"]
    case .schema: [Self.folder + "schema.json"]
    case .indicators: Self.both("indicators.json", release)
    case .regions: Self.both("regions.json", release)
    case .figures: Self.both("figures.json", release)
    case .day(let day): [Self.folder + "latest/figures/\(day).json"]
    }
  }

  private static func both(_ name: String, _ release: String) -> [String] {
    [folder + "latest/" + name, folder + "releases/" + release + "/" + name]
  }
}

extension APIDocument {
  /// Every document of a site.
  static func all(of context: SiteContext) -> [APIDocument] {
    [.index, .schema, .indicators, .regions, .figures]
      + FigureTable.days(of: context).map { .day(CivilDate(dayNumber: $0)) }
  }
}
