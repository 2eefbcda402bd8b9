import Digests

/// The files of a bag of ours that are no payload.
enum TagFiles {
  static let manifests = ["manifest-sha256.txt", "manifest-sha512.txt"]
  static let tagManifests = ["tagmanifest-sha256.txt", "tagmanifest-sha512.txt"]

  /// - Complexity: O(n log n) in files.
  static func manifests(_ files: [StagedFile]) -> (sha256: [UInt8], sha512: [UInt8]) {
    (
      BagManifest.bytes(files.map { ($0.path, $0.sha256) }),
      BagManifest.bytes(files.map { ($0.path, $0.sha512) })
    )
  }

  /// All of them, tag manifests last.
  static func all(info: BagInfo, manifests: (sha256: [UInt8], sha512: [UInt8])) -> [(
    file: String, bytes: [UInt8]
  )] {
    let tags: [(file: String, bytes: [UInt8])] = [
      (BagDeclaration.name, BagDeclaration.bytes), (BagVersion.current.infoName, info.bytes),
      (Self.manifests[0], manifests.sha256), (Self.manifests[1], manifests.sha512),
    ]
    let digests = tags.map { tag in
      var stream = DigestStream(Staging.algorithms)
      tag.bytes.withUnsafeBytes { stream.update($0) }
      return (path: BagPath(tag.file), digests: stream.finish())
    }
    return tags + [
      (tagManifests[0], BagManifest.bytes(digests.map { ($0.path, $0.digests[.sha256] ?? []) })),
      (tagManifests[1], BagManifest.bytes(digests.map { ($0.path, $0.digests[.sha512] ?? []) })),
    ]
  }
}
