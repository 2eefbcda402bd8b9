import Common
import Reading
import Statistics

/// Something a page asked about the data, and the answer. What a page says stands on such answers and on its text alone.
package enum CubeAnswer: Sendable, Hashable {
  case figure(Figure)
  /// The figure of a week or a month, and of how many days it is.
  case period(PeriodFigure)
  case change(IndicatorIndex, RegionIndex, Change)
  case share(of: IndicatorIndex, in: IndicatorIndex, RegionIndex, CivilDate, Share)
  /// The units that have not sent a dataset.
  case missing(dataset: Int, RegionIndex, CivilDate, [RegionIndex])
  /// How the units below a region kept a dataset's deadline of a day: those that did not, each with how.
  case due(dataset: Int, RegionIndex, CivilDate, expected: Int, units: [String])
  /// Cases of a cohort that are not mature yet.
  case waiting(IndicatorIndex, RegionIndex, CivilDate, Int)
  /// A row of a table of inputs, as it is printed: of whose figure, where, its text.
  case input(IndicatorIndex, RegionIndex, String)
  /// A row of a register, as it is printed.
  case record(dataset: Int, RegionIndex, [String])
}
