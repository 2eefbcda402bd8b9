import Common
import Reading

/// What kind of thing a figure is. Zero, not reported, not applicable, suppressed and provisional
/// are different states and print differently.
package enum FigureState: String, Sendable, CaseIterable {
  case value
  case zero
  /// Some of the expected units have not reported; the value stands on those that have.
  case provisional
  case notReported = "not_reported"
  case notApplicable = "not_applicable"
  case suppressed
}

/// Whose report a figure stands on.
package enum FigureBasis: String, Sendable {
  /// Added up over the reporting units.
  case units
  /// The region's own total: 本级上报.
  case own
}

/// A statistic of one region on one day, never a bare number.
package struct Figure: Sendable, Hashable {
  package var indicator: IndicatorIndex
  package var region: RegionIndex
  package var day: CivilDate
  /// As declared, `times` included; `nil` unless the state has a value.
  package var value: Rational?
  /// Σ over the units where both sides are known; for a plain measure the value itself and no denominator.
  package var numerator: Rational?
  package var denominator: Rational?
  package var state: FigureState
  package var exactness: Exactness
  /// The source's own words where the value is a single cell that is not exact: `6000多`.
  package var written: String?
  /// Units with a report of the day, carried ones included.
  package var reported: Int
  package var expected: Int
  /// Of the reported, those whose last report was carried forward.
  package var carried: Int
  package var basis: FigureBasis
  /// Of a cohort: cases that entered and are not mature, so that they are in neither number.
  package var immature = 0
  /// Of an estimate: between which values it lies.
  package var interval: ConfidenceInterval?
  /// Of a sum or mean of days: how many it stands on; else 0.
  package var daysCounted = 0
  /// Of a period: that the definition changed within it, so that its days have no common value.
  package var isRedefined = false
  /// Whether enough units reported for a colour and a rank.
  package var meetsThreshold: Bool
  /// Where the region did not exist that day: the one it was before its name or parent changed, or the several that
  /// were merged into it and are added up here, 按现行区划合并.
  package var origins: [RegionIndex] = []

  package init(
    indicator: IndicatorIndex, region: RegionIndex, day: CivilDate, value: Rational?, numerator: Rational?,
    denominator: Rational?, state: FigureState, exactness: Exactness = .exact, written: String? = nil,
    reported: Int, expected: Int, carried: Int = 0, basis: FigureBasis = .units, meetsThreshold: Bool
  ) {
    self.indicator = indicator
    self.region = region
    self.day = day
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.state = state
    self.exactness = exactness
    self.written = written
    self.reported = reported
    self.expected = expected
    self.carried = carried
    self.basis = basis
    self.meetsThreshold = meetsThreshold
  }
}

/// The difference between two days, on the units known on both: 同口径.
package struct Change: Sendable, Hashable {
  package var from: CivilDate
  package var to: CivilDate
  /// Exact; `nil` when no unit is known on both days: 无可比数据.
  package var difference: Rational?
  /// How many units it compares, as they stand on the later day.
  package var units: Int
  /// The earlier day's value on the same units.
  package var earlier: Rational?
  /// Whether units were renamed, merged or split in between, each group of them compared as one.
  package var isRegrouped: Bool
  /// Whether the definition changed in between: then there is no difference.
  package var isRedefined = false

  package init(
    from: CivilDate, to: CivilDate, difference: Rational?, units: Int, earlier: Rational?,
    isRegrouped: Bool = false
  ) {
    self.from = from
    self.to = to
    self.difference = difference
    self.units = units
    self.earlier = earlier
    self.isRegrouped = isRegrouped
  }
}

/// A region's place among others: 1, 1, 3 on exact values.
package struct Rank: Sendable, Hashable {
  package var position: Int
  package var of: Int

  package init(position: Int, of: Int) {
    self.position = position
    self.of = of
  }
}

/// How a value stands to its target and thresholds.
package enum Standing: String, Sendable {
  case onTarget
  case belowTarget
  case warn
  case bad
  /// No target or threshold is declared, or too few have reported.
  case none
}
