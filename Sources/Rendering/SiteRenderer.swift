import Common
import Pages
import Reading
import Templates

/// Every file of the site as a piece of work: which there are, and how to make each.
///
/// The same piece of work always gives the same bytes; nothing is shared between two of them but what never changes.
package struct SiteRenderer: Sendable {
  package enum Item: Sendable {
    /// A page and the CSV files of its tables, by its number in the plan.
    case page(Int)
    case figures, feed, siteMap, robots
    case correctionFeed
    /// `archive/chain.sha256`.
    case chain
    /// What bulletins that stay as they were published lead to.
    case published
    /// `datapackage.json` and the tables that go with the figures.
    case dataPackage
    /// A document of `api/v1/`.
    case api(APIDocument)
    /// All files of the search's index.
    case search
    /// A former address, by its number in the plan.
    case redirect(Int)
    /// An asset of the theme, by its number.
    case asset(Int)
    /// A file of `static/`, copied as it is.
    case file(address: String, source: Int)
  }

  package let plan: SitePlan
  package let items: [Item]
  private let theme: Theme
  private let pages: PageRenderer
  private let staticFiles: [(address: String, bytes: [UInt8])]

  package init(
    plan: SitePlan, theme: Theme, fields: FieldSet, staticFiles: [(address: String, bytes: [UInt8])]
  ) {
    self.plan = plan
    self.theme = theme
    self.staticFiles = staticFiles
    pages = PageRenderer(plan: plan, fields: fields, templates: theme.templates)
    var items: [Item] = plan.pages.indices.map { .page($0) }
    items += [.figures, .dataPackage, .search, .robots]
    items += APIDocument.all(of: plan.context).map { .api($0) }
    if plan.context.site.url != nil { items += [.feed, .correctionFeed, .siteMap] }
    if !plan.context.history.index.releases.isEmpty { items += [.chain, .published] }
    items += plan.redirects.indices.map { .redirect($0) }
    items += theme.assets.indices.map { .asset($0) }
    items += staticFiles.indices.map { .file(address: staticFiles[$0].address, source: $0) }
    self.items = items
  }

  /// Files of data that a comparison with another release reads, made in memory.
  ///
  /// - Complexity: O(indicators · regions · days)
  package static func tables(of context: SiteContext) -> [String: [UInt8]] {
    let package = DataPackageFile(context: context)
    func made(_ fill: (inout ByteBuffer) -> Void) -> [UInt8] {
      var buffer = ByteBuffer()
      fill(&buffer)
      return buffer.bytes
    }
    return [
      Addresses.figures: made { FiguresFile(context: context).write(into: &$0) },
      Addresses.indicatorTable: made { package.writeIndicators(into: &$0) },
      Addresses.regionTable: made { package.writeRegions(into: &$0) },
      Addresses.correctionTable: made { package.writeCorrections(into: &$0) },
    ]
  }

  /// Where pages, assets and copied files stand: all that a page made by one item may link to in another.
  package var addresses: Set<String> {
    Set(plan.pages.map(\.address)).union(plan.redirects.map(\.address)).union(theme.assets.map(\.address))
      .union(staticFiles.map(\.address))
      .union(Self.files)
  }

  /// Files that every site has, or may have, at addresses of their own.
  package static let files: Set<String> = [
    Addresses.figures, Addresses.indicatorTable, Addresses.regionTable, Addresses.correctionTable,
    Addresses.revisionTable, Addresses.robots, Addresses.feed, Addresses.correctionFeed, Addresses.siteMap,
    Addresses.api, Addresses.dataPackage, Addresses.chain,
  ]

  /// Makes an item's files, one after the other, each through `emit`.
  package func make(_ number: Int, emit: (String, (inout ByteBuffer) -> Void) -> Void) {
    let context = plan.context
    switch items[number] {
    case .page(let index):
      let page = plan.pages[index]
      if case .bulletin(let day) = page.kind, let bulletin = context.history.bulletins[day] {
        emit(page.address) { buffer in
          pages.write(bulletin, note: plan.note(on: bulletin, of: day), at: page.address, into: &buffer)
        }
        return
      }
      let view = plan.view(page.kind, at: page.address)
      emit(page.address) { pages.write(view, into: &$0) }
      for table in view.tables {
        emit(Addresses.csv(page: page.address, block: table.id)) { CSVWriter.write(table, into: &$0) }
      }
    case .figures: emit(Addresses.figures) { FiguresFile(context: context).write(into: &$0) }
    case .dataPackage:
      let package = DataPackageFile(context: context)
      emit(Addresses.dataPackage) { package.write(into: &$0) }
      emit(Addresses.indicatorTable) { package.writeIndicators(into: &$0) }
      emit(Addresses.regionTable) { package.writeRegions(into: &$0) }
      emit(Addresses.correctionTable) { package.writeCorrections(into: &$0) }
      emit(Addresses.revisionTable) { package.writeRevisions(into: &$0) }
    case .api(let document):
      for address in document.addresses(release: context.history.release.description) {
        emit(address) { APIFile(context: context).write(document, into: &$0) }
      }
    case .search: SearchFiles(plan: plan).write(emit: emit)
    case .robots: emit(Addresses.robots) { SiteMapFile.robots(url: context.site.url, into: &$0) }
    case .feed:
      guard let url = context.site.url else { return }
      emit(Addresses.feed) { FeedFile(plan: plan, url: url).write(into: &$0) }
    case .correctionFeed:
      guard let url = context.site.url else { return }
      emit(Addresses.correctionFeed) { CorrectionFeed(plan: plan, url: url).write(into: &$0) }
    case .chain: emit(Addresses.chain) { ChainFile(index: context.history.index).write(into: &$0) }
    case .published:
      let files = context.history.files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (address, bytes) in files { emit(address) { $0.write(bytes) } }
    case .siteMap:
      guard let url = context.site.url else { return }
      emit(Addresses.siteMap) { SiteMapFile(plan: plan, url: url).write(into: &$0) }
    case .redirect(let index):
      let redirect = plan.redirects[index]
      emit(redirect.address) { RedirectFile(redirect: redirect, site: context.site).write(into: &$0) }
    case .asset(let index): emit(theme.assets[index].address) { $0.write(theme.assets[index].bytes) }
    case .file(let address, let source): emit(address) { $0.write(staticFiles[source].bytes) }
    }
  }
}
