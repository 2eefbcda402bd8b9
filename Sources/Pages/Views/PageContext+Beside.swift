import Common
import Reading
import Statistics

// Several definitions of the same thing, side by side.
extension PageContext {
  /// The indicators that define the same thing as one of these: the given ones first, each once.
  func withBeside(_ indicators: [IndicatorIndex]) -> [IndicatorIndex] {
    var all = indicators
    for other in indicators.flatMap({ site.indicators[$0].beside }) where !all.contains(other) {
      all.append(other)
    }
    return all
  }

  /// On an indicator's own page: itself and the others, also where only they name it.
  func besideTable(of indicator: IndicatorIndex) -> TableView? {
    let others = site.indicators.indices.filter { site.indicators[$0].beside.contains(indicator) }
    return besideTable(
      withBeside([indicator]) + others.filter { !site.indicators[indicator].beside.contains($0) }, region,
      id: "beside", title: words[.besideTitle],
      subtitle: site.tree[region].name + words[.comma] + site.dates.full(day(of: indicator)))
  }

  /// One row a definition, each compared with the first, and sentences that say how they differ; `nil` where there is
  /// nothing to stand beside the first.
  func besideTable(
    _ indicators: [IndicatorIndex], _ region: RegionIndex, id: String, title: String, subtitle: String
  ) -> TableView? {
    let figures = withBeside(indicators).map { figure($0, region) }.filter { isShown($0) }
    guard let base = figures.first, figures.count > 1 else { return nil }
    let first = site.indicators[base.indicator]
    let unit = first.form == .percent ? words[.percentagePoints] : formatter.unit(of: first)
    let differences = figures.map { difference($0, from: base) }
    let rows = zip(figures, differences).map { figure, difference in
      TableView.Row(
        header: LinkText(
          text: measureHeading(figure.indicator), address: site.addresses.indicator(figure.indicator)),
        cells: [
          cell(figure, withUnit: false, isStrong: true),
          difference.map { cell($0) } ?? TableView.Cell(text: "—", plain: ""),
          TableView.Cell(text: partsNumbers(figure)),
        ])
    }
    var sentences = [
      words.fill(.besideBase, ["title": first.title, "formula": formulaText(first, on: base.day)])
    ]
    for (figure, difference) in zip(figures, differences).dropFirst() {
      sentences.append(sentence(figure, difference))
    }
    return TableView(
      id: id, title: title, subtitle: subtitle,
      note: words.joined([words.sentences(sentences), sourceNote(figures.map(\.indicator))]),
      columns: [
        TableView.Column(title: words[.indicator], isNumber: false),
        TableView.Column(title: words[.value], isNumber: true),
        TableView.Column(
          title: heading(
            words.fill(.besideDifference, ["title": first.title]), unit: String(unit.drop { $0 == " " })),
          isNumber: true),
        TableView.Column(title: words[.numerator] + "/" + words[.denominator], isNumber: true),
      ], rows: rows)
  }

  /// How far a figure is from another of the same day and kind; `nil` where the two do not compare.
  private func difference(_ figure: Figure, from base: Figure) -> ChangeText? {
    let (one, other) = (site.indicators[figure.indicator], site.indicators[base.indicator])
    guard figure.indicator != base.indicator, let value = figure.value, let reference = base.value,
      figure.day == base.day, one.form == other.form, one.unit == other.unit
    else { return nil }
    let change = Change(
      from: figure.day, to: figure.day, difference: value - reference, units: 0, earlier: nil)
    return formatter.text(
      change, of: figure.indicator, exactness: figure.exactness.combined(with: base.exactness))
  }

  private func sentence(_ figure: Figure, _ difference: ChangeText?) -> String {
    let word: Word =
      switch difference?.direction {
      case .up: .besideMore
      case .down: .besideLess
      case .level: .besideSame
      case .unknown, nil: .besideOther
      }
    let indicator = site.indicators[figure.indicator]
    return words.fill(
      word,
      [
        "title": indicator.title, "amount": difference?.amount ?? "",
        "formula": formulaText(indicator, on: figure.day),
      ])
  }
}
