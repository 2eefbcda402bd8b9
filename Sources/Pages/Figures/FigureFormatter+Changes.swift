import Common
import Reading
import Statistics

extension FigureFormatter {
  /// The change of a figure between two days, in percentage points where the figure is a percentage.
  ///
  /// - Parameter exactness: Of the two figures; the change of one that is not exact is about.
  package func text(_ change: Change, of index: IndicatorIndex, exactness: Exactness = .exact) -> ChangeText {
    let indicator = indicators[index]
    if change.isRedefined {
      return ChangeText(
        direction: .unknown, amount: "", words: words[.definitionChanged], signed: words[.definitionChanged],
        plain: nil,
        earlier: nil, units: 0, isRedefined: true)
    }
    guard let difference = change.difference else {
      return ChangeText(
        direction: .unknown, amount: "", words: words[.notComparable], signed: "—", plain: nil, earlier: nil,
        units: 0)
    }
    var text = self.text(difference, change, indicator, exactness)
    text.isRegrouped = change.isRegrouped
    return text
  }

  private func text(
    _ difference: Rational, _ change: Change, _ indicator: IndicatorDeclaration, _ exactness: Exactness
  ) -> ChangeText {
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
  package func distance(_ value: Rational, to threshold: Rational, of indicator: IndicatorDeclaration)
    -> String
  {
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
    case .chapman: return true
    }
  }

  private func countsThings(_ operand: Operand) -> Bool {
    switch operand {
    case .measure(let measure): measure.verb != .mean && measure.verb != .rollingMean
    case .indicator(let index): countsThings(indicators[index])
    }
  }
}
