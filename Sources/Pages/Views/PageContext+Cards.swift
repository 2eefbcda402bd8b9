import Common
import Reading
import Statistics

extension PageContext {
  func cards(
    _ choices: [FigureChoice], _ region: RegionIndex, comparing comparisons: [Comparison] = [.day]
  ) -> [CardView] {
    choices.compactMap { choice in
      let figure = self.figure(choice.indicator, region)
      guard isDue(figure) else { return nil }
      return choice.transform.map { card(figure, $0) } ?? card(figure, comparisons)
    }
  }

  /// A card of what is made of a figure: the week's sum, a change, a rank.
  private func card(_ figure: Figure, _ transform: FigureTransform) -> CardView {
    let definition = site.addresses.indicator(figure.indicator)
    let title = site.indicators[figure.indicator].title + transformText(transform)
    let shown = transformed(figure.indicator, figure.region, figure.day, transform)
    var view = CardView(
      title: LinkText(text: title, address: definition), figure: shown.text, mark: shown.text.mark, lines: [])
    view.lines.append((words[.day], shown.days ?? site.dates.short(shown.figure.day), nil, nil))
    if let count = shown.count {
      view.lines.append(
        (words[.daysReported], count, nil, Mark(kind: .prov, text: words[.incomplete])))
    }
    if let parts = parts(shown.figure) { view.lines.append((parts.title, parts.text, nil, nil)) }
    view.lines.append((words[.definition], words[.howComputed], definition, nil))
    return view
  }

  private func card(_ figure: Figure, _ comparisons: [Comparison]) -> CardView {
    let indicator = site.indicators[figure.indicator]
    let text = formatter.text(figure)
    let definition = site.addresses.indicator(figure.indicator)
    var view = CardView(
      title: LinkText(text: indicator.title, address: definition), figure: text, mark: mark(figure), lines: []
    )
    if isDated(figure.indicator) {
      if figure.value != nil, comparisons.contains(.day) {
        let change = self.change(figure.indicator, figure.region)
        view.change = change
        view.comparison = comparison(change, figure.indicator, figure.region)
      }
      let trend = self.trend(figure.indicator, figure.region, days: nil)
      view.trend = trend.points.lazy.filter({ $0.value != nil }).count > 1 ? trend : nil
    }
    if isDated(figure.indicator), figure.value != nil, comparisons.contains(.week) {
      let change = self.change(figure.indicator, figure.region, to: figure.day, days: 7)
      view.lines.append((words[.sinceLastWeek], change.words, nil, nil))
    }
    if cube.lag(of: figure.indicator) > 0 {
      view.lines.append((words[.day], site.dates.short(figure.day), nil, nil))
    }
    if let line = goalLine(figure, indicator) { view.lines.append(line) }
    if let parts = parts(figure) {
      view.lines.append((parts.title, parts.text, nil, nil))
    }
    let waiting = cube.waiting(figure.indicator, figure.region, on: day ?? cube.asOf)
    if waiting > 0 { view.lines.append((words[.notDue], formatter.immature(waiting), nil, nil)) }
    if site.tree.regions[Int(figure.region)].subtreeEnd > figure.region + 1 || figure.state == .provisional,
      figure.expected > 1 || figure.basis == .own
    {
      view.lines.append((words[.reporting], completeness(figure), nil, text.mark))
    }
    if indicator.asReported { view.lines.append((words[.source], words[.asReported], nil, nil)) }
    for other in indicator.beside.map({ self.figure($0, figure.region) }) where other.value != nil {
      view.lines.append(
        (
          site.indicators[other.indicator].title, formatter.text(other).text,
          site.addresses.indicator(other.indicator), nil
        ))
    }
    view.lines.append((words[.definition], words[.howComputed], definition, nil))
    return view
  }

  /// Whether the indicator has days to compare: facts and registers have none.
  func isDated(_ indicator: IndicatorIndex) -> Bool {
    cube.isDated(indicator)
  }

