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
        guard case .records(let frame, let options) = directive else { return false }
        return site.datasets[options.dataset].isIllustrative
          && !(site.recordRows[options.dataset][region(frame.place)] ?? []).isEmpty
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
