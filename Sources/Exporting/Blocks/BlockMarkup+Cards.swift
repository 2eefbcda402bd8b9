import Pages

extension BlockMarkup {
  func cards(_ cards: [CardView]) -> Markup {
    .make("section", "cards", cards.map { card($0) })
  }

  /// The figure, its change and what stands below it; the trend is left to the charts.
  private func card(_ view: CardView) -> Markup {
    var value: [Markup] = [.make("strong", view.figure.number)]
    if !view.figure.unit.isEmpty { value.append(.make("span", "unit", view.figure.unit)) }
    if let mark = view.mark { value += self.mark(mark, beside: view.figure.number) }
    if let mark = view.figure.mark, mark != view.mark { value += self.mark(mark, beside: view.figure.number) }
    var lines = [Markup.make("p", "card-title", view.title.text), .make("p", "card-value", value)]
    if let change = view.change {
      let text = [words.fill(.sinceYesterday, ["change": change.words]), view.comparison ?? ""]
      lines += paragraph(text.filter { !$0.isEmpty }.joined(separator: words[.comma]), "card-line")
    }
    // A line that only leads to a definition has nothing to lead to here.
    for line in view.lines where line.address == nil {
      lines += paragraph(words.fill(.exportFact, ["title": line.label, "value": line.text]), "card-line")
    }
    return .make("section", "card", lines)
  }
}
