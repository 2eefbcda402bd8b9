/// A span of round ticks around some values.
package struct AxisScale: Sendable, Hashable {
  package let minimum: Double
  package let maximum: Double
  package let step: Double
  /// From the lowest up, both ends included.
  package let ticks: [Double]
  /// How many digits behind the point tell the ticks apart; the caller formats with them.
  package let places: Int

  /// Picks ticks 1, 2 or 5 × 10ⁿ apart that hold both values with little room to spare.
  ///
  /// - Parameters:
  ///   - includesZero: Whether the span reaches zero; leave it so unless the axis says otherwise.
  ///   - isPercent: A share: from two fifths upward it is shown against the whole, 0 25 50 75
  ///     100, and never beyond it.
  ///   - whole: What 100% is in the values' own unit: 100, or 1 where they are plain ratios.
  ///   - wholeNumbers: Counts, whose ticks are at least 1 apart.
  ///   - intervals: How many steps to aim for: 4 in a large chart, 2 in a small one.
  package static func nice(
    minimum: Double, maximum: Double, includesZero: Bool = true, isPercent: Bool = false, whole: Double = 100,
    wholeNumbers: Bool = false, intervals: Int = 4
  ) -> AxisScale {
    var (low, high) = usable(minimum, maximum)
    if includesZero { (low, high) = (min(low, 0), max(high, 0)) }
    let isShare = isPercent && low >= 0 && high <= whole
    let aim = max(1, intervals)
    if isShare && low == 0 && (high > whole * 0.4 || high == 0) {
      return AxisScale(parts: aim >= 4 ? 4 : 2, of: whole, places: whole >= 100 ? 0 : 2)
    }
    if low == 0, high == 0 { return AxisScale(parts: 1, of: 1, places: 0) }
    if high - low <= max(low.magnitude, high.magnitude) * 1e-9 {
      let pad = high.magnitude / 10
      (low, high) = (low - pad, high + pad)
      if isShare { high = min(high, whole) }
    }
    let choices = candidates(low: low, high: high, aim: aim, wholeNumbers: wholeNumbers)
    var best = choices[0]
    for choice in choices.dropFirst() where choice.score < best.score - 1e-9 { best = choice }
    if isShare, best.value(best.last) > whole { best.last -= 1 }
    return AxisScale(best)
  }

  /// The scale that holds all the series and their target, or 0 to 1 where there is nothing to hold.
  ///
  /// - Complexity: O(n) for n points.
  package static func covering(
    _ series: [ChartSeries], target: ChartTarget? = nil, includesZero: Bool = true, isPercent: Bool = false,
    whole: Double = 100, wholeNumbers: Bool = false, intervals: Int = 4
  ) -> AxisScale {
    let span = ValueSpan(series.lazy.flatMap(\.points), target: target) ?? ValueSpan(low: 0, high: 0)
    return nice(
      minimum: span.low, maximum: span.high, includesZero: includesZero, isPercent: isPercent, whole: whole,
      wholeNumbers: wholeNumbers, intervals: intervals)
  }

  private init(parts: Int, of whole: Double, places: Int) {
    (minimum, maximum, step) = (0, whole, whole / Double(parts))
    ticks = (0...parts).map { whole * Double($0) / Double(parts) }
    self.places = places
  }

  private init(_ choice: Candidate) {
    step = choice.value(1)
    ticks = (choice.first...max(choice.first, choice.last)).map(choice.value)
    minimum = choice.value(choice.first)
    maximum = choice.value(max(choice.first, choice.last))
    places = max(0, -choice.exponent)
  }
}

extension AxisScale {
  /// A step to try: `mantissa` × 10^`exponent`, from its `first` to its `last` multiple.
  private struct Candidate {
    var mantissa: Int
    var exponent: Int
    var first = 0
    var last = 0
    var score = 0.0

    /// The multiple of the step, divided rather than multiplied below 1, so that 0.3 is the nearest
    /// number to 0.3.
    func value(_ multiple: Int) -> Double {
      let whole = Double(multiple * mantissa)
      return exponent >= 0 ? whole * power(exponent) : whole / power(-exponent)
    }

    private func power(_ exponent: Int) -> Double {
      (0..<exponent).reduce(1.0) { value, _ in value * 10 }
    }
  }

  private static func candidates(low: Double, high: Double, aim: Int, wholeNumbers: Bool) -> [Candidate] {
    var base = Candidate(mantissa: 1, exponent: 0)
    let finest = (high - low) / Double(aim + 2)
    while base.value(10) <= finest { base.exponent += 1 }
    while base.value(1) > finest { base.exponent -= 1 }
    if wholeNumbers { base.exponent = max(0, base.exponent) }
    var found: [Candidate] = []
    for (mantissa, shift) in [(1, 0), (2, 0), (5, 0), (1, 1), (2, 1), (5, 1)] {
      var one = Candidate(mantissa: mantissa, exponent: base.exponent + shift)
      one.first = Int((low / one.value(1) + 1e-9).rounded(.down))
      one.last = max(one.first + 1, Int((high / one.value(1) - 1e-9).rounded(.up)))
      let steps = one.last - one.first
      guard steps <= aim + 2 else { continue }
      let room = one.value(steps) / max(high - low, one.value(1) * 1e-9) - 1
      one.score = room + 0.3 * Double(abs(steps - aim)) / Double(aim)
      found.append(one)
    }
    // A span that no step divides into so few parts: the coarsest holds it.
    if found.isEmpty {
      var one = Candidate(mantissa: 1, exponent: base.exponent + 2)
      one.first = Int((low / one.value(1)).rounded(.down))
      one.last = max(one.first + 1, Int((high / one.value(1)).rounded(.up)))
      found.append(one)
    }
    return found
  }

  private static func usable(_ one: Double, _ other: Double) -> (Double, Double) {
    func tame(_ value: Double) -> Double {
      value.isFinite && value.magnitude > 1e-100 ? min(max(value, -1e150), 1e150) : 0
    }
    return (min(tame(one), tame(other)), max(tame(one), tame(other)))
  }
}
