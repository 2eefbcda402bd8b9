import Reading

extension ResolvedDocument {
  /// An indicator shown for a place.
  struct Use: Hashable {
    var indicator: IndicatorIndex
    var place: PlaceChoice

    init(_ figure: ResolvedFigure) {
      indicator = figure.indicator
      place = figure.place
    }

    init(indicator: IndicatorIndex, place: PlaceChoice) {
      self.indicator = indicator
      self.place = place
    }
  }

  /// Every indicator the document shows, with its place, each once, in the order of the text.
  var uses: [Use] {
    var seen: Set<Use> = []
    let all =
      textUses
      + pieces.flatMap { piece -> [Use] in
        switch piece {
        case .html: []
        case .figure(let figure): [Use(figure)]
        case .directive(let directive): directive.uses
        }
      }
    return all.filter { seen.insert($0).inserted }
  }

  /// Those of the title and the summary, which stand in lists too.
  var textUses: [Use] { [title, summary].compactMap { $0 }.flatMap(\.uses) }

  /// Those of what stands for the document elsewhere: its summary, or how it begins.
  var descriptionUses: [Use] {
    summary?.uses ?? opening.compactMap { if case .figure(let figure) = $0 { Use(figure) } else { nil } }
  }

  package var directives: [ResolvedDirective] {
    pieces.compactMap { if case .directive(let directive) = $0 { directive } else { nil } }
  }
}

extension ResolvedText {
  var uses: [ResolvedDocument.Use] {
    runs.compactMap { if case .figure(let figure) = $0 { ResolvedDocument.Use(figure) } else { nil } }
  }
}

extension ResolvedDirective {
  var uses: [ResolvedDocument.Use] {
    let shown = indicators.map { ResolvedDocument.Use(indicator: $0, place: frame.place) }
    return [frame.title, frame.subtitle].compactMap { $0 }.flatMap(\.uses) + shown
  }

  private var indicators: [IndicatorIndex] {
    switch self {
    case .figures(_, let choices): choices.map(\.indicator)
    case .summary(_, let indicators): indicators
    case .chart(_, let options): options.indicators
    case .table(_, let options): options.indicators
    case .ranking(_, let options): [options.indicator] + options.also
    case .profile(_, let options): options.figures
    case .steps(_, let steps): steps.compactMap(\.indicator)
    case .inputs(_, let indicators): indicators ?? []
    case .records, .notes, .reminders, .stories: []
    }
  }
}
