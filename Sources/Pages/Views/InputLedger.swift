import Common
import Reading
import Statistics

/// Numbers the inputs of figures and the figures themselves, each once, inputs first: 行03 = 行01 ÷ 行02.
struct InputLedger {
  private let page: PageContext
  private let region: RegionIndex
  private var rows: [Row] = []
  private var numbers: [Key: Int] = [:]

  /// What has a row of its own. The same measure over other units has other rows behind it.
  private enum Key: Hashable {
    case input(Measure, Rational?, [Explanation.SourceRows])
    case result(IndicatorIndex, Rational?)
  }

  private struct Row {
    var name: LinkText
    var value: TableView.Cell
    var state: TableView.Cell
    /// The files and rows, or the rows of this table that it is computed from.
    var origin: Origin
  }

  private enum Origin {
    case rows(String)
    case formula(IndicatorDeclaration, [Int])
  }

  /// How many runs of rows are written out.
  private static let runs = 8

  init(page: PageContext, region: RegionIndex) {
    self.page = page
    self.region = region
  }

  /// Adds an indicator's figure of the page's day, and whatever it stands on that has no row yet.
  mutating func add(_ indicator: IndicatorIndex) {
    let figure = page.figure(indicator, region)
    let explanation = page.cube.inputs(indicator, region, figure.day)
    let key = Key.result(indicator, explanation.figure.value)
    guard numbers[key] == nil else { return }
    let declaration = page.site.indicators[indicator].holding(on: figure.day)
    // What is one measure and nothing else is its own input.
    if case .measure = declaration.formula, declaration.times == Rational(1),
      let part = explanation.parts.first
    {
      let input = self.key(of: part)
      let origin = numbers[input].map { Origin.formula(declaration, [$0]) } ?? .rows(source(of: part))
      let row = result(explanation.figure, origin, missing: label(of: part, in: indicator))
      let number = append(row, as: key, indicator)
      if numbers[input] == nil { numbers[input] = number }
      return
    }
    let sides = explanation.parts.map { self.number(of: $0, indicator) }
    _ = append(result(explanation.figure, .formula(declaration, sides)), as: key, indicator)
  }

  private func key(of part: Explanation.Part) -> Key {
    if let indicator = part.indicator { return .result(indicator, part.value) }
    return part.measure.map { .input($0, part.value, part.rows) } ?? .result(-1, part.value)
  }

  /// The number of a side's row, which is made where there is none yet.
  private mutating func number(of part: Explanation.Part, _ owner: IndicatorIndex) -> Int {
    let key = self.key(of: part)
    if let number = numbers[key] { return number }
    guard let indicator = part.indicator else { return append(input(part, of: owner), as: key, owner) }
    // An indicator that is one measure and nothing else is called by its measure.
    if part.parts.count == 1, part.parts[0].role == .value,
      page.site.indicators[indicator].times == Rational(1)
    {
      return number(of: part.parts[0], owner)
    }
    let sides = part.parts.map { number(of: $0, owner) }
    let declaration = page.site.indicators[indicator].holding(on: page.day(of: owner, in: region))
    let row = Row(
      name: link(indicator), value: cell(part.value, of: declaration, part.exactness),
      state: TableView.Cell(text: ""), origin: .formula(declaration, sides))
    return append(row, as: key, owner)
  }

  private mutating func append(_ row: Row, as key: Key, _ owner: IndicatorIndex) -> Int {
    rows.append(row)
    numbers[key] = rows.count
    page.cube.tell(.input(owner, region, row.name.text + "|" + row.value.plain + "|" + text(row.origin, 2)))
    return rows.count
  }

  private func link(_ indicator: IndicatorIndex) -> LinkText {
    LinkText(text: page.site.indicators[indicator].title, address: page.site.addresses.indicator(indicator))
  }

  /// What the source says of a value that is not there.
  private func label(of part: Explanation.Part, in indicator: IndicatorIndex) -> String? {
    guard part.value == nil, let measure = part.measure else { return nil }
    return page.cube.missingLabel(of: measure, in: indicator, region, page.figure(indicator, region).day)
  }

