import Common
import Reading
import Statistics
import Tables

extension PageContext {
  func table(_ frame: DirectiveFrame, _ options: TableOptions) -> BlockView {
    let region = self.region(frame.place)
    let shown = options.indicators.filter { isDue(figure($0, region)) }
    guard !shown.isEmpty else { return .nothing }
    switch options.rows {
    case .indicators: return .table(indicatorTable(frame, shown, region))
    case .children:
      let view = childTable(frame, shown, region)
      return view.rows.isEmpty ? .nothing : .table(view)
    case .weeks, .months:
      let kind: CalendarPeriod.Kind = options.rows == .weeks ? .week : .month
      return periodTable(frame, shown, region, kind, count: options.periods).map { .table($0) } ?? .nothing
    case .definitions:
      return besideTable(
        shown, region, id: frame.id, title: text(frame.title),
        subtitle: subtitle(frame, region, shown.map { day(of: $0) }.max() ?? cube.asOf)
      ).map { .table($0) } ?? .nothing
    case .days:
      let last = shown.map { day(of: $0) }.max() ?? cube.asOf
      let first = max(
        cube.days.lowerBound, options.days.map { last.adding(days: 1 - $0) } ?? cube.days.lowerBound)
      var view = dayTable(shown, region, id: frame.id, title: text(frame.title), from: first, to: last)
      view.subtitle = subtitle(frame, region, last)
      view.note = words.joined([view.note, sourceNote(shown)])
      return .table(view)
    }
  }

  private func indicatorTable(_ frame: DirectiveFrame, _ indicators: [IndicatorIndex], _ region: RegionIndex)
    -> TableView
  {
    let rows = indicators.map { indicator in
      let figure = self.figure(indicator, region)
      // Without a value there is no judgement; the state stands in its own cell.
      let mark = figure.value == nil ? nil : mark(figure)
      return TableView.Row(
        header: LinkText(text: measureHeading(indicator), address: site.addresses.indicator(indicator)),
        cells: [cell(figure, withUnit: false, isStrong: true)]
          + frame.comparisons.flatMap { compared(indicator, region, $0) }
          + [TableView.Cell(text: "", mark: mark, plain: mark?.text ?? "")])
    }
    let last = indicators.map { day(of: $0, in: region) }.max() ?? cube.asOf
    let first = last.adding(days: -(frame.comparisons.map(\.days).max() ?? 1))
    return TableView(
      id: frame.id, title: text(frame.title), subtitle: subtitle(frame, region, last),
      note: words.joined([
        successionNote(of: region, first...last), redefinitionNote(indicators, first...last),
        sourceNote(indicators),
      ]),
      columns: [
        TableView.Column(title: words[.indicator], isNumber: false),
        TableView.Column(title: words[.today], isNumber: true),
      ]
        + frame.comparisons.flatMap { comparison in
          let isDay = comparison == .day
          return [
            TableView.Column(title: words[isDay ? .yesterday : .sameDayLastWeek], isNumber: true),
            TableView.Column(title: words[isDay ? .change : .sinceLastWeek], isNumber: true),
          ]
        }
        + [TableView.Column(title: words[.judgement], isNumber: false)],
      rows: rows)
  }

  /// The earlier day's figure, and the change since.
  private func compared(
    _ indicator: IndicatorIndex, _ region: RegionIndex, _ comparison: Comparison
  ) -> [TableView.Cell] {
    let nothing = TableView.Cell(text: "—", plain: "")
    guard isDated(indicator) else { return [nothing, nothing] }
    let last = day(of: indicator, in: region)
    let earlier = cube.continued(indicator, region, last.adding(days: -comparison.days))
    let isShown = earlier.value != nil || isAsked(indicator, on: earlier.day)
    return [
      isShown ? cell(earlier, withUnit: false) : nothing,
      cell(change(indicator, region, to: last, days: comparison.days)),
    ]
  }

  /// Whether a report was due on the day: of a weekly one a day without it is no silence.
  private func isAsked(_ indicator: IndicatorIndex, on day: CivilDate) -> Bool {
    cube.datasets(of: indicator).contains { dataset in
      site.datasets[dataset].date != .none && (site.datasets[dataset].expectation?.isDue(on: day) ?? true)
    }
  }

  private func childTable(_ frame: DirectiveFrame, _ indicators: [IndicatorIndex], _ region: RegionIndex)
    -> TableView
  {
    let last = indicators.map { day(of: $0) }.max() ?? cube.asOf
    let rows = children(of: region, on: last).map { child in
      TableView.Row(
        header: link(child), cells: indicators.map { cell(figure($0, child), withUnit: false) })
    }
    return TableView(
      id: frame.id, title: text(frame.title), subtitle: subtitle(frame, region, last),
      note: sourceNote(indicators),
      columns: [TableView.Column(title: words[.place], isNumber: false)]
        + indicators.map { measureColumn($0) },
      rows: rows)
  }

  /// What the writer gave, or the place, the day and the completeness.
  func subtitle(_ frame: DirectiveFrame, _ region: RegionIndex, _ day: CivilDate) -> String {
    let given = text(frame.subtitle)
    return given.isEmpty ? site.tree[region].name + words[.comma] + site.dates.full(day) : given
  }

