/// The files of a new site: small, whole, and building as it stands.
enum Starter {
  /// Paths below the content folder.
  static let files: [(path: String, bytes: [UInt8])] = [
    ("site.yaml", PackageResources.site_yaml),
    ("regions.csv", PackageResources.regions_csv),
    ("datasets/screening.yaml", PackageResources.screening_dataset_yaml),
    ("data/screening/2020-02.csv", PackageResources.screening_data_csv),
    ("indicators/screening.yaml", PackageResources.screening_indicators_yaml),
    ("dashboards/index.md", PackageResources.index_md),
    ("dashboards/region.md", PackageResources.region_md),
    ("dashboards/indicator.md", PackageResources.indicator_md),
    ("bulletins/daily.md", PackageResources.daily_md),
    ("stories/first.md", PackageResources.story_md),
    ("pages/about.md", PackageResources.about_md),
  ]
}
