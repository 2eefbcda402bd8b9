import Common
import Reading
import Statistics

extension PageContext {
  func ranking(_ frame: DirectiveFrame, _ options: RankingOptions) -> BlockView {
    let region = self.region(frame.place)
    let indicator = site.indicators[options.indicator]
    let day = self.day(of: options.indicator)
    let level = options.level ?? cube.unitLevel(of: options.indicator)
    let members = members(options.indicator, below: region, level, on: day)
    guard members.count > 1 else { return .nothing }
    let ranked = cube.ranking(options.indicator, among: members, day: day, bestFirst: options.order == .best)
    let bars = ranked.map { bar($0.figure, options.plot) }
    let longest = bars.compactMap { $0 }.max() ?? .zero
    let moves = moves(options.indicator, ranked, below: region, level, on: day)
    let rows = zip(zip(ranked, moves), bars).map { item, bar in
      var row = row(item.0.figure, rank: item.0.rank, bar: bar, longest: longest, options: options)
      row.move = moves.contains { $0 != .unknown } ? cell(item.1).text : ""
      return row
    }
    let formula = indicator.formula(on: day)
    let hasRatio = { if case .ratio = formula { true } else { false } }()
    let parts: String
    if case .ratio(let above, let below) = formula {
      parts = operandTitle(above) + "/" + operandTitle(below)
    } else {
      parts = ""
    }
    let given = text(frame.subtitle)
    return .ranking(
      RankingView(
        id: frame.id, title: text(frame.title),
        subtitle: given.isEmpty
          ? words.fill(
            .rankingSubtitle,
            [
              "title": indicator.title, "place": site.tree[region].name, "day": site.dates.full(day),
              "count": String(members.count), "units": level.map { site.tree.levels[$0].title } ?? "",
            ]) : given,
        note: words.joined([
          redefinitionNote([options.indicator], day.adding(days: -1)...day),
          sourceNote([options.indicator] + options.also),
        ]),
        valueTitle: measureHeading(options.indicator),
        valueAddress: site.addresses.indicator(options.indicator),
        barTitle: options.plot == .remaining
          ? remainingHeading(indicator, on: day)
          : measureHeading(options.indicator),
        partsTitle: hasRatio ? parts : "", otherTitles: options.also.map { measureLink($0) },
        rows: Array(rows.prefix(options.show)), folded: Array(rows.dropFirst(options.show)),
        table: rankingTable(frame, ranked, moves, bars, options, parts: hasRatio ? parts : nil)))
  }

  /// The places of a level that should say something of the indicator on the day.
  private func members(
    _ indicator: IndicatorIndex, below region: RegionIndex, _ level: Int?, on day: CivilDate
  ) -> [RegionIndex] {
    site.tree.subtree(region).map { RegionIndex($0) }.filter {
      site.tree[$0].level == level && site.tree[$0].isValid(on: day)
        && cube.figure(indicator, $0, day).expected > 0
    }
  }

  /// How each has moved since the day before.
  private func moves(
    _ indicator: IndicatorIndex, _ ranked: [Cube.Ranked], below region: RegionIndex, _ level: Int?,
    on day: CivilDate
  ) -> [RankMove] {
    guard isDated(indicator) else { return ranked.map { _ in .unknown } }
    let before = day.adding(days: -1)
    let earlier = cube.ranking(
      indicator, among: members(indicator, below: region, level, on: before), day: before, bestFirst: true)
    return cube.rankMoves(indicator, ranked, since: earlier, on: day)
  }

  /// 尚余，户
  private func remainingHeading(_ indicator: IndicatorDeclaration, on day: CivilDate) -> String {
    guard case .ratio(let above, _) = indicator.formula(on: day) else { return words[.remaining] }
    return heading(words[.remaining], unit: operandUnit(above))
  }

  /// What the bar shows: the value, or for a ratio what is left to do.
  private func bar(_ figure: Figure, _ plot: RankingOptions.Plot) -> Rational? {
    switch plot {
    case .value: return figure.value.map { max(.zero, $0) }
    case .remaining:
      guard let numerator = figure.numerator, let denominator = figure.denominator else { return nil }
      return max(.zero, denominator - numerator)
    }
  }

