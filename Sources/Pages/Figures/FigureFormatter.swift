import Common
import Reading
import Statistics

/// The one place where a figure becomes text.
package struct FigureFormatter: Sendable {
  package let words: Words
  package let indicators: [IndicatorDeclaration]

  package init(words: Words, indicators: [IndicatorDeclaration]) {
    self.words = words
    self.indicators = indicators
  }

  package func text(_ figure: Figure) -> FigureText {
    let indicator = indicators[figure.indicator]
    switch figure.state {
    case .notReported where figure.reported > 0 && usesRollingMean(indicator):
      // They have reported; it is the days before that are too few.
      return FigureText(number: words[.noData], unit: "", mark: Mark(kind: .na, text: words[.noData]))
    case .notReported:
      return FigureText(number: words[.notReported], unit: "", mark: Mark(kind: .miss, text: words[.notReported]))
    case .notApplicable:
      let text = indicator.zeroDenominator ?? words[.notApplicable]
      return FigureText(number: text, unit: "", mark: Mark(kind: .na, text: text))
    case .suppressed:
      return FigureText(number: words[.suppressed], unit: "", mark: Mark(kind: .hid, text: words[.suppressed]))
    case .value, .zero, .provisional:
      guard let value = figure.value else {
        return FigureText(number: words[.notReported], unit: "", mark: Mark(kind: .miss, text: words[.notReported]))
      }
      if let written = figure.written {
        return Self.written(written, unit: suffix(of: indicator))
      }
      var number = self.number(value, of: indicator)
      switch figure.exactness {
      case .exact: break
      case .about: number = words[.about] + number
      case .moreThan: number = words[.moreThan] + number
      }
      let mark =
        figure.state == .provisional ? Mark(kind: .prov, text: words[.provisional]) : nil
      return FigureText(number: number, unit: suffix(of: indicator), mark: mark)
    }
  }

  /// The source's own words: `6000多` and 户; what stands behind a unit comes behind it, 7.3万人左右.
  static func written(_ text: String, unit: String) -> FigureText {
    for ending in ["左右", "上下"] where text.hasSuffix(ending) {
      return FigureText(number: String(text.dropLast(ending.count)), unit: unit + ending)
    }
    return FigureText(number: text, unit: unit)
  }

  /// The unit as a heading names it: a difference of percentages is in percentage points.
  package func unit(of indicator: IndicatorDeclaration) -> String {
    guard indicator.form == .percent else { return indicator.unit ?? "" }
    guard isInPoints(indicator) else { return "%" }
    return String(words[.percentagePoints].drop { $0 == " " })
  }

  /// The unit as it stands behind a number: behind a word's space where the language has spaces.
  func suffix(of indicator: IndicatorDeclaration) -> String {
    isInPoints(indicator) ? words[.percentagePoints] : spaced(unit(of: indicator))
  }

  func spaced(_ unit: String) -> String {
    unit.first?.isLetter == true ? words[.space] + unit : unit
  }

  private func isInPoints(_ indicator: IndicatorDeclaration) -> Bool {
    guard case .difference = indicator.formula else { return false }
    return indicator.form == .percent
  }

  /// A value in the indicator's own form, without unit: 0.9618 as percent is `96.2`.
  ///
  /// 100 and 0 percent are printed only when exact, and then without decimals: 99.96% is `99.9`, 0.04% is `<0.1`.
  package func number(_ value: Rational, of indicator: IndicatorDeclaration) -> String {
    guard indicator.form == .percent else {
      return Self.grouped(value.decimal(places: indicator.decimals))
    }
    let hundred = Rational(100)
    let percent = value * hundred
    if isInPoints(indicator) { return Self.grouped(percent.decimal(places: indicator.decimals)) }
    if percent == hundred || percent.isZero { return percent.decimal(places: 0) }
    let printed = percent.decimal(places: indicator.decimals)
    guard let rounded = Rational(decimal: printed), let step = Self.step(indicator.decimals) else { return printed }
    if rounded == hundred {
      return (percent < hundred ? hundred - step : hundred + step).decimal(places: indicator.decimals)
    }
    if rounded.isZero {
      return percent.sign > 0 ? words[.lessThan] + step.decimal(places: indicator.decimals) : printed
    }
    return Self.grouped(printed)
  }

  /// A threshold as it is declared: `98%`, `3`.
  package func threshold(_ value: Rational, of indicator: IndicatorDeclaration) -> String {
    indicator.form == .percent
      ? (value * Rational(100)).plainDecimal() + suffix(of: indicator)
      : Self.grouped(value.plainDecimal()) + suffix(of: indicator)
  }

  /// The change of a figure between two days, in percentage points where the figure is a percentage.
  ///
  /// - Parameter exactness: Of the two figures; the change of one that is not exact is about.
  package func text(_ change: Change, of index: IndicatorIndex, exactness: Exactness = .exact) -> ChangeText {
    let indicator = indicators[index]
    guard let difference = change.difference else {
      return ChangeText(
        direction: .unknown, amount: "", words: words[.notComparable], signed: "—", plain: nil, earlier: nil,
        units: 0)
    }
    let about = exactness == .exact ? "" : words[.about]
    let earlier = change.earlier.map { about + number($0, of: indicator) + suffix(of: indicator) }
    if difference.isZero {
      return ChangeText(
        direction: .level, amount: "", words: words[.unchanged], signed: "0", plain: "0", earlier: earlier,
        units: change.units)
    }
    let amount = self.amount(difference.magnitude, of: indicator)
    let inForm = indicator.form == .percent ? difference * Rational(100) : difference
    let plain = inForm.plainDecimal(atMost: 6)
    if amount.isZero {
      return ChangeText(
        direction: .level, amount: "", words: words[.almostUnchanged], signed: amount.number, plain: plain,
        earlier: earlier, units: change.units)
    }
    let up = difference.sign > 0
    let verb: Word = countsThings(indicator) ? (up ? .increases : .decreases) : (up ? .rises : .falls)
    return ChangeText(
      direction: up ? .up : .down, amount: about + amount.number + amount.unit,
      words: words.fill(verb, ["amount": about + amount.number + amount.unit]),
      signed: (up ? "+" : "−") + amount.number, plain: plain, earlier: earlier, units: change.units)
  }

  /// How far a value is from a threshold, without sign: `1.8个百分点`.
  package func distance(_ value: Rational, to threshold: Rational, of indicator: IndicatorDeclaration) -> String {
    let distance = (value - threshold).magnitude
    let amount = self.amount(distance, of: indicator)
    guard amount.isZero, !distance.isZero, let step = Self.step(indicator.decimals) else {
      return amount.number + amount.unit
    }
    return words[.lessThan] + step.decimal(places: indicator.decimals) + amount.unit
  }

  private func amount(_ magnitude: Rational, of indicator: IndicatorDeclaration)
    -> (number: String, unit: String, isZero: Bool)
  {
    let isPercent = indicator.form == .percent
    let value = isPercent ? magnitude * Rational(100) : magnitude
    let printed = value.decimal(places: indicator.decimals)
    let isZero = !printed.contains { $0 != "0" && $0 != "." }
    return (Self.grouped(printed), isPercent ? words[.percentagePoints] : suffix(of: indicator), isZero)
  }

  /// Whether 增加 and 减少 are its verbs, and not 上升 and 下降.
  func countsThings(_ indicator: IndicatorDeclaration) -> Bool {
    guard indicator.form == .number else { return false }
    switch indicator.formula {
    case .measure(let measure): return countsThings(.measure(measure))
    case .difference(let left, let right): return countsThings(left) && countsThings(right)
    case .ratio: return false
    }
  }

  private func countsThings(_ operand: Operand) -> Bool {
    switch operand {
    case .measure(let measure): measure.verb != .mean && measure.verb != .rollingMean
    case .indicator(let index): countsThings(indicators[index])
    }
  }

  private func usesRollingMean(_ indicator: IndicatorDeclaration) -> Bool {
    func uses(_ operand: Operand) -> Bool {
      switch operand {
      case .measure(let measure): measure.verb == .rollingMean
      case .indicator(let index): usesRollingMean(indicators[index])
      }
    }
    switch indicator.formula {
    case .measure(let measure): return uses(.measure(measure))
    case .ratio(let first, let second), .difference(let first, let second): return uses(first) || uses(second)
    }
  }

  private static func step(_ places: Int) -> Rational? {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    return Rational(1, over: scale)
  }

  /// Groups the digits before the point by three: `1,127`.
  package static func grouped(_ decimal: String) -> String {
    let negative = decimal.hasPrefix("-")
    let parts = decimal.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = Array(parts.first ?? "0")
    var text = negative ? "−" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return parts.count > 1 ? text + "." + parts[1] : text
  }
}
