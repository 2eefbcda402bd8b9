import Common
import Reading
import Statistics

extension PageContext {
  /// An indicator's definition: in words, as a formula, and where its data come from.
  func definition(_ index: IndicatorIndex) -> DefinitionView {
    let indicator = site.indicators[index]
    let overTime: Word =
      switch indicator.overTime {
      case .last: .verbLast
      case .sum: .verbSum
      case .mean: .verbMean
      }
    return DefinitionView(
      title: LinkText(text: indicator.title, address: site.addresses.indicator(index)), id: indicator.id,
      definition: indicator.definition(on: cube.asOf) ?? "", formula: formulaText(indicator),
      periods: definitionPeriods(index),
      unit: formatter.unit(of: indicator),
      overTime: words[overTime], thresholds: thresholds(indicator),
      datasets: cube.datasets(of: index).map { dataset in
        let declaration = site.datasets[dataset]
        return declaration.source.map { declaration.title + words.fill(.parentheses, ["text": $0]) }
          ?? declaration.title
      }, isIllustrative: cube.isIllustrative(index), isAsReported: indicator.asReported)
  }

  /// 已排查户数（合计） ÷ 应排查户数（合计）
  ///
  /// - Parameter day: The reporting day by default.
  package func formulaText(_ indicator: IndicatorDeclaration, on day: CivilDate? = nil) -> String {
    let indicator = indicator.holding(on: day ?? cube.asOf)
    let sides: [String] =
      switch indicator.formula {
      case .measure(let measure): [measureText(measure)]
      case .ratio(let first, let second), .difference(let first, let second):
        [operandText(first), operandText(second)]
      case .chapman(let chapman): chapman.measures.map { measureText($0) }
      }
    return formulaText(indicator, sides: sides)
  }

  /// 行01 ÷ 行02 × 1,000: the formula with its sides as they are called.
  func formulaText(_ indicator: IndicatorDeclaration, sides: [String]) -> String {
    guard let first = sides.first, let last = sides.last else { return "" }
    var text: String
    switch indicator.formula {
    case .measure: text = first
    case .ratio: text = words.fill(.formulaRatio, ["above": first, "below": last])
    case .chapman(let chapman):
      text = words.fill(
        chapman.estimate == .missed ? .formulaMissed : .formulaChapman,
        ["first": first, "second": sides.count > 1 ? sides[1] : last, "both": last])
    case .difference: text = words.fill(.formulaDifference, ["left": first, "right": last])
    }
    if indicator.times != Rational(1) {
      text = words.fill(
        .formulaTimes, ["formula": text, "times": FigureFormatter.grouped(indicator.times.plainDecimal())])
    }
    return text
  }

  private func operandText(_ operand: Operand) -> String {
    switch operand {
    case .indicator(let index): site.indicators[index].title
    case .measure(let measure): measureText(measure)
    }
  }

  package func measureText(_ measure: Measure) -> String {
    let verb: Word =
      switch measure.verb {
      case .sum: .verbSum
      case .count: .verbCount
      case .countDistinct: .verbCountDistinct
      case .last: .verbLast
      case .max: .verbMax
      case .min: .verbMin
      case .mean: .verbMean
      case .rollingMean: .formulaRolling
      }
    let verbText = words.fill(verb, ["days": measure.days.map(String.init) ?? ""])
    guard let dataset = measure.dataset else {
      return baseTitle(measure) + words.fill(.parentheses, ["text": verbText])
    }
    // A fact is one number of one place: nothing is added up.
    if isFact(measure) { return measureName(measure) }
    if let side = measure.cohort {
      return site.datasets[dataset].title + words.fill(.parentheses, ["text": cohortText(side, measure)])
    }
    let inner = [conditionText(measure), countedBy(measure), verbText].filter { !$0.isEmpty }.joined(
      separator: words[.comma])
    return measureTitle(measure, site.datasets[dataset]) + words.fill(.parentheses, ["text": inner])
  }

