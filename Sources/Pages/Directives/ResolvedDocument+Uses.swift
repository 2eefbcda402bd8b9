import Reading

extension ResolvedDocument {
  /// An indicator shown for a place.
  struct Use: Hashable {
    var indicator: IndicatorIndex
    var place: PlaceChoice
  }

  /// The indicators shown for the page's own region, each once, in the order of the text.
  var indicators: [IndicatorIndex] {
    var seen: Set<IndicatorIndex> = []
    return uses.filter { $0.place == .page && seen.insert($0.indicator).inserted }.map(\.indicator)
  }

  /// Every indicator the document shows, with its place.
  var uses: [Use] {
    let texts = [title, summary].compactMap { $0 }.flatMap(\.runs).compactMap { run -> Use? in
      guard case .figure(let figure) = run else { return nil }
      return Use(indicator: figure.indicator, place: figure.place)
    }
    return texts
      + pieces.flatMap { piece -> [Use] in
        switch piece {
        case .html: []
        case .figure(let figure): [Use(indicator: figure.indicator, place: figure.place)]
        case .directive(let directive): directive.uses
        }
      }
  }
}

extension ResolvedDirective {
  var uses: [ResolvedDocument.Use] {
    func all(_ indicators: [IndicatorIndex], _ frame: DirectiveFrame) -> [ResolvedDocument.Use] {
      indicators.map { ResolvedDocument.Use(indicator: $0, place: frame.place) }
    }
    switch self {
    case .figures(let frame, let indicators), .summary(let frame, let indicators): return all(indicators, frame)
    case .chart(let frame, let options): return all(options.indicators, frame)
    case .table(let frame, let options): return all(options.indicators, frame)
    case .ranking(let frame, let options): return all([options.indicator] + options.also, frame)
    case .profile(let frame, let options): return all(options.figures, frame)
    case .steps(let frame, let steps): return all(steps.compactMap(\.indicator), frame)
    case .records, .notes, .stories: return []
    }
  }
}