  /// Every place that has a fact, on the fact's own page; `nil` for what is added up.
  func factTable(_ indicator: IndicatorIndex) -> TableView? {
    guard cube.unitLevel(of: indicator) == nil, !cube.datasets(of: indicator).isEmpty else { return nil }
    let figures = site.tree.regions.indices.map { figure(indicator, RegionIndex($0)) }.filter {
      $0.value != nil
    }
    guard !figures.isEmpty else { return nil }
    return TableView(
      id: "places", title: "", subtitle: "", note: sourceNote([indicator]),
      columns: [
        TableView.Column(title: words[.place], isNumber: false),
        measureColumn(indicator),
      ],
      rows: figures.map { figure in
        TableView.Row(header: link(figure.region), cells: [cell(figure, withUnit: true)])
      })
  }

  /// The region's own rows of a dataset, as its source gave them.
  func records(_ frame: DirectiveFrame, _ options: RecordOptions) -> BlockView {
    let region = self.region(frame.place)
    let table = site.tables[options.dataset]
    let rows = (site.recordRows[options.dataset][region] ?? []).filter { row in
      // What begins to hold later does not exist yet, be it of a day or of a register.
      let began =
        table.days.isEmpty
        ? table.declaration.validity?.from.flatMap { table.columns[$0].moment(row)?.day.dayNumber }
        : table.days[row]
      return began.map { $0 <= (day ?? cube.asOf).dayNumber } ?? true
    }
    guard !rows.isEmpty else { return .nothing }
    let declaration = table.declaration
    var note = ""
    if let source = declaration.source { note = words.sentences([words[.source] + words[.colon] + source]) }
    return .table(
      TableView(
        id: frame.id, title: text(frame.title), subtitle: text(frame.subtitle), note: note,
        columns: options.fields.map { field in
          let isNumber = [.integer, .number, .percent].contains(declaration.fields[field].type)
          return TableView.Column(title: declaration.fields[field].title, isNumber: isNumber)
        },
        rows: rows.map { row in
          let cells = options.fields.map { recordCell(table, field: $0, row: row, among: options.fields) }
          cube.tell(.record(dataset: options.dataset, region, cells.map(\.plain)))
          return TableView.Row(
            header: LinkText(text: cells.first?.text ?? "", address: cells.first?.address),
            cells: Array(cells.dropFirst()))
        }, isRecords: true))
  }

  private func recordCell(_ table: Table, field: Int, row: Int, among fields: [Int]) -> TableView.Cell {
    let declaration = table.declaration.fields[field]
    if let label = table.labels[field]?[row] {
      return TableView.Cell(text: label, mark: Mark(kind: .na, text: label))
    }
    switch table.columns[field] {
    case .numbers(let values, let scale):
      let value = values[row]
      guard value != Column.missing else { return missingCell }
      let ownUnit = self.ownUnit(table, field: field, row: row, among: fields)
      let unit = formatter.spaced(ownUnit ?? declaration.unit ?? (declaration.type == .percent ? "%" : ""))
      var power: Int128 = 1
      for _ in 0..<scale { power *= 10 }
      guard let exact = Rational(Int128(value) * (declaration.type == .percent ? 100 : 1), over: power) else {
        return missingCell
      }
      let written = table.approximations[field]?[row]?.written
      let text =
        written.map { FigureFormatter.written($0, unit: unit).text }
        ?? FigureFormatter.grouped(exact.plainDecimal()) + unit
      // A spreadsheet has the unit in its own column, or beside the number.
      let isNumber = written == nil && ownUnit?.isEmpty ?? true
      return TableView.Cell(text: text, plain: isNumber ? exact.plainDecimal() : text, isNumber: isNumber)
    case .categories(let codes, let names):
      return codes[row] < 0 ? TableView.Cell(text: "") : TableView.Cell(text: names[Int(codes[row])])
    case .lists(let codes, let lists, let names):
      let values = codes[row] < 0 ? [] : lists[Int(codes[row])].map { names[Int($0)] }
      return TableView.Cell(text: values.joined(separator: words[.listComma]))
    case .days(let days):
      guard days[row] != Column.missingDay else { return missingCell }
      let day = CivilDate(dayNumber: days[row])
      return TableView.Cell(text: site.dates.full(day), plain: day.description)
    case .moments(let moments):
      guard !moments[row].isMissing else { return missingCell }
      let moment = moments[row]
      let time = moment.second.map { words[.space] + site.dates.time(minutes: Int($0) / 60) } ?? ""
      return TableView.Cell(text: site.dates.full(moment.day) + time, plain: moment.description)
    case .regions(let regions):
      guard regions[row] >= 0 else { return missingCell }
      return TableView.Cell(text: site.tree[regions[row]].name, address: site.addresses.region(regions[row]))
    case .withheld:
      return TableView.Cell(text: words[.suppressed], mark: Mark(kind: .hid, text: words[.suppressed]))
    }
  }

  /// The unit that the row itself names: empty where a column of the table says it, `nil` where the field has one unit.
  private func ownUnit(_ table: Table, field: Int, row: Int, among fields: [Int]) -> String? {
    guard let name = table.declaration.fields[field].unitField,
      let other = table.declaration.field(named: name),
      case .categories(let codes, let names) = table.columns[other], codes[row] >= 0
    else { return nil }
    return fields.contains(other) ? "" : names[Int(codes[row])]
  }

  private var missingCell: TableView.Cell {
    TableView.Cell(text: words[.notReported], mark: Mark(kind: .miss, text: words[.notReported]))
  }
}