  /// 按发病日期计; empty where the dataset's own date counts.
  func countedBy(_ measure: Measure) -> String {
    guard let dataset = measure.dataset, let by = measure.by else { return "" }
    return words.fill(.countedBy, ["field": site.datasets[dataset].fields[by].title])
  }

  /// 48小时内有办结时间, 受理时间已满48小时: which cases a side of a cohort's ratio counts.
  func cohortText(_ side: CohortSide, _ measure: Measure) -> String {
    let cohort = side.cohort
    let fields = site.datasets[cohort.dataset].fields
    let own: String =
      switch (side.part, cohort.success) {
      case (.done, .end(let end, let within)):
        words.fill(.cohortDone, ["span": text(within), "field": fields[end].title])
      case (.done, .outcome(let conditions)):
        conditionText(conditions, of: cohort.dataset)
      case (.mature, _):
        cohort.matureAfter.map {
          words.fill(.cohortMature, ["span": text($0), "field": fields[cohort.entry].title])
        } ?? words.fill(.cohortDue, ["field": fields[cohort.entry].title])
      }
    return [conditionText(measure), own].filter { !$0.isEmpty }.joined(separator: words[.comma])
  }

  /// 48小时
  func text(_ span: TimeSpan) -> String {
    let word: Word =
      switch span.unit {
      case .minutes: .spanMinutes
      case .hours: .spanHours
      case .days: .spanDays
      }
    return words.fill(word, ["count": String(span.count)])
  }

  func baseTitle(_ measure: Measure) -> String {
    measure.field.map { site.tree.base[$0].title } ?? ""
  }

  /// Whether the measure reads a list of facts, where the condition says what the number is.
  func isFact(_ measure: Measure) -> Bool {
    guard let dataset = measure.dataset, !measure.conditions.isEmpty else { return false }
    return !site.datasets[dataset].rollsUp
  }

  func measureTitle(_ measure: Measure, _ dataset: DatasetDeclaration) -> String {
    measure.field.map { dataset.fields[$0].title } ?? dataset.title
  }

  /// 口罩、库存<500个: every condition on a measure's rows.
  func conditionText(_ measure: Measure) -> String {
    measure.dataset.map { conditionText(measure.conditions, of: $0) } ?? ""
  }

  private func conditionText(_ conditions: [Condition], of dataset: Int) -> String {
    conditions.compactMap { condition -> String? in
      let field = site.datasets[dataset].fields[condition.field]
      switch condition.test {
      case .isPresent: return nil
      case .oneOf(let values):
        let text = values.joined(separator: words[.listComma])
        return field.type == .boolean ? words.fill(.whereIs, ["field": field.title, "value": text]) : text
      case .compares(let comparison, let value):
        let sign =
          switch comparison {
          case .less: "<"
          case .atMost: "≤"
          case .greater: ">"
          case .atLeast: "≥"
          case .notEqual: "≠"
          }
        let amount =
          field.type == .percent
          ? (value * Rational(100)).plainDecimal() + "%"
          : FigureFormatter.grouped(value.plainDecimal()) + formatter.spaced(field.unit ?? "")
        return [field.title, sign, amount].joined(separator: words[.space])
      }
    }.joined(separator: words[.listComma])
  }

  package func thresholds(_ indicator: IndicatorDeclaration) -> String {
    var parts: [String] = []
    func add(_ value: Rational?, _ word: Word, _ sign: String) {
      guard let value else { return }
      parts.append(words[word] + " " + sign + formatter.threshold(value, of: indicator))
    }
    add(indicator.target, .target, "")
    add(indicator.warnBelow, .warn, "< ")
    add(indicator.badBelow, .bad, "< ")
    add(indicator.warnAbove, .warn, "> ")
    add(indicator.badAbove, .bad, "> ")
    return parts.joined(separator: words[.semicolon])
  }
}
