import Common

extension Explanation {
  /// The explanation as it may be printed: whatever stands on a suppressed figure has no number, no rows (their count
  /// may be the number) and no values of units.
  package var disclosed: Explanation {
    var result = self
    // A mean or a sum of days of which one is hidden is hidden itself.
    if isSuppressed { result.figure.state = .suppressed }
    result.figure = result.figure.disclosed
    switch kind {
    case .day, .last: break
    case .change(let change, let comparison):
      if isSuppressed {
        result.kind = .change(
          Change(
            from: change.from, to: change.to, difference: nil, units: change.units, earlier: nil,
            isRegrouped: change.isRegrouped),
          Comparison(
            earlier: comparison.earlier.map(\.withheld), later: comparison.later.map(\.withheld),
            earlierUnits: comparison.earlierUnits, laterUnits: comparison.laterUnits))
      }
    case .mean(let days): result.kind = .mean(days.map(\.disclosed))
    case .sum(let days): result.kind = .sum(days.map(\.disclosed))
    case .rank(let rank, let among):
      let isHidden = isSuppressed || among.contains { $0.figure.state == .suppressed }
      result.kind = .rank(
        isHidden ? nil : rank,
        among.map { one in
          // Where one place is hidden, the ranks of the others tell between which two it lies.
          Cube.Ranked(region: one.region, rank: isHidden ? nil : one.rank, figure: one.figure.disclosed)
        })
    }
    guard isSuppressed else {
      result.contributions = contributions.map { $0.isSuppressed ? $0.withheld : $0 }
      return result
    }
    result.parts = parts.map(\.withheld)
    result.contributions = contributions.map(\.withheld)
    result.standing = .none
    return result
  }

  /// Whether the figure, or one of the days that it is made of, is suppressed.
  package var isSuppressed: Bool {
    if figure.state == .suppressed { return true }
    switch kind {
    case .mean(let days), .sum(let days): return days.contains { $0.state == .suppressed }
    case .day, .last, .change, .rank: return false
    }
  }
}

extension Explanation.Part {
  fileprivate var withheld: Self {
    var result = self
    result.value = nil
    result.exactness = .exact
    result.daily = []
    result.rows = []
    result.parts = parts.map(\.withheld)
    return result
  }
}

extension Explanation.Contribution {
  fileprivate var withheld: Self {
    var result = self
    result.values = []
    result.isSuppressed = true
    return result
  }
}

extension Figure {
  /// Without any number where it is suppressed.
  package var disclosed: Figure {
    guard state == .suppressed else { return self }
    var result = self
    result.value = nil
    result.numerator = nil
    result.denominator = nil
    result.written = nil
    result.interval = nil
    result.exactness = .exact
    result.immature = 0
    return result
  }
}
