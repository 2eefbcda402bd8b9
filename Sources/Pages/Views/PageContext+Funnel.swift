import Common
import Reading
import Statistics

extension PageContext {
  /// How many get from one step to the next, on one day: the page's own, or the last that every step has.
  func funnel(_ frame: DirectiveFrame, _ indicators: [IndicatorIndex]) -> BlockView {
    let region = self.region(frame.place)
    let day = indicators.map { self.day(of: $0, in: region) }.min() ?? cube.asOf
    let figures = indicators.map { cube.figure($0, region, day) }.filter { isDue($0) }
    guard figures.lazy.filter({ $0.value != nil }).count > 1 else { return .nothing }
    let rows = funnelRows(figures)
    let name = site.tree[region].name
    let titles = figures.map { site.indicators[$0.indicator].title }
    let given = text(frame.title)
    let title = given.isEmpty ? titles.joined(separator: words[.listComma]) : given
    let subtitle = text(frame.subtitle)
    let about = name + words[.comma] + site.dates.full(day)
    let said = zip(titles, rows).map { title, row in
      [title + words[.space] + row.view.label, row.view.shares].filter { !$0.isEmpty }
        .joined(separator: words[.comma])
    }
    let view = ChartView(
      id: frame.id, kind: .funnel, title: title, subtitle: subtitle.isEmpty ? about : subtitle,
      description: words.sentences([about + words[.colon] + said.joined(separator: words[.semicolon])]),
      series: [], backdrop: [], steps: rows.map(\.view),
      note: words.sentences([funnelBasis(rows)].filter { !$0.isEmpty })
        + words[.space] + sourceNote(indicators),
      definitions: figures.map { definitionLink($0.indicator) },
      table: funnelTable(rows, id: frame.id, title: title))
    return .charts(id: frame.id, title: "", subtitle: "", charts: [view], small: false)
  }

  private struct FunnelRow {
    var figure: Figure
    var view: FunnelStepView
    var ofPrevious: Share?
    var ofFirst: Share?
  }

  /// Each step is held against the last one before it that has a value, and against the first that has one.
  private func funnelRows(_ figures: [Figure]) -> [FunnelRow] {
    var first: Figure?
    var previous: Figure?
    return figures.map { figure in
      let text = formatter.text(figure)
      let mark = text.mark.flatMap { $0.text == text.number ? nil : $0.text }
      var row = FunnelRow(
        figure: figure,
        view: FunnelStepView(
          name: site.indicators[figure.indicator].title,
          value: figure.value.map { Double($0.numerator) / Double($0.denominator) },
          label: [text.text, mark ?? ""].filter { !$0.isEmpty }.joined(separator: " "), shares: "",
          isProvisional: figure.state == .provisional))
      guard figure.value != nil else { return row }
      if let previous, let first {
        row.ofPrevious = share(figure, of: previous)
        row.ofFirst = previous == first ? row.ofPrevious : share(figure, of: first)
        var shares = [shareText(row.ofPrevious, .funnelOfPrevious)]
        if previous != first { shares.append(shareText(row.ofFirst, .funnelOfFirst)) }
        row.view.shares = shares.compactMap { $0 }.joined(separator: words[.comma])
      }
      first = first ?? figure
      previous = figure
      return row
    }
  }

  private func share(_ part: Figure, of whole: Figure) -> Share {
    cube.share(of: part.indicator, in: whole.indicator, part.region, part.day)
  }

  private func shareText(_ share: Share?, _ word: Word) -> String? {
    shareNumber(share).map { words.fill(word, ["share": $0 + "%"]) }
  }

  private func shareNumber(_ share: Share?) -> String? {
    guard let share, let value = share.value else { return nil }
    return (share.exactness == .exact ? "" : words[.about]) + formatter.percent(value, places: 1)
  }

  /// On whose reports the steps stand, where that is not everybody's.
  private func funnelBasis(_ rows: [FunnelRow]) -> String {
    let known = rows.filter { $0.figure.value != nil }
    guard let first = known.first, first.figure.expected > 1 else { return "" }
    let isEqual = known.allSatisfy { row in
      guard row.figure.basis == first.figure.basis, row.figure.reported == first.figure.reported,
        row.figure.carried == first.figure.carried
      else { return false }
      // As many have reported, but not every one of them both steps.
      return row.figure.basis == .own || row.ofPrevious.map { $0.units == row.figure.reported } ?? true
    }
    if isEqual {
      let isComplete = first.figure.reported == first.figure.expected && first.figure.carried == 0
      return isComplete ? "" : completeness(first.figure)
    }
    let counts = known.map { row in
      words.fill(
        .funnelBasis,
        ["title": site.indicators[row.figure.indicator].title, "basis": completeness(row.figure)])
    }
    return words.fill(
      .funnelUnequal,
      [
        "units": unitTitle(of: first.figure.indicator), "counts": counts.joined(separator: words[.semicolon]),
      ])
  }

  private func funnelTable(_ rows: [FunnelRow], id: String, title: String) -> TableView {
    let unit = rows.first.map { formatter.unit(of: site.indicators[$0.figure.indicator]) } ?? ""
    return TableView(
      id: id, title: title, subtitle: "", note: "",
      columns: [
        TableView.Column(title: words[.funnelStep], isNumber: false),
        TableView.Column(title: heading(words[.value], unit: unit), isNumber: true),
        TableView.Column(title: words[.funnelShareOfPrevious], isNumber: true),
        TableView.Column(title: words[.funnelShareOfFirst], isNumber: true),
        TableView.Column(title: words[.reporting], isNumber: false),
      ],
      rows: rows.map { row in
        let indicator = row.figure.indicator
        return TableView.Row(
          header: LinkText(text: row.view.name, address: site.addresses.indicator(indicator)),
          cells: [
            cell(row.figure, withUnit: false, isStrong: true), shareCell(row.ofPrevious),
            shareCell(row.ofFirst),
            TableView.Cell(text: row.figure.expected > 1 ? completeness(row.figure) : ""),
          ])
      })
  }

  private func shareCell(_ share: Share?) -> TableView.Cell {
    guard let number = shareNumber(share) else { return TableView.Cell(text: "") }
    let exact = share?.exactness == .exact ? share?.value : nil
    return TableView.Cell(
      text: number, plain: exact.map { ($0 * Rational(100)).plainDecimal(atMost: 6) }, isNumber: exact != nil)
  }
}
