import Archive
import Common
import Output
import Reading

/// The data as they were known at the end of an earlier day, of datasets whose rows do not say when they became known:
/// those of the archive's last release up to that day.
struct KnownData {
  private let day: CivilDate
  private let archive: ArchiveFolder
  private let release: ReleaseName?
  /// The release's copy of the content.
  private let project: Project?

  private static let content = "data/source/content"

  /// - Parameter findings: takes what keeps the archive, or the release, from being read.
  init(day: CivilDate, archive: ArchiveFolder, findings: inout Findings) {
    self.day = day
    self.archive = archive
    var releases: [ArchivedRelease] = []
    do throws(OutputError) {
      releases = try archive.index().releases.filter { $0.name.day <= day && $0.state == .whole }
    } catch {
      findings.add(
        Diagnostic(.archiveUnreadable, at: Location(file: archive.path), ["error": error.description]))
    }
    release = releases.map(\.name).max()
    // What was wrong in it was said when it was made.
    var said = Findings()
    project = release.flatMap {
      Project.load(folder: archive.path(of: $0) + "/" + Self.content, findings: &said)
    }
  }

  /// The dataset's files in the release, named by their paths in it; none where the dataset was not there yet.
  ///
  /// - Returns: `nil` where there is no release, after a finding.
  func files(of dataset: DatasetDeclaration, findings: inout Findings) -> [SourceFile]? {
    guard let release, let project else {
      findings.add(
        Diagnostic(
          .notKnownThen, .warning, at: dataset.location,
          ["dataset": dataset.title, "day": day.description, "archive": archive.path]))
      return nil
    }
    findings.add(
      Diagnostic(
        .knownFromRelease, .remark, at: dataset.location,
        ["dataset": dataset.title, "release": release.description]))
    guard let index = project.datasets.firstIndex(where: { $0.name == dataset.name }) else { return [] }
    let paths =
      dataset.command == nil ? project.dataFiles[index] : [RecordedData.output(of: dataset)]
    return paths.compactMap { path in
      project.readData(path, findings: &findings).map {
        SourceFile(path: "\(release)/\(Self.content)/\(path)", bytes: $0.bytes)
      }
    }
  }
}
