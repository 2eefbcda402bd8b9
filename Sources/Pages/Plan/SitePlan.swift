import Common
import Reading
import Statistics

/// The site's pages in the order they are written, and what fills them.
package struct SitePlan: Sendable {
  package let context: SiteContext
  package let home: ResolvedDocument
  package let region: ResolvedDocument
  /// One for each indicator: the same file, resolved for it.
  package let indicators: [ResolvedDocument]
  package let bulletin: ResolvedDocument
  /// A day's own words.
  package let bulletinDays: [CivilDate: ResolvedDocument]
  /// Newest first.
  package let stories: [ResolvedDocument]
  package let storyCards: [StoryCard]
  package let storySlugs: [String]
  package let documents: [ResolvedDocument]
  package let documentSlugs: [String]
  /// The pages of `content/pages`, for the foot of every page.
  package let documentLinks: [LinkText]
  package let pages: [(address: String, kind: PageKind)]

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
    let sorted = stories.sorted { left, right in
      let days = (left.source.frontMatter.date, right.source.frontMatter.date)
      if days.0 != days.1 { return (days.0?.dayNumber ?? .min) > (days.1?.dayNumber ?? .min) }
      return left.source.path.utf8.lexicographicallyPrecedes(right.source.path.utf8)
    }
    self.stories = sorted
    storySlugs = sorted.map { Self.slug($0, findings: &findings) }
    self.documents = documents
    documentSlugs = documents.map { Self.slug($0, findings: &findings) }
    documentLinks = zip(documents, documentSlugs).map { document, slug in
      let address = Addresses.page(slug)
      let page = PageContext(
        site: context, region: document.place ?? context.root, day: nil, address: address)
      return LinkText(text: page.text(document.title), address: address)
    }
    storyCards = zip(sorted, storySlugs).map { Self.card($0, slug: $1, context: context) }
    pages = Self.pages(
      context, stories: storySlugs, documents: documentSlugs, sources: sorted.map { Self.slugLocation($0) },
      documentSources: documents.map { Self.slugLocation($0) }, findings: &findings)
    for (day, document) in bulletinDays.sorted(by: { $0.key < $1.key })
    where !context.bulletinDays.contains(day) && day <= context.cube.asOf {
      findings.add(
        Diagnostic(
          .bulletinWithoutReport, .warning, at: Location(file: document.source.path), ["day": day.description]
        ))
    }
  }

  private static func pages(
    _ context: SiteContext, stories: [String], documents: [String], sources: [Location],
    documentSources: [Location],
    findings: inout Findings
  ) -> [(address: String, kind: PageKind)] {
    var pages: [(address: String, kind: PageKind)] = [
      (Addresses.home, .home), (Addresses.places, .places), (Addresses.method, .method),
      (Addresses.bulletins, .bulletins), (Addresses.stories, .stories), (Addresses.notFound, .notFound),
    ]
    for day in context.bulletinDays { pages.append((Addresses.bulletin(day), .bulletin(day))) }
    for index in context.indicators.indices {
      pages.append((context.addresses.indicator(index), .indicator(index)))
    }
    var taken: [String: String] = [:]
    for (number, slug) in stories.enumerated() {
      let address = Addresses.story(slug)
      if claim(address, for: sources[number], &taken, &findings) { pages.append((address, .story(number))) }
    }
    for (number, slug) in documents.enumerated() {
      let address = Addresses.page(slug)
      if claim(address, for: documentSources[number], &taken, &findings) {
        pages.append((address, .page(number)))
      }
    }
    // A unit under two parents at different times has one page: that of its last place in the tree.
    var lastOf: [String: Int] = [:]
    for index in context.tree.regions.indices { lastOf[context.addresses.region(RegionIndex(index))] = index }
    for index in context.tree.regions.indices {
      let address = context.addresses.region(RegionIndex(index))
      if lastOf[address] == index { pages.append((address, .region(RegionIndex(index)))) }
    }
    return pages
  }

  private static func claim(
    _ address: String, for source: Location, _ taken: inout [String: String], _ findings: inout Findings
  ) -> Bool {
    let folded = address.lowercased()
    guard folded.hasSuffix("/index.html") || taken[folded] != nil else {
      taken[folded] = source.file
      return true
    }
    findings.add(
      Diagnostic(
        .duplicateAddress, at: source, ["address": address, "other": taken[folded] ?? address]))
    return false
  }

  /// The front matter's slug, or the file's name.
  private static func slug(_ document: ResolvedDocument, findings: inout Findings) -> String {
    let name = document.source.path.split(separator: "/").last.map(String.init) ?? document.source.path
    let slug = document.source.frontMatter.slug ?? (name.hasSuffix(".md") ? String(name.dropLast(3)) : name)
    let isSafe =
      !slug.isEmpty && slug.first != "."
      && slug.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" || $0 == "-" }
    if !isSafe {
      findings.add(Diagnostic(.badSlug, at: slugLocation(document), ["found": slug]))
    }
    return slug
  }

  /// The slug's place, or the file whose name it is.
  private static func slugLocation(_ document: ResolvedDocument) -> Location {
    document.source.frontMatter.slugLocation ?? Location(file: document.source.path)
  }

  private static func card(_ document: ResolvedDocument, slug: String, context: SiteContext) -> StoryCard {
    let address = Addresses.story(slug)
    let page = PageContext(
      site: context, region: document.place ?? context.root, day: nil, address: address)
    let summary = page.text(document.summary)
    return StoryCard(
      title: page.text(document.title), address: address,
      summary: summary.isEmpty ? document.source.opening ?? "" : summary,
      place: document.place.map { page.link($0) }, day: document.source.frontMatter.date,
      isIllustrative: page.isIllustrative(document.textUses))
  }
}
