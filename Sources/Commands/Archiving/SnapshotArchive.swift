import Archive
import Common
import Output

/// What the pages of a release tell of the releases before it, as a small archive in its sources: with it the release can
/// be made again by itself.
struct SnapshotArchive {
  static let folder = "data/source/archive/"

  private(set) var items: [(path: BagPath, item: SnapshotSources.Item)] = []

  /// - Throws: When the archive cannot be read any more.
  init(_ history: HistoryLoader.Outcome, in archive: ArchiveFolder) throws(OutputError) {
    let releases = history.history.index.releases
    guard !releases.isEmpty else { return }
    items.append(
      (BagPath(Self.folder + "chain.sha256"), .bytes(try archive.chain(of: Set(releases.map(\.name))))))
    for release in releases {
      let folder = Self.folder + release.name.description + "/"
      let place = archive.path(of: release.name) + "/"
      if release.state == .withdrawn {
        items.append((BagPath(folder + "withdrawn.txt"), .file(place + "withdrawn.txt")))
      }
      let reader = try ReleaseReader(archive, release.name)
      let used = (history.used[release.name] ?? []).map { BagPath("data/site/" + $0) }.filter {
        reader.digests[$0] != nil
      }.sorted()
      guard release.state == .whole else { continue }
      for path in used { items.append((BagPath(folder + path.description), .file(place + path.description))) }
      items.append((BagPath(folder + "manifest-sha256.txt"), .bytes(reader.manifest(of: used))))
    }
  }
}
