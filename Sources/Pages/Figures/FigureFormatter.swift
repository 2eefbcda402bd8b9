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
    case .notReported where figure.reported > 0 && usesRollingMean(indicator, on: figure.day):
      // They have reported; it is the days before that are too few.
      return FigureText(number: words[.noData], unit: "", mark: Mark(kind: .na, text: words[.noData]))
    case .notReported:
      return FigureText(
        number: words[.notReported], unit: "", mark: Mark(kind: .miss, text: words[.notReported]))
    case .notApplicable where figure.isRedefined:
      return FigureText(
        number: words[.definitionChanged], unit: "", mark: Mark(kind: .na, text: words[.definitionChanged]))
    case .notApplicable where figure.immature > 0:
      return FigureText(number: words[.notDue], unit: "", mark: Mark(kind: .na, text: words[.notDue]))
    case .notApplicable:
      let text = indicator.zeroDenominator ?? words[.notApplicable]
      return FigureText(number: text, unit: "", mark: Mark(kind: .na, text: text))
    case .suppressed:
      return FigureText(
        number: words[.suppressed], unit: "", mark: Mark(kind: .hid, text: words[.suppressed]))
    case .value, .zero, .provisional:
      guard let value = figure.value else {
        return FigureText(
          number: words[.notReported], unit: "", mark: Mark(kind: .miss, text: words[.notReported]))
      }
      if let written = figure.written {
        return Self.written(written, unit: suffix(of: indicator))
      }
      let number = approximate(self.number(value, of: indicator), figure.exactness)
      let mark =
        figure.state == .provisional
        ? Mark(kind: .prov, text: words[.provisional])
        : figure.origins.count > 1 ? Mark(kind: .merg, text: words[.merged]) : nil
      return FigureText(number: number, unit: suffix(of: indicator), note: note(figure), mark: mark)
    }
  }

  /// 约13.0, 超过6000
  func approximate(_ number: String, _ exactness: Exactness) -> String {
    switch exactness {
    case .exact: number
    case .about: words[.about] + number
    case .moreThan: words[.moreThan] + number
    }
  }

  /// （另有3件未到期）, （95%区间12～50）
  private func note(_ figure: Figure) -> String {
    if let interval = figure.interval {
      let indicator = indicators[figure.indicator]
      let bounds = words.fill(
        .interval,
        ["low": number(interval.low, of: indicator), "high": number(interval.high, of: indicator)])
      return words.fill(.parentheses, ["text": bounds])
    }
    guard figure.immature > 0 else { return "" }
    return words.fill(.parentheses, ["text": immature(figure.immature)])
  }

  /// 另有3件未到期
  func immature(_ count: Int) -> String {
    words.fill(.immature, ["count": Self.grouped(String(count))])
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
    if isInPoints(indicator) {
      return Self.grouped((value * Rational(100)).decimal(places: indicator.decimals))
    }
    return percent(value, places: indicator.decimals)
  }

  /// A fraction as a percentage, without the sign.
  func percent(_ value: Rational, places: Int) -> String {
    let hundred = Rational(100)
    let percent = value * hundred
    if percent == hundred || percent.isZero { return percent.decimal(places: 0) }
    let printed = percent.decimal(places: places)
    let far = (percent - hundred).magnitude > Rational(1) && percent.magnitude > Rational(1)
    guard !far, let rounded = Rational(decimal: printed), let step = Self.step(places) else {
      return Self.grouped(printed)
    }
    if rounded == hundred {
      return (percent < hundred ? hundred - step : hundred + step).decimal(places: places)
    }
    if rounded.isZero {
      return percent.sign > 0 ? words[.lessThan] + step.decimal(places: places) : printed
    }
    return Self.grouped(printed)
  }

  /// A threshold as it is declared: `98%`, `3`.
  package func threshold(_ value: Rational, of indicator: IndicatorDeclaration) -> String {
    indicator.form == .percent
      ? (value * Rational(100)).plainDecimal() + suffix(of: indicator)
      : Self.grouped(value.plainDecimal()) + suffix(of: indicator)
  }

  private func usesRollingMean(_ indicator: IndicatorDeclaration, on day: CivilDate) -> Bool {
    func uses(_ operand: Operand) -> Bool {
      switch operand {
      case .measure(let measure): measure.verb == .rollingMean
      case .indicator(let index): usesRollingMean(indicators[index], on: day)
      }
    }
    switch indicator.formula(on: day) {
    case .measure(let measure): return uses(.measure(measure))
    case .chapman: return false
    case .ratio(let first, let second), .difference(let first, let second): return uses(first) || uses(second)
    }
  }

  /// The smallest number that so many decimals can show.
  static func step(_ places: Int) -> Rational? {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    return Rational(1, over: scale)
  }

  /// Groups the digits before the point by three: `1,127`, with a true minus sign.
  package static func grouped(_ decimal: String) -> String {
    let digits = Array(decimal.utf8.drop { $0 == 0x2D })
    let isNegative = digits.count < decimal.utf8.count
    let whole = digits.firstIndex(of: 0x2E) ?? digits.count
    if whole <= 3, !isNegative { return decimal }
    var text: [UInt8] = isNegative ? Array("−".utf8) : []
    for (index, digit) in digits.enumerated() {
      if index > 0, index < whole, (whole - index) % 3 == 0 { text.append(0x2C) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
