import Common
import Digests
import Glibc
import Output

/// The archive, held by one writer: nobody else writes to it for as long as the value lives.
package struct ArchiveWriter: ~Copyable {
  let archive: ArchiveFolder
  private let lock: FolderLock
  var chain: Chain

  /// Opens the archive, making it where there is none, and finishes what a killed writer left.
  ///
  /// - Throws: `OutputError`, with the code `EWOULDBLOCK` when another writer is at work.
  package static func open(_ archive: ArchiveFolder) throws(OutputError) -> ArchiveWriter {
    try OutputFolder.createFolders(archive.statePath)
    var writer = ArchiveWriter(archive, try FolderLock(archive.statePath, isFolder: true))
    try writer.takeUp()
    return writer
  }

  private init(_ archive: ArchiveFolder, _ lock: consuming FolderLock) {
    self.archive = archive
    self.lock = lock
    chain = Chain()
  }

  private mutating func takeUp() throws(OutputError) {
    try FolderTree.remove(archive.statePath + "/" + ArchiveFolder.staging)
    chain = try archive.chain()
    try finishPublishing()
    try finishWithdrawing()
  }

  /// What has been archived.
  package var index: ArchiveIndex { chain.index }

  /// The release that a new one comes after.
  package func previous() throws(OutputError) -> PreviousRelease? {
    guard let head = index.head else { return nil }
    return try PreviousRelease(archive, head)
  }

  /// Begins a release.
  package func begin(after previous: PreviousRelease?) throws(OutputError) -> Staging {
    let folder = archive.statePath + "/" + ArchiveFolder.staging
    try FolderTree.remove(folder)
    guard mkdir(folder, 0o755) == 0, chmod(folder, 0o755) == 0, mkdir(folder + "/data", 0o755) == 0,
      chmod(folder + "/data", 0o755) == 0
    else { throw .last("mkdir", folder) }
    return Staging(folder: folder, previous: previous)
  }

  /// Gives a release up.
  package func discard(_ staging: borrowing Staging) {
    // What is left is removed by the next writer.
    try? FolderTree.remove(staging.folder)
  }

  package enum Outcome: Sendable {
    case published(ArchivedRelease)
    /// The newest release of that day has the same payload, byte for byte.
    case unchanged(ArchivedRelease)
  }

  /// Makes a release of what was staged: whole, or not at all.
  ///
  /// - Parameter files: All that was staged, in any order.
  package mutating func publish(
    _ staging: Staging, files: [StagedFile], day: CivilDate, info: ReleaseInfo
  ) throws(OutputError) -> Outcome {
    let manifests = TagFiles.manifests(files)
    if let head = index.head, head.name.day == day, head.state == .whole,
      staging.previous?.manifest == manifests.sha256
    {
      discard(staging)
      return .unchanged(head)
    }
    let name = ReleaseName(day: day, number: (index.releases(of: day).map(\.name.number).max() ?? 0) + 1)
    let elements = info.elements(name, files: files, after: staging.previous)
    let tags = TagFiles.all(info: elements, manifests: manifests)
    for (file, bytes) in tags { try SmallFile.write(bytes, to: staging.folder + "/" + file) }
    try FolderSync.syncTree(staging.folder)
    try SmallFile.replace(
      archive.statePath + "/" + ArchiveFolder.publishing, with: Array(name.description.utf8))
    let target = archive.path(of: name)
    guard rename(staging.folder, target) == 0 else { throw .last("rename", target) }
    try FolderSync.sync(archive.path)
    try finishPublishing()
    guard let release = index.head, release.name == name else {
      throw OutputError(action: "read", path: target, code: EIO)
    }
    return .published(release)
  }

  /// Adds a release to the chain that was renamed into its place, and forgets one that was not.
  private mutating func finishPublishing() throws(OutputError) {
    let note = archive.statePath + "/" + ArchiveFolder.publishing
    guard let text = try SmallFile.read(note) else { return }
    if let name = ReleaseName(String(decoding: text, as: UTF8.self)),
      !index.releases.contains(where: { $0.name == name })
    {
      let folder = archive.path(of: name)
      var files: [(file: String, digest: Digest)] = []
      for file in TagFiles.tagManifests {
        if let bytes = try SmallFile.read(folder + "/" + file) { files.append((file, Digest(of: bytes))) }
      }
      // The folder got its name in one step, with everything in it; without it nothing happened.
      if files.count == TagFiles.tagManifests.count {
        chain.append(name, files)
        try SmallFile.replace(archive.path + "/" + Chain.name, with: chain.bytes)
      }
    }
    try SmallFile.remove(note)
  }
}
