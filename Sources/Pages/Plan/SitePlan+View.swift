import Common
import Reading
import Statistics

extension SitePlan {
  /// One page, filled. Costs its own figures and nothing else; nothing of it is kept.
  package func view(_ kind: PageKind, at address: String) -> PageView {
    switch kind {
    case .home: return dashboard(home, context.root, kind, address)
    case .region(let region): return regionPage(region, kind, address)
    case .indicator(let index): return indicatorPage(index, kind, address)
    case .bulletin(let day): return bulletinPage(day, kind, address)
    case .story(let number): return prose(stories[number], kind, address)
    case .page(let number): return prose(documents[number], kind, address)
    case .places, .method, .bulletins, .stories, .topic, .topics, .search, .notFound,
      .revisions, .releases, .release:
      return listPage(kind, address)
    }
  }

  private func dashboard(
    _ document: ResolvedDocument, _ region: RegionIndex, _ kind: PageKind, _ address: String
  )
    -> PageView
  {
    let page = PageContext(site: context, region: region, day: nil, address: address)
    let name = context.tree[region].name
    let title = page.text(document.title)
    var view = PageView(
      kind: kind, address: address, title: title.isEmpty ? name : title, summary: page.text(document.summary))
    view.description = view.summary
    page.mark(&view, title: document.title, description: document.summary?.uses ?? [])
    fill(&view, document, page)
    return view
  }

  private func regionPage(_ region: RegionIndex, _ kind: PageKind, _ address: String) -> PageView {
    var view = dashboard(self.region, region, kind, address)
    let page = PageContext(site: context, region: region, day: nil, address: address)
    view.title = context.tree[region].name
    view.crumbs = context.tree.path(to: region).dropLast().map { page.link($0) }
    view.children = page.children(of: region, on: context.cube.asOf).map { page.link($0) }
    view.succession = page.succession
    view.facts = context.tree.base.compactMap { column in
      guard let amount = column.amounts[Int(region)] else { return nil }
      let unit = context.formatter.spaced(column.unit ?? "")
      let text =
        amount.written.map { FigureFormatter.written($0, unit: unit).text }
        ?? FigureFormatter.grouped(amount.value.plainDecimal()) + unit
      return LinkText(text: context.words.fill(.summaryValue, ["title": column.title, "value": text]))
    }
    view.summary = ""
    view.description = ""
    view.isTitleIllustrative = false
    view.isDescriptionIllustrative = false
    return view
  }

  private func indicatorPage(_ index: IndicatorIndex, _ kind: PageKind, _ address: String) -> PageView {
    let page = PageContext(site: context, region: context.root, day: nil, address: address)
    let definition = page.definition(index)
    var view = PageView(
      kind: kind, address: address, title: definition.title.text, summary: definition.definition)
    view.definitions = [definition]
    view.description = definition.definition
    view.crumbs = [LinkText(text: context.words[.method], address: Addresses.method)]
    fill(&view, indicators[index], page)
    if let others = page.besideTable(of: index) {
      let frame = DirectiveFrame(place: .page, id: others.id, location: context.indicators[index].location)
      view.body.insert(.block(.table(others), frame), at: 0)
    }
    if let places = page.factTable(index) {
      let frame = DirectiveFrame(place: .page, id: places.id, location: context.indicators[index].location)
      view.body.append(.block(.table(places), frame))
      view.asOfDay = page.cube.asOf
      view.asOfText = page.asOfText(page.cube.asOf)
    }
    if definition.isIllustrative { view.isIllustrative = true }
    return view
  }

  private func bulletinPage(_ day: CivilDate, _ kind: PageKind, _ address: String) -> PageView {
    let page = PageContext(site: context, region: context.root, day: day, address: address)
    let own = bulletinDays[day]
    let title = page.text(own?.title ?? bulletin.title)
    var view = PageView(
      kind: kind, address: address, title: title, summary: page.text(own?.summary ?? bulletin.summary))
    view.description = view.summary
    page.mark(
      &view, title: own?.title ?? bulletin.title, description: (own?.summary ?? bulletin.summary)?.uses ?? [])
    fill(&view, bulletin, page)
    if let own { add(own, to: &view, page) }
    view.issueNumber = context.issueNumber(of: day)
    view.day = day
    view.asOfDay = day
    view.asOfText = page.asOfText(day)
    let days = context.bulletinDays
    if let position = days.firstIndex(of: day) {
      if position > 0 { view.previous = link(days[position - 1]) }
      if position + 1 < days.count { view.next = link(days[position + 1]) }
    }
    view.reviewedBy = own?.source.frontMatter.reviewedBy ?? ""
    view.signatures = signatures[day] ?? []
    view.archived = context.history.head(before: day)
    return view
  }

  func link(_ day: CivilDate) -> LinkText {
    LinkText(
      text: context.words.fill(.issueNumber, ["number": String(context.issueNumber(of: day))]),
      address: Addresses.bulletin(day))
  }

  private func prose(_ document: ResolvedDocument, _ kind: PageKind, _ address: String) -> PageView {
    let page = PageContext(site: context, region: document.place ?? context.root, day: nil, address: address)
    let matter = document.source.frontMatter
    var view = PageView(
      kind: kind, address: address, title: page.text(document.title), summary: page.text(document.summary))
    fill(&view, document, page)
    view.place = document.place.map { page.link($0) }
    view.byline = matter.source ?? ""
    view.people = matter.people
    view.tags = matter.tags
    if let day = matter.date { view.day = day }
    view.reviewedBy = matter.reviewedBy ?? ""
    view.lastModified = matter.lastModified
    view.cover = page.cover(document)
    view.layout = matter.layout
    view.description = page.brief(document)
    page.mark(&view, title: document.title, description: document.descriptionUses)
    view.length = TextLength(ProseText(view.body).blocks.map(\.text))
    view.parameters = matter.params.compactMap { entry in
      entry.value.scalar.map { ParameterText(name: entry.key, text: $0) }
    }
    return view
  }

  private func fill(_ view: inout PageView, _ document: ResolvedDocument, _ page: PageContext) {
    add(document, to: &view, page)
    let shown = document.uses.map { page.figure($0.indicator, page.region($0.place)) }.filter {
      page.isShown($0)
    }
    guard !shown.isEmpty else { return }
    let dated = shown.filter { page.isDated($0.indicator) }
    let last = dated.map(\.day).max() ?? page.cube.asOf
    view.asOfDay = last
    view.asOfText = page.asOfText(last)
    view.completeness = page.completeness(dated.filter { $0.day == last })
  }

  private func add(_ document: ResolvedDocument, to view: inout PageView, _ page: PageContext) {
    let filled = page.fill(document.pieces, stories: storyCards)
    view.body += filled
    view.headings += document.source.headings.filter { $0.level == 2 }.map {
      LinkText(text: $0.text, address: "#" + $0.id)
    }
    for case .block(.stories(_, let cards), _) in filled where cards.contains(where: \.isIllustrative) {
      view.isIllustrative = true
    }
    for case .figure(let figure) in filled where !view.marginFigures.contains(figure) {
      view.marginFigures.append(figure)
    }
    if page.isIllustrative(document) { view.isIllustrative = true }
  }
}
