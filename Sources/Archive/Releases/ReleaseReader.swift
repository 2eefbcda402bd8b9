import Common
import Digests
import Output

/// A release to be read: what it says about itself, and its files. It is not verified; ``BagVerifier`` does that.
package struct ReleaseReader: Sendable {
  /// As findings name it.
  package let name: String
  package let info: BagInfo
  /// By path: the digests of the payload, as `manifest-sha256.txt` has them.
  package let digests: [BagPath: Digest]
  private let source: any BagSource
  private let entries: [BagPath: BagEntry]

  /// - Complexity: O(n) in files; contents are read when they are asked for.
  package init(_ source: any BagSource) throws(OutputError) {
    self.source = source
    name = source.name
    var ignored = Findings()
    entries = Dictionary(
      try source.entries(findings: &ignored).filter(\.isReadable).map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
    info = BagInfo(TagText(utf8: try Self.bytes("bag-info.txt", entries, source) ?? []))
    var manifest = BagManifest(named: "manifest-sha256.txt")
    manifest?.read(TagText(utf8: try Self.bytes("manifest-sha256.txt", entries, source) ?? []))
    digests = Dictionary(
      (manifest?.entries ?? []).compactMap { entry in
        Digest(hex: entry.digest.utf8).map { (entry.written.path, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  package init(_ archive: ArchiveFolder, _ release: ReleaseName) throws(OutputError) {
    try self.init(BagFolder(path: archive.path(of: release)))
  }

  private static func bytes(
    _ name: String, _ entries: [BagPath: BagEntry], _ source: any BagSource
  ) throws(OutputError) -> [UInt8]? {
    guard let entry = entries[BagPath(name)] else { return nil }
    return try source.bytes(of: entry, limit: Bag.tagLimit)
  }

  /// The pages and other files of the site, by address.
  package var site: [String: Digest] { below("data/site/") }

  /// The sources, by their paths below `data/source/`.
  package var sources: [String: Digest] { below("data/source/") }

  private func below(_ folder: String) -> [String: Digest] {
    var files: [String: Digest] = [:]
    for (path, digest) in digests where path.bytes.starts(with: folder.utf8) {
      files[String(decoding: path.bytes.dropFirst(folder.utf8.count), as: UTF8.self)] = digest
    }
    return files
  }

  /// A file's bytes; `nil` where there is none, as in a withdrawn release.
  package func bytes(_ path: BagPath) throws(OutputError) -> [UInt8]? {
    guard let entry = entries[path] else { return nil }
    return try source.bytes(of: entry, limit: .max)
  }

  /// How many bytes a file has; `nil` where there is none.
  package func size(_ path: BagPath) -> Int? { entries[path]?.size }

  /// `figures.csv`: every published figure.
  package func figures() throws(OutputError) -> [UInt8]? { try bytes(BagPath("data/figures.csv")) }

  /// `findings.json`: what was found when the release was made.
  package func findings() throws(OutputError) -> [UInt8]? { try bytes(BagPath("data/findings.json")) }

  /// Lines of `manifest-sha256.txt` for some of the payload.
  package func manifest(of paths: [BagPath]) -> [UInt8] {
    BagManifest.bytes(
      paths.compactMap { path in digests[path].map { (path: path, digest: $0.bytes) } })
  }

  /// Whether its payload was taken away.
  package var isWithdrawn: Bool { entries[BagPath(WithdrawalMarker.name)] != nil }

  /// Where the release lies, if it is a folder.
  package var folder: String? { (source as? BagFolder)?.path }

  /// Where the release lies, if it is packed.
  var packed: PackedBag? { source as? PackedBag }

  /// Every file with its size, in byte order of the paths.
  var files: [(path: BagPath, size: Int)] {
    entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value.size) }
  }
}