  /// A value that is missing, in the source's own words where it has some.
  private func missingCell(_ label: String?) -> TableView.Cell {
    let text = label ?? page.words[.notReported]
    return TableView.Cell(text: text, mark: Mark(kind: label == nil ? .miss : .na, text: text))
  }

  private func result(_ figure: Figure, _ origin: Origin, missing label: String? = nil) -> Row {
    let mark = page.formatter.text(figure).mark
    // Where everybody has reported, nothing needs to be said.
    let isWhole = figure.basis == .units && figure.reported == figure.expected && figure.carried == 0
    let state = isWhole || figure.value == nil ? "" : page.completeness(figure)
    return Row(
      name: link(figure.indicator), value: page.cell(figure, withUnit: true, isStrong: true),
      state: label.map { missingCell($0) }
        ?? TableView.Cell(text: state.isEmpty ? mark?.text ?? "" : state, mark: mark), origin: origin)
  }

  private func input(_ part: Explanation.Part, of owner: IndicatorIndex) -> Row {
    let unit = part.measure.map { page.operandUnit(.measure($0)) } ?? ""
    let text = part.value.map {
      page.formatter.approximate(
        FigureFormatter.grouped($0.plainDecimal(atMost: 4)), part.exactness) + page.formatter.spaced(unit)
    }
    return Row(
      name: LinkText(text: part.measure.map { page.inputName($0) } ?? ""),
      value: TableView.Cell(
        text: text ?? "—", plain: part.value?.plainDecimal(atMost: 6) ?? "", isNumber: part.value != nil),
      state: part.value == nil ? missingCell(label(of: part, in: owner)) : TableView.Cell(text: ""),
      origin: .rows(source(of: part)))
  }

  private func cell(
    _ value: Rational?, of indicator: IndicatorDeclaration, _ exactness: Exactness
  ) -> TableView.Cell {
    guard let value else { return TableView.Cell(text: "—", plain: "") }
    let number = page.formatter.approximate(page.formatter.number(value, of: indicator), exactness)
    return TableView.Cell(
      text: number + page.formatter.suffix(of: indicator), plain: value.plainDecimal(atMost: 6),
      isNumber: true)
  }

  /// `data/screening/2020-03.csv第556-591行`, of a base column its name.
  private func source(of part: Explanation.Part) -> String {
    let words = page.words
    guard let measure = part.measure, measure.dataset != nil else {
      return part.measure.map { words.fill(.inputsBase, ["column": page.baseTitle($0)]) } ?? ""
    }
    guard !part.rows.isEmpty else {
      let title = measure.dataset.map { page.site.datasets[$0].title } ?? ""
      return words.fill(part.value == nil ? .inputsNoReport : .inputsNoRows, ["dataset": title])
    }
    let files = part.rows.map { rows in
      let ranges = LineRanges(rows.lines)
      let rest = ranges.runs.count - Self.runs
      let place = words.fill(
        rows.sheet == nil ? .inputsRows : .inputsSheetRows,
        [
          "file": page.site.pathInContent(rows.file), "sheet": rows.sheet ?? "",
          "rows": LineRanges(runs: Array(ranges.runs.prefix(Self.runs))).text,
        ])
      return rest > 0 ? place + words.fill(.inputsMore, ["count": String(rows.lines.count)]) : place
    }
    return files.joined(separator: words[.semicolon])
  }

  /// The rows with their numbers, all as wide as the last.
  var tableRows: [TableView.Row] {
    let width = max(2, String(rows.count).count)
    return rows.enumerated().map { index, row in
      TableView.Row(
        header: LinkText(text: Self.padded(index + 1, width)),
        cells: [
          TableView.Cell(text: row.name.text, address: row.name.address), row.value, row.state,
          TableView.Cell(text: text(row.origin, width)),
        ])
    }
  }

  private func text(_ origin: Origin, _ width: Int) -> String {
    switch origin {
    case .rows(let text): text
    case .formula(let indicator, let numbers):
      page.formulaText(
        indicator,
        sides: numbers.map { page.words.fill(.inputsLineNumber, ["number": Self.padded($0, width)]) })
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension PageContext {
  /// What an input is called: with the days of a rolling mean, which its name leaves out.
  fileprivate func inputName(_ measure: Measure) -> String {
    measure.verb == .rollingMean ? measureText(measure) : measureName(measure)
  }
}
