import Common
import Reading
import Statistics

extension PageContext {
  /// Fills a page's slots. No name is looked up here.
  package func fill(_ pieces: [ResolvedPiece], stories: [StoryCard]) -> [FilledPiece] {
    pieces.compactMap { piece in
      switch piece {
      case .html(let bytes): .html(bytes)
      case .figure(let figure): .figure(inline(figure))
      case .directive(let directive): .block(block(directive, stories: stories), directive.frame)
      }
    }
  }

  package func text(_ text: ResolvedText?) -> String {
    guard let text else { return "" }
    return text.runs.map { run in
      switch run {
      case .text(let text): text
      case .figure(let figure): inline(figure).text
      }
    }.joined()
  }

  func block(_ directive: ResolvedDirective, stories: [StoryCard]) -> BlockView {
    switch directive {
    case .figures(let frame, let choices):
      let cards = self.cards(choices, region(frame.place), comparing: frame.comparisons)
      guard !cards.isEmpty else { return .nothing }
      return .figures(
        id: frame.id, title: text(frame.title), subtitle: text(frame.subtitle), cards: cards,
        table: cardTable(frame, choices.map(\.indicator).distinct, region(frame.place)))
    case .chart(let frame, let options): return charts(frame, options)
    case .table(let frame, let options): return table(frame, options)
    case .records(let frame, let options): return records(frame, options)
    case .ranking(let frame, let options): return ranking(frame, options)
    case .summary(let frame, let indicators):
      let sentences = summary(indicators, region(frame.place))
      return sentences.isEmpty ? .nothing : .summary(title: text(frame.title), sentences: sentences)
    case .notes(let frame, let kinds): return notes(frame, kinds)
    case .reminders(let frame, let options): return reminders(frame, options)
    case .inputs(let frame, let indicators): return inputs(frame, indicators)
    case .profile(let frame, let options):
      return .profile(
        ProfileView(
          id: frame.id, name: options.name, role: options.role, text: options.text ?? "",
          place: link(region(frame.place)),
          figures: cards(
            options.figures.map { FigureChoice(indicator: $0, transform: nil) }, region(frame.place))))
    case .steps(let frame, let steps):
      return .steps(
        title: text(frame.title),
        steps: steps.map { step in
          let figure = step.indicator.map { self.figure($0, region(frame.place)) }.flatMap {
            isShown($0) ? $0 : nil
          }
          return StepView(
            title: step.title, text: step.text, figure: figure.map { formatter.text($0) },
            figureTitle: figure.map {
              LinkText(
                text: site.indicators[$0.indicator].title, address: site.addresses.indicator($0.indicator))
            })
        })
    case .stories(let frame, let options):
      let subtree = site.tree.subtree(region(frame.place))
      let wanted = stories.lazy.filter { story in
        // On a bulletin's day later stories do not exist.
        if let day, let date = story.day, date > day { return false }
        return options.scope == .all || (story.region.map { subtree.contains(Int($0)) } ?? false)
      }.prefix(options.limit)
      return wanted.isEmpty ? .nothing : .stories(title: text(frame.title), stories: Array(wanted))
    }
  }

  private func cardTable(_ frame: DirectiveFrame, _ indicators: [IndicatorIndex], _ region: RegionIndex)
    -> TableView?
  {
    let dated = indicators.filter { isDated($0) && isShown(figure($0, region)) }
    guard let last = dated.map({ day(of: $0) }).max() else { return nil }
    return dayTable(
      dated, region, id: frame.id, title: text(frame.title), from: cube.days.lowerBound, to: last)
  }

  /// A figure in prose, as it stands on this page.
  package func inline(_ reference: ResolvedFigure) -> InlineFigureView {
    let region = self.region(reference.place)
    let indicator = reference.indicator
    let day = reference.day ?? self.day(of: indicator, in: region)
    let declaration = site.indicators[indicator]
    let name = site.tree[region].name
    let shown = transformed(indicator, region, day, reference.transform)
    let figure = shown.figure
    let title = declaration.title + transformText(reference.transform)
    var details: [String] = []
    if let parts = parts(figure) { details.append(parts.text) }
    if isDated(indicator) { details.append(shown.days ?? site.dates.short(figure.day)) }
    if let count = shown.count { details.append(count) }
    if declaration.asReported { details.append(words[.asReported]) }
    if figure.origins.count > 1 { details.append(words[.mergedLong]) }
    return InlineFigureView(
      text: shown.text.text, mark: formatter.text(figure).mark, address: site.addresses.indicator(indicator),
      title: region == self.region ? title : title + words[.comma] + name,
      note: ([title] + details).joined(separator: words[.comma]),
      detail: details.joined(separator: words[.comma]),
      completeness: figure.state == .provisional ? completeness(figure) : "")
  }
}

extension [IndicatorIndex] {
  /// Each once, in the order of their first.
  fileprivate var distinct: [IndicatorIndex] {
    var seen: Set<IndicatorIndex> = []
    return filter { seen.insert($0).inserted }
  }
}
