import Common
import Reading

extension SitePlan {
  /// Whether a story stands before another: by weight where it has one, then the newest, then by its file's name.
  static func precedes(_ left: ResolvedDocument, _ right: ResolvedDocument) -> Bool {
    let matter = (left.source.frontMatter, right.source.frontMatter)
    let weights = (matter.0.weight ?? .max, matter.1.weight ?? .max)
    if weights.0 != weights.1 { return weights.0 < weights.1 }
    let days = (matter.0.date?.dayNumber ?? .min, matter.1.date?.dayNumber ?? .min)
    if days.0 != days.1 { return days.0 > days.1 }
    return left.source.path.utf8.lexicographicallyPrecedes(right.source.path.utf8)
  }

  static func card(_ document: ResolvedDocument, slug: String, context: SiteContext) -> StoryCard {
    let address = Addresses.story(slug)
    let page = PageContext(
      site: context, region: document.place ?? context.root, day: nil, address: address)
    return StoryCard(
      title: page.text(document.title), address: address, summary: page.brief(document),
      place: document.place.map { page.link($0) }, region: document.place,
      day: document.source.frontMatter.date,
      cover: page.cover(document),
      isIllustrative: page.isIllustrative(document.textUses + document.descriptionUses))
  }
}

extension PageContext {
  /// What stands for a document elsewhere: its summary, or how it begins.
  func brief(_ document: ResolvedDocument) -> String {
    let summary = text(document.summary)
    if !summary.isEmpty { return summary }
    let blocks = ProseText(fill(document.opening, stories: [])).blocks
    let paragraphs = blocks.filter { $0.element == "p" }
    let shown = document.source.excerpt == nil ? Array(paragraphs.prefix(1)) : paragraphs
    return shown.map(\.text).joined(separator: words[.space])
  }

  func cover(_ document: ResolvedDocument) -> CoverView? {
    let matter = document.source.frontMatter
    guard let cover = matter.cover, let file = Addresses.file(cover, from: address) else { return nil }
    return CoverView(address: file, size: site.images[file], text: matter.coverText ?? "")
  }
}
