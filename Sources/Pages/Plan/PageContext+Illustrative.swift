import Statistics

extension PageContext {
  /// Whether the document shows an invented figure, or rows of an invented dataset, here.
  func isIllustrative(_ document: ResolvedDocument) -> Bool {
    isIllustrative(document.uses)
      || document.directives.contains { directive in
        if case .inputs(let frame, nil) = directive {
          return isIllustrative(
            site.indicators.indices.map { ResolvedDocument.Use(indicator: $0, place: frame.place) })
        }
        let shown = beside(directive).map {
          ResolvedDocument.Use(indicator: $0, place: directive.frame.place)
        }
        if isIllustrative(shown) { return true }
        guard case .records(let frame, let options) = directive else { return false }
        return site.datasets[options.dataset].isIllustrative
          && !(site.recordRows[options.dataset][region(frame.place)] ?? []).isEmpty
      }
  }

  /// The other definitions that a directive shows beside those it names.
  private func beside(_ directive: ResolvedDirective) -> [Int] {
    switch directive {
    case .figures(_, let choices): withBeside(choices.map(\.indicator))
    case .profile(_, let options): withBeside(options.figures)
    case .table(_, let options) where options.rows == .definitions: withBeside(options.indicators)
    default: []
    }
  }

  /// Notes on a page whether what may stand without it shows invented figures.
  func mark(_ view: inout PageView, title: ResolvedText?, description: [ResolvedDocument.Use]) {
    view.isTitleIllustrative = isIllustrative(title?.uses ?? [])
    view.isDescriptionIllustrative = isIllustrative(description)
  }

  func isIllustrative(_ uses: [ResolvedDocument.Use]) -> Bool {
    uses.contains { cube.isIllustrative($0.indicator) && isShown(figure($0.indicator, region($0.place))) }
  }
}
