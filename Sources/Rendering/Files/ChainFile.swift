import Common

/// `archive/chain.sha256`: the digests of all releases before this one, as `sha256sum -c` reads them in the archive's
/// folder. Whoever keeps a copy can tell later whether a release is still the one that was published.
struct ChainFile: Sendable {
  let index: ArchiveIndex

  func write(into buffer: inout ByteBuffer) {
    for release in index.releases {
      buffer.write(string: "\(release.digest)  \(release.name)/tagmanifest-sha256.txt\n")
    }
  }
}
