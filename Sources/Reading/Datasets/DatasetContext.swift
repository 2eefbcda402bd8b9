import Common

/// What a dataset's declaration is held against.
struct DatasetContext {
  /// `nil` when `site.yaml` did not tell.
  var levels: [RegionLevel]?
  /// `nil` when `regions.csv` could not be read.
  var tree: RegionTree?
}
