import Common
import Reading
import Statistics

/// The site's pages in the order they are written, and what fills them.
package struct SitePlan: Sendable {
  package var context: SiteContext
  package let home: ResolvedDocument
  package let region: ResolvedDocument
  /// One for each indicator: the same file, resolved for it.
  package let indicators: [ResolvedDocument]
  package let bulletin: ResolvedDocument
  /// A day's own words.
  package let bulletinDays: [CivilDate: ResolvedDocument]
  /// Those with a weight first, the smallest before the others; then the newest.
  package let stories: [ResolvedDocument]
  package let storyCards: [StoryCard]
  package let storySlugs: [String]
  package let documents: [ResolvedDocument]
  package let documentSlugs: [String]
  /// The pages of `content/pages`, for the foot of every page.
  package let documentLinks: [LinkText]
  package let topics: Topics
  /// Former addresses, each with a page that leads on.
  package let redirects: [Redirect]
  package let pages: [(address: String, kind: PageKind)]
  /// By bulletin: the signatures that hold.
  package var signatures: [CivilDate: [Signature]] = [:]

  package init(
    context: SiteContext, home: ResolvedDocument, region: ResolvedDocument, indicators: [ResolvedDocument],
    bulletin: ResolvedDocument, bulletinDays: [CivilDate: ResolvedDocument], stories: [ResolvedDocument],
    documents: [ResolvedDocument], findings: inout Findings
  ) {
    self.context = context
    self.home = home
    self.region = region
    self.indicators = indicators
    self.bulletin = bulletin
    let taken = Set(bulletin.directives.map(\.frame.id))
    self.bulletinDays = bulletinDays.mapValues { $0.renamed(avoiding: taken) }
    let sorted = stories.sorted(by: Self.precedes)
    self.stories = sorted
    storySlugs = sorted.map { Self.slug($0, findings: &findings) }
    self.documents = documents.sorted { left, right in
      let weights = (left.source.frontMatter.weight ?? .max, right.source.frontMatter.weight ?? .max)
      if weights.0 != weights.1 { return weights.0 < weights.1 }
      return left.source.path.utf8.lexicographicallyPrecedes(right.source.path.utf8)
    }
    documentSlugs = self.documents.map { Self.slug($0, findings: &findings) }
    documentLinks = zip(self.documents, documentSlugs).map { document, slug in
      let address = Addresses.page(slug)
      let page = PageContext(
        site: context, region: document.place ?? context.root, day: nil, address: address)
      return LinkText(text: page.text(document.title), address: address)
    }
    storyCards = zip(sorted, storySlugs).map { Self.card($0, slug: $1, context: context) }
    var book = AddressBook()
    var pages = Self.ruledPages(context)
    let regions = Self.regionPages(context)
    for page in pages + regions { book.reserve(page.address) }
    for kind in Topic.Kind.allCases { book.reserve(kind.index) }
    for (number, slug) in storySlugs.enumerated() {
      let (address, place) = (Addresses.story(slug), Self.slugLocation(sorted[number]))
      if book.claim(address, for: place, findings: &findings) { pages.append((address, .story(number))) }
    }
    for (number, slug) in documentSlugs.enumerated() {
      let (address, place) = (Addresses.page(slug), Self.slugLocation(self.documents[number]))
      if book.claim(address, for: place, findings: &findings) { pages.append((address, .page(number))) }
    }
    topics = Topics(sorted, book: &book, findings: &findings)
    for kind in Topic.Kind.allCases where topics.has(kind) { pages.append((kind.index, .topics(kind))) }
    for (number, topic) in topics.all.enumerated() { pages.append((topic.address, .topic(number))) }
    let aliases = Redirect.all(
      of: zip(sorted, storyCards).map { ($0, $1.address, $1.title) }
        + zip(self.documents, documentLinks).map { ($0, $1.address ?? "", $1.text) },
      book: &book, findings: &findings)
    redirects = aliases + context.history.redirects
    self.pages = pages + regions
    let check = FrontMatterCheck(layouts: context.layouts)
    for document in [home, region] + indicators.prefix(1) {
      check.run(document, as: .dashboard, findings: &findings)
    }
    check.run(bulletin, as: .daily, findings: &findings)
    for (_, document) in bulletinDays.sorted(by: { $0.key < $1.key }) {
      check.run(document, as: .day, findings: &findings)
    }
    for document in sorted { check.run(document, as: .story, findings: &findings) }
    for document in self.documents { check.run(document, as: .page, findings: &findings) }
    for (day, document) in bulletinDays.sorted(by: { $0.key < $1.key })
    where !context.bulletinDays.contains(day) && day <= context.cube.asOf {
      findings.add(
        Diagnostic(
          .bulletinWithoutReport, .warning, at: Location(file: document.source.path), ["day": day.description]
        ))
    }
  }

  /// The front matter's slug, or the file's name.
  private static func slug(_ document: ResolvedDocument, findings: inout Findings) -> String {
    let name = document.source.path.split(separator: "/").last.map(String.init) ?? document.source.path
    let own = document.source.frontMatter.slug ?? (name.hasSuffix(".md") ? String(name.dropLast(3)) : name)
    let slug = own.nfc
    if !Slug.isSafe(slug) {
      findings.add(Diagnostic(.badSlug, at: slugLocation(document), ["found": slug]))
    }
    return slug
  }

  /// The slug's place, or the file whose name it is.
  private static func slugLocation(_ document: ResolvedDocument) -> Location {
    document.source.frontMatter.slugLocation ?? Location(file: document.source.path)
  }
}