  func comparison(_ change: ChangeText, _ indicator: IndicatorIndex, _ region: RegionIndex) -> String? {
    guard let earlier = change.earlier else { return nil }
    let text = words.fill(.yesterdayValue, ["value": earlier])
    guard change.units > 1 || change.isRegrouped else { return text }
    return text + words[.comma] + (change.units > 1 ? basis(change, indicator) : words[.mergedLong])
  }

  /// How the figure stands, or else what its state is.
  func mark(_ figure: Figure) -> Mark? {
    switch cube.standing(of: figure) {
    case .onTarget: Mark(kind: .ok, text: words[.onTarget])
    case .belowTarget: Mark(kind: .warn, text: words[.belowTarget])
    case .warn: Mark(kind: .warn, text: words[.warn])
    case .bad: Mark(kind: .bad, text: words[.bad])
    case .none: formatter.text(figure).mark
    }
  }

  private func goalLine(_ figure: Figure, _ indicator: IndicatorDeclaration)
    -> (label: String, text: String, address: String?, mark: Mark?)?
  {
    if let target = indicator.target {
      var text = formatter.threshold(target, of: indicator)
      if let value = figure.value, figure.meetsThreshold, let met = isMet(value, target, indicator) {
        text +=
          words[.comma]
          + (met
            ? words[.targetMet]
            : words.fill(.targetMissedBy, ["amount": formatter.distance(value, to: target, of: indicator)]))
      }
      return (words[.target], text, nil, nil)
    }
    guard let line = indicator.warnBelow ?? indicator.badBelow ?? indicator.warnAbove ?? indicator.badAbove
    else {
      return nil
    }
    return (words[.warnLine], formatter.threshold(line, of: indicator), nil, nil)
  }

  /// `nil` where the indicator does not say which way is better.
  func isMet(_ value: Rational, _ target: Rational, _ indicator: IndicatorDeclaration) -> Bool? {
    switch indicator.better {
    case .up: value >= target
    case .down: value <= target
    case nil: nil
    }
  }

  /// `已排查户数/应排查户数` and `56,540 / 58,785户`.
  func parts(_ figure: Figure) -> (title: String, text: String)? {
    guard let numerator = figure.numerator, let denominator = figure.denominator,
      case .ratio(let above, let below) = site.indicators[figure.indicator].formula(on: figure.day)
    else { return nil }
    let titles = (operandTitle(above), operandTitle(below))
    let units = (operandUnit(above), operandUnit(below))
    let first = FigureFormatter.grouped(numerator.plainDecimal(atMost: 1))
    let second = FigureFormatter.grouped(denominator.plainDecimal(atMost: 1))
    let text =
      units.0 == units.1 ? "\(first) / \(second)\(units.1)" : "\(first)\(units.0) / \(second)\(units.1)"
    return ("\(titles.0)/\(titles.1)", text)
  }

  func operandTitle(_ operand: Operand) -> String {
    switch operand {
    case .indicator(let index): site.indicators[index].title
    // A mean of days must not pass for the day's own number.
    case .measure(let measure): measure.verb == .rollingMean ? measureText(measure) : measureName(measure)
    }
  }

  package func operandUnit(_ operand: Operand) -> String {
    switch operand {
    case .indicator(let index): formatter.unit(of: site.indicators[index])
    case .measure(let measure):
      if let dataset = measure.dataset {
        measure.field.flatMap { site.datasets[dataset].fields[$0].unit } ?? ""
      } else {
        measure.field.flatMap { site.tree.base[$0].unit } ?? ""
      }
    }
  }

  /// A measure as people call it: 已排查户数, with its conditions in parentheses.
  package func measureName(_ measure: Measure) -> String {
    guard let dataset = measure.dataset else { return baseTitle(measure) }
    if let side = measure.cohort { return cohortText(side, measure) }
    let title = measureTitle(measure, site.datasets[dataset])
    let conditions = [conditionText(measure), countedBy(measure)].filter { !$0.isEmpty }
      .joined(separator: words[.comma])
    if isFact(measure) { return conditions }
    return conditions.isEmpty ? title : title + words.fill(.parentheses, ["text": conditions])
  }
}
