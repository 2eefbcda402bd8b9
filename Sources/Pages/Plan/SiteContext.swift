import Common
import Reading
import Statistics
import Tables

/// A published figure that was put right, from `corrections.yaml`.
package struct Correction: Sendable, Hashable {
  /// Whose value was put right, by its index.
  package enum Source: Sendable, Hashable {
    case dataset(Int)
    case indicator(IndicatorIndex)
  }

  package var source: Source?
  /// The title of that.
  package var subject: String
  package var region: RegionIndex?
  package var day: CivilDate?
  package var field: String
  package var old: String
  package var new: String
  package var reason: String
  package var by: String
  package var on: CivilDate?
  /// The change in a dataset's field that it explains.
  package var explains: ExplainedChange?

  package init(
    source: Source? = nil, subject: String, region: RegionIndex?, day: CivilDate?, field: String, old: String,
    new: String, reason: String, by: String, on: CivilDate?, explains: ExplainedChange? = nil
  ) {
    self.source = source
    self.subject = subject
    self.region = region
    self.day = day
    self.field = field
    self.old = old
    self.new = new
    self.reason = reason
    self.by = by
    self.on = on
    self.explains = explains
  }
}

/// Everything a page is filled from. It is made once and never changes.
package struct SiteContext: Sendable {
  package let site: SiteDeclaration
  package let tree: RegionTree
  package let datasets: [DatasetDeclaration]
  package let indicators: [IndicatorDeclaration]
  package let tables: [Table]
  package let cube: Cube
  /// The day as of whose end the site tells what was known; `nil` is now.
  package var knownOn: CivilDate?
  /// Is told what pages ask about the data.
  var observer: (@Sendable (CubeAnswer) -> Void)?
  package let words: Words
  package let formatter: FigureFormatter
  package let dates: DateText
  package let addresses: Addresses
  package let corrections: [Correction]
  package let root: RegionIndex
  /// What the archive tells.
  package var history: SiteHistory
  /// Reporting days of the root, earliest first: each has a bulletin.
  package let bulletinDays: [CivilDate]
  /// By indicator: whether it only tells facts of single places, which nobody is expected to report.
  package let isFact: [Bool]
  /// Row numbers of each dataset that is no roll-up, by region: a page reads its own rows only.
  package let recordRows: [[RegionIndex: [Int]]]
  /// The first day of each dataset that has dated rows: before it nobody was asked.
  package let firstDays: [CivilDate?]
  /// What was renamed, moved, merged or split, in the order of the tree.
  let successions: [Succession]
  /// Everyone concerned, by region, with the number of what concerns it.
  let successionsByRegion: [(region: RegionIndex, number: Int)]
  /// The sizes of the site's pictures, by address.
  package let images: [String: ImageSize]
  /// What stands before a content file's path in findings: `content/`. A page names files without it.
  let contentFolder: String
  /// The names of the theme's layouts; `nil` where there is no theme.
  package let layouts: [String]?

  package init(
    site: SiteDeclaration, tree: RegionTree, datasets: [DatasetDeclaration],
    indicators: [IndicatorDeclaration],
    tables: [Table], cube: Cube, words: Words, corrections: [Correction], root: RegionIndex,
    history: SiteHistory? = nil,
    images: [String: ImageSize] = [:], layouts: [String]? = nil
  ) {
    self.images = images
    contentFolder = datasets.first.map { Self.folder(above: "datasets/", in: $0.location.file) } ?? ""
    self.layouts = layouts
    self.site = site
    self.tree = tree
    self.datasets = datasets
    self.indicators = indicators
    self.tables = tables
    self.cube = cube
    self.words = words
    formatter = FigureFormatter(words: words, indicators: indicators)
    dates = DateText(words: words)
    addresses = Addresses(tree: tree, indicators: indicators, asOf: cube.asOf)
    self.corrections = corrections
    self.root = root
    self.history = history ?? SiteHistory(release: ReleaseName(day: cube.asOf))
    bulletinDays = cube.reportingDays(for: root)
    isFact = indicators.indices.map { indicator in
      cube.datasets(of: indicator).allSatisfy { !datasets[$0].rollsUp }
    }
    firstDays = tables.map { table in
      table.days.lazy.filter { $0 != Column.missingDay }.min().map { CivilDate(dayNumber: $0) }
    }
    successions = tree.regions.indices.map(RegionIndex.init).compactMap { region in
      tree.succession(of: region).flatMap { $0.new.first == region ? $0 : nil }
    }
    successionsByRegion = successions.enumerated().flatMap { number, made in
      (made.old + made.new).map { ($0, number) }
    }.sorted { $0 < $1 }
    recordRows = tables.map { table in
      var rows: [RegionIndex: [Int]] = [:]
      for (row, region) in table.regions.enumerated() { rows[region, default: []].append(row) }
      return rows
    }
  }

  /// The beginning of a path up to the last folder of the name.
  private static func folder(above name: String, in path: String) -> String {
    guard
      let place = path.ranges(of: name).last(where: { range in
        range.lowerBound == path.startIndex || path[..<range.lowerBound].last == "/"
      })
    else { return "" }
    return String(path[..<place.lowerBound])
  }

  /// A content file's path as pages name it: wherever the site is built, the same.
  func pathInContent(_ file: String) -> String {
    file.hasPrefix(contentFolder) ? String(file.dropFirst(contentFolder.count)) : file
  }

  /// The issue number of a bulletin: its place among the year's reporting days, from 1.
  package func issueNumber(of day: CivilDate) -> Int {
    bulletinDays.reduce(0) { $0 + ($1.year == day.year && $1 <= day ? 1 : 0) }
  }
}
