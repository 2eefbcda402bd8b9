import Common
import Output

/// The files of a release, and where they lie on this machine.
package struct Shipment: Sendable {
  package let id: ReleaseID
  /// Every file, compressed ones too.
  package let manifest: Manifest
  /// The folder of a build, and that of the compressed files: below each the addresses are paths.
  let sources: (pages: String, packed: String)
  /// Addresses of the compressed files.
  let packed: Set<String>

  /// - Parameters:
  ///   - pages: The finished build's files.
  ///   - day: The reporting day.
  ///   - compresses: Whether `.gz` files go beside what is worth it.
  /// - Complexity: O(bytes), for what changed since the last time ten times as much.
  package init(
    of folder: OutputFolder, pages: Manifest, day: CivilDate, compresses: Bool, jobs: Int
  ) async throws(PublishError) {
    id = ReleaseID(day: day, manifest: pages)
    let cache = PackedFiles(folder: folder)
    sources = (folder.path, cache.path)
    let packed = compresses ? try await cache.update(pages, jobs: jobs) : Manifest()
    self.packed = Set(packed.entries.keys)
    manifest = Manifest(entries: pages.entries.merging(packed.entries) { page, _ in page })
  }

  /// In byte order, so that a transfer always goes the same way.
  var addresses: [String] {
    manifest.entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func source(of address: String) -> String {
    (packed.contains(address) ? sources.packed : sources.pages) + "/" + address
  }

  var bytes: Int { manifest.entries.values.reduce(0) { $0 + $1.size } }
}
