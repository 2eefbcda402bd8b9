import Common
import Reading

/// A change that `corrections.yaml` explains: a cumulative number may fall there, a number leap.
package struct ExplainedChange: Hashable, Sendable {
  package var dataset: String
  /// The field's index.
  package var field: Int
  package var region: RegionIndex
  package var day: CivilDate

  package init(dataset: String, field: Int, region: RegionIndex, day: CivilDate) {
    self.dataset = dataset
    self.field = field
    self.region = region
    self.day = day
  }
}
