import Common
import Reading
import Statistics

extension PageContext {
  func charts(_ frame: DirectiveFrame, _ options: ChartOptions) -> BlockView {
    if options.kind == .funnel { return funnel(frame, options.indicators) }
    let region = self.region(frame.place)
    var indicators: [(index: IndicatorIndex, trend: TrendView)] = []
    for indicator in options.indicators
    where isShown(figure(indicator, region)) || hasHistory(indicator, region) {
      let trend = self.trend(indicator, region, days: options.days)
      if trend.points.contains(where: { $0.value != nil }) { indicators.append((indicator, trend)) }
    }
    guard !indicators.isEmpty else { return .nothing }
    let title = text(frame.title)
    let subtitle = text(frame.subtitle)
    if options.kind == .multiples {
      let charts = indicators.map { item in
        self.chart(
          [item], region, options, id: frame.id + "-" + site.indicators[item.index].id,
          title: site.indicators[item.index].title,
          subtitle: panelSubtitle(item.trend))
      }
      return .charts(id: frame.id, title: title, subtitle: subtitle, charts: charts, small: true)
    }
    let chart = self.chart(indicators, region, options, id: frame.id, title: title, subtitle: subtitle)
    return .charts(id: frame.id, title: "", subtitle: "", charts: [chart], small: false)
  }

  private func hasHistory(_ indicator: IndicatorIndex, _ region: RegionIndex) -> Bool {
    isDated(indicator) && cube.figure(indicator, region, day(of: indicator)).expected > 0
  }

  /// 人，2月1日—3月16日: a panel's title has the rest, and its block the place.
  private func panelSubtitle(_ trend: TrendView) -> String {
    let days = trend.points.map(\.day)
    let period = days.first.map { site.dates.range($0, days[days.count - 1]) } ?? ""
    return [trend.unit, period].filter { !$0.isEmpty }.joined(separator: words[.comma])
  }

  private func chart(
    _ items: [(index: IndicatorIndex, trend: TrendView)], _ region: RegionIndex, _ options: ChartOptions,
    id: String,
    title: String, subtitle: String
  ) -> ChartView {
    let series = items.map(\.trend)
    let days = items.flatMap { $0.trend.points.map(\.day) }
    let from = days.min() ?? cube.asOf
    let to = days.max() ?? cube.asOf
    let measures = items.map { measureHeading($0.index) }
    let period = site.dates.range(from, to)
    let name = site.tree[region].name
    let heading =
      title.isEmpty
      ? items.map { site.indicators[$0.index].title }.joined(separator: words[.listComma]) : title
    let automatic = words.fill(
      .chartSubtitle,
      ["measures": measures.joined(separator: words[.listComma]), "place": name, "period": period])
    var backdrop: [TrendView] = []
    if options.comparesParent, let parent = site.tree[region].parent {
      for item in items
      where isShown(figure(item.index, parent)) && !formatter.countsThings(site.indicators[item.index]) {
        var trend = self.trend(item.index, parent, days: options.days)
        trend.name = site.tree[parent].name
        backdrop.append(trend)
      }
    }
    let end = items.map { item in
      let last = item.trend.points.last { $0.value != nil }
      return words.fill(
        .chartDescription,
        [
          "title": site.indicators[item.index].title, "place": name,
          "from": item.trend.points.first.map { site.dates.short($0.day) + " " + $0.text } ?? "",
          "to": last.map { site.dates.short($0.day) + " " + $0.text } ?? words[.noData],
        ])
    }
    return ChartView(
      id: id, kind: options.kind, title: heading, subtitle: subtitle.isEmpty ? automatic : subtitle,
      description: end.joined(), series: series, backdrop: backdrop,
      remark: words.joined([
        successionNote(of: region, from...to), redefinitionNote(items.map(\.index), from...to),
      ]),
      note: sourceNote(items.map(\.index)),
      definitions: items.map { definitionLink($0.index) },
      table: dayTable(items.map(\.index), region, id: id, title: heading, from: from, to: to))
  }

