import Common
import Digests
import Output

/// The release before a new one: what its files are to be shared with.
package struct PreviousRelease: Sendable {
  package let name: ReleaseName
  /// Of its tag manifest.
  package let digest: Digest
  let folder: String
  /// Digests of its payload, by SHA-256; empty when it was withdrawn.
  private let paths: [[UInt8]: BagPath]
  /// Its `manifest-sha256.txt`.
  let manifest: [UInt8]

  init(_ archive: ArchiveFolder, _ release: ArchivedRelease) throws(OutputError) {
    name = release.name
    folder = archive.path(of: release.name)
    digest = Digest(hex: release.digest.utf8) ?? Digest(of: [])
    manifest = try SmallFile.read(folder + "/manifest-sha256.txt") ?? []
    guard release.state == .whole, var read = BagManifest(named: "manifest-sha256.txt") else {
      paths = [:]
      return
    }
    read.read(TagText(utf8: manifest))
    paths = Dictionary(
      read.entries.compactMap { entry in
        entry.written.fault == nil && entry.written.path.isPayload
          ? Hexadecimal.bytes(entry.digest.utf8).map { ($0, entry.written.path) } : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  /// A file of these contents, as its manifest says.
  func file(_ sha256: [UInt8]) -> BagPath? { paths[sha256] }
}
