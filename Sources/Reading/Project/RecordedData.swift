/// Where a release of the archive keeps a dataset's tables that could not stay what or where they were. When there are
/// any, the dataset is read from there, and neither its `files` are looked for nor its `command` run.
package enum RecordedData {
  private static let folder = "recorded/"

  /// What the dataset's program wrote, below the content folder.
  package static func output(of dataset: DatasetDeclaration) -> String { "\(folder)\(dataset.name).csv" }

  /// The folder of the dataset's files, with a slash; each has its own path below it, and `.csv` behind.
  package static func folder(of dataset: DatasetDeclaration) -> String { "\(folder)\(dataset.name)/" }
}
