import Common
import Pages
import Reading
import Search

/// The search's index: stories, bulletins, pages and indicators by every word of their prose, topics and places by name.
///
/// It is made from the filled pages, so that it holds nothing that is not printed. Rows of tables and rankings are left
/// out: every bulletin has each place in them, and a search for a place would find nothing else.
struct SearchFiles: Sendable {
  let plan: SitePlan

  /// Bytes of Markdown, made into HTML, that are searched word by word: some 4,000 stories. Of what is older than the
  /// newest that fit, the title and the summary are.
  static let limit = 24 << 20

  private struct Entry {
    var day: CivilDate?
    var number: Int
    var kind: PageKind
    var size: Int
  }

  /// - Complexity: O(characters of all prose + regions).
  func write(emit: SearchIndex.Emit) {
    let places = plan.pages.count { if case .region = $0.kind { true } else { false } }
    var index = SearchIndex(places: places)
    let entries = self.entries()
    let shortened = self.shortened(entries)
    for (number, entry) in entries.enumerated() {
      if let document = document(entry, isShort: number < shortened) { index.add(document, emit: emit) }
    }
    for (address, kind) in plan.pages {
      guard case .region(let region) = kind else { continue }
      let (tree, words) = (plan.context.tree, plan.context.words)
      let parent = tree[region].parent.map { tree[$0].name }
      let hasEnded = tree[region].validTo.map { $0 < plan.context.cube.asOf } ?? false
      index.add(
        SearchPlace(
          name: tree[region].name, address: address,
          within: [parent, hasEnded ? words[.regionEnded] : nil].compactMap { $0 }.joined(
            separator: words[.comma])),
        emit: emit)
    }
    index.finish(shortened: shortened, emit: emit)
  }

  /// Oldest first; what has no day before what has one.
  private func entries() -> [Entry] {
    var entries: [Entry] = []
    for (number, page) in plan.pages.enumerated() {
      let entry =
        switch page.kind {
        case .story(let story):
          Entry(
            day: plan.storyCards[story].day, number: number, kind: page.kind, size: size(plan.stories[story]))
        case .bulletin(let day):
          Entry(
            day: day, number: number, kind: page.kind,
            size: size(plan.bulletin) + (plan.bulletinDays[day].map(size) ?? 0))
        case .page(let document):
          Entry(day: nil, number: number, kind: page.kind, size: size(plan.documents[document]))
        case .indicator, .topic: Entry(day: nil, number: number, kind: page.kind, size: 0)
        case .home, .region, .places, .method, .bulletins, .stories, .topics, .search, .notFound,
          .revisions, .releases, .release:
          Entry?.none
        }
      if let entry { entries.append(entry) }
    }
    return entries.sorted {
      ($0.day?.dayNumber ?? .min, $1.number) < ($1.day?.dayNumber ?? .min, $0.number)
    }
  }

  private func size(_ document: ResolvedDocument) -> Int {
    document.pieces.reduce(0) { sum, piece in
      if case .html(let bytes) = piece { sum + bytes.count } else { sum }
    }
  }

  /// How many of the oldest have no room with all their words.
  private func shortened(_ entries: [Entry]) -> Int {
    var room = Self.limit
    for (number, entry) in entries.enumerated().reversed() {
      room -= entry.size
      if room < 0 { return number + 1 }
    }
    return 0
  }

  private func document(_ entry: Entry, isShort: Bool) -> SearchDocument? {
    let (words, address) = (plan.context.words, plan.pages[entry.number].address)
    if case .topic(let number) = entry.kind {
      let topic = plan.topics.all[number]
      return SearchDocument(
        title: topic.name, address: address, kind: words[topic.kind == .people ? .people : .tags], text: "")
    }
    if isShort, case .story(let number) = entry.kind {
      let card = plan.storyCards[number]
      return SearchDocument(
        title: card.title, address: address, kind: words[.stories], place: card.place?.text ?? "",
        date: date(card.day), text: card.summary)
    }
    let view = plan.view(entry.kind, at: address)
    var document = SearchDocument(
      title: view.title, address: address, kind: "", place: view.place?.text ?? "", date: date(view.day),
      text: view.summary)
    if case .indicator = entry.kind {
      document.kind = words[.indicators]
      return document
    }
    if !isShort { document.text = SearchText(view).text }
    switch entry.kind {
    case .story: document.kind = words[.stories]
    case .bulletin:
      document.kind = words[.bulletins]
      let number = view.issueNumber.map { words.fill(.issueNumber, ["number": String($0)]) }
      document.title = [number, view.title].compactMap { $0 }.joined(separator: words[.colon])
    default: break
    }
    return document
  }

  private func date(_ day: CivilDate?) -> String { day.map { plan.context.dates.full($0) } ?? "" }
}
