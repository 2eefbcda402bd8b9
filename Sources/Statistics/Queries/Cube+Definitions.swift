import Common
import Reading

extension Cube {
  /// The days from which the indicator is computed otherwise, by a change of its own definition or of one that it stands
  /// on; ascending, none later than ``asOf``.
  package func redefinitions(of indicator: IndicatorIndex) -> [CivilDate] {
    earlier[indicator].map { CivilDate(dayNumber: $0.until + 1) }.filter { $0 <= asOf }
  }

  /// Whether the indicator is computed in two ways on these days.
  package func isRedefined(_ indicator: IndicatorIndex, between first: CivilDate, and last: CivilDate) -> Bool
  {
    earlier[indicator].contains { first.dayNumber <= $0.until && $0.until < last.dayNumber }
  }
}