  /// One row a day, one column an indicator.
  func dayTable(
    _ indicators: [IndicatorIndex], _ region: RegionIndex, id: String, title: String, from: CivilDate,
    to: CivilDate
  ) -> TableView {
    var rows: [TableView.Row] = []
    var day = from
    while day <= to {
      let cells = indicators.map { cell(cube.continued($0, region, day), withUnit: false) }
      rows.append(TableView.Row(header: LinkText(text: site.dates.short(day)), cells: cells))
      day = day.adding(days: 1)
    }
    return TableView(
      id: id, title: title, subtitle: site.tree[region].name,
      note: from <= to
        ? words.joined([successionNote(of: region, from...to), redefinitionNote(indicators, from...to)]) : "",
      columns: [TableView.Column(title: words[.day], isNumber: false)]
        + indicators.map { measureColumn($0) },
      rows: rows)
  }

  /// 排查覆盖率，%
  func measureHeading(_ indicator: IndicatorIndex) -> String {
    let declaration = site.indicators[indicator]
    return heading(declaration.title, unit: formatter.unit(of: declaration))
  }

  /// The same, leading to the indicator's page.
  func measureLink(_ indicator: IndicatorIndex) -> LinkText {
    LinkText(text: measureHeading(indicator), address: site.addresses.indicator(indicator))
  }

  /// A column of the indicator's figures.
  func measureColumn(_ indicator: IndicatorIndex) -> TableView.Column {
    TableView.Column(
      title: measureHeading(indicator), isNumber: true, address: site.addresses.indicator(indicator))
  }

  func definitionLink(_ indicator: IndicatorIndex) -> LinkText {
    LinkText(text: site.indicators[indicator].title, address: site.addresses.indicator(indicator))
  }

  func heading(_ title: String, unit: String) -> String {
    unit.isEmpty ? title : words.fill(.perMeasure, ["title": title, "unit": unit])
  }

  func cell(_ figure: Figure, withUnit: Bool, isStrong: Bool = false) -> TableView.Cell {
    let text = formatter.text(figure)
    let isPercent = site.indicators[figure.indicator].form == .percent
    // A spreadsheet would take 6000多 for exactly 6000: what is not exact stays text.
    let plain =
      figure.exactness != .exact
      ? nil : figure.value.map { (isPercent ? $0 * Rational(100) : $0).plainDecimal(atMost: 6) }
    let shown = figure.value == nil || withUnit ? text.text : (figure.written ?? text.number) + text.note
    guard isShown(figure) else {
      let nothing = words[.notApplicable]
      return TableView.Cell(text: nothing, mark: Mark(kind: .na, text: nothing), isStrong: isStrong)
    }
    return TableView.Cell(
      text: shown, mark: figure.state == .provisional ? nil : text.mark, isStrong: isStrong,
      plain: plain ?? text.number + text.note, isNumber: plain != nil)
  }

  /// A change: `+1.0` to read, `1.0` to compute with.
  func cell(_ change: ChangeText) -> TableView.Cell {
    TableView.Cell(text: change.signed, plain: change.plain ?? change.words, isNumber: change.plain != nil)
  }

  /// 来源：…。数据截至…
  func sourceNote(_ indicators: [IndicatorIndex]) -> String {
    var sources: [String] = []
    for dataset in Set(indicators.flatMap { cube.datasets(of: $0) }).sorted() {
      if let source = site.datasets[dataset].source, !sources.contains(source) { sources.append(source) }
    }
    var sentences: [String] = []
    if !sources.isEmpty {
      sentences.append(words[.source] + words[.colon] + sources.joined(separator: words[.semicolon]))
    }
    let dated = indicators.filter { isDated($0) }
    if let last = dated.map({ day(of: $0) }).max() { sentences.append(asOfText(last)) }
    return words.sentences(sentences)
  }

  /// 数据截至2020年2月14日18:00
  func asOfText(_ day: CivilDate) -> String {
    let known = site.knownOn.map { words.fill(.knownOn, ["day": site.dates.full($0)]) } ?? ""
    return words.fill(
      .dataAsOf,
      ["day": site.dates.full(day), "time": site.dates.time(minutes: site.site.cutOffMinutes)]) + known
  }
}
