import Common
import Reading
import Statistics

/// Something a page asked about the data, and the answer. What a page says stands on such answers and on its text alone.
package enum CubeAnswer: Sendable, Hashable {
  case figure(Figure)
  case change(IndicatorIndex, RegionIndex, Change)
  case share(of: IndicatorIndex, in: IndicatorIndex, RegionIndex, CivilDate, Share)
  /// The units that have not sent a dataset.
  case missing(dataset: Int, RegionIndex, CivilDate, [RegionIndex])
  /// A row of a register, as it is printed.
  case record(dataset: Int, RegionIndex, [String])
}