  private func row(_ figure: Figure, rank: Rank?, bar: Rational?, longest: Rational, options: RankingOptions)
    -> RankingView.Row
  {
    let share = bar.flatMap { bar in longest.isZero ? nil : self.share(bar, of: longest) }
    var target: Double?
    if options.plot == .remaining, let goal = site.indicators[options.indicator].target,
      let denominator = figure.denominator, !longest.isZero
    {
      target = self.share(max(.zero, denominator * (Rational(1) - goal)), of: longest)
    }
    let barText: String =
      switch options.plot {
      case .remaining: bar.map { FigureFormatter.grouped($0.plainDecimal()) } ?? "—"
      case .value: figure.value == nil ? "—" : ""
      }
    return RankingView.Row(
      position: rank.map { String($0.position) } ?? "—", place: link(figure.region),
      value: formatter.text(figure), share: share, barText: barText,
      targetShare: target.flatMap { $0 > 0 && $0 <= 1 ? $0 : nil },
      change: isDated(figure.indicator)
        ? change(figure.indicator, figure.region).signed : "—",
      parts: partsNumbers(figure),
      others: options.also.map { formatter.text(self.figure($0, figure.region)) },
      mark: mark(figure))
  }

  private func share(_ part: Rational, of whole: Rational) -> Double {
    Double(part.numerator) / Double(part.denominator) / (Double(whole.numerator) / Double(whole.denominator))
  }

  func partsNumbers(_ figure: Figure) -> String {
    guard let numerator = figure.numerator, let denominator = figure.denominator else { return "—" }
    return FigureFormatter.grouped(numerator.plainDecimal(atMost: 1)) + "/"
      + FigureFormatter.grouped(denominator.plainDecimal(atMost: 1))
  }

  private func cell(_ part: Rational?) -> TableView.Cell {
    guard let part else { return TableView.Cell(text: "") }
    return TableView.Cell(
      text: FigureFormatter.grouped(part.plainDecimal(atMost: 1)), plain: part.plainDecimal(), isNumber: true)
  }

  private func rankingTable(
    _ frame: DirectiveFrame, _ ranked: [Cube.Ranked], _ moves: [RankMove], _ bars: [Rational?],
    _ options: RankingOptions, parts: String?
  ) -> TableView {
    let day = self.day(of: options.indicator)
    var columns = [
      TableView.Column(title: words[.place], isNumber: false),
      TableView.Column(title: words[.rank], isNumber: true),
    ]
    let hasMoves = moves.contains { $0 != .unknown }
    if hasMoves { columns.append(TableView.Column(title: words[.rankMove], isNumber: true)) }
    columns += [
      measureColumn(options.indicator)
    ]
    if options.plot == .remaining {
      let title = remainingHeading(site.indicators[options.indicator], on: day)
      columns.append(TableView.Column(title: title, isNumber: true))
    }
    if isDated(options.indicator) { columns.append(TableView.Column(title: words[.change], isNumber: true)) }
    if case .ratio(let above, let below) = site.indicators[options.indicator].formula(on: day) {
      for side in [above, below] {
        columns.append(
          TableView.Column(title: heading(operandTitle(side), unit: operandUnit(side)), isNumber: true))
      }
    }
    columns += options.also.map { measureColumn($0) }
    columns.append(TableView.Column(title: words[.state], isNumber: false))
    let rows = zip(zip(ranked, moves), bars).map { place, bar in
      let item = place.0
      var cells = [
        TableView.Cell(text: item.rank.map { String($0.position) } ?? "", isNumber: item.rank != nil)
      ]
      if hasMoves { cells.append(cell(place.1)) }
      cells.append(cell(item.figure, withUnit: false))
      if options.plot == .remaining {
        cells.append(cell(bar))
      }
      if isDated(options.indicator) { cells.append(cell(change(options.indicator, item.region))) }
      if parts != nil {
        cells += [item.figure.numerator, item.figure.denominator].map { cell($0) }
      }
      cells += options.also.map { cell(figure($0, item.region), withUnit: false) }
      cells.append(TableView.Cell(text: mark(item.figure)?.text ?? ""))
      return TableView.Row(header: link(item.region), cells: cells)
    }
    return TableView(
      id: frame.id, title: text(frame.title), subtitle: "", note: "", columns: columns, rows: rows)
  }
}
