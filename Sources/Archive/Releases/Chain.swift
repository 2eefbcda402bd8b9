import Common
import Digests

/// `chain.sha256`: the digests of all releases' tag manifests, in the order in which they were made, in the form that
/// `sha256sum -c` reads.
///
/// A release's tag manifests stand for its every byte, and each release names the one before with its digest; so the
/// last line stands for the whole archive. What a withdrawal adds to a release is listed too.
struct Chain: Sendable, Equatable {
  static let name = "chain.sha256"
  static let tagManifest = "tagmanifest-sha256.txt"

  struct Entry: Sendable, Hashable {
    var release: ReleaseName
    /// Below the release's folder.
    var file: String
    var digest: Digest
  }

  private(set) var entries: [Entry] = []
  /// Lines that are no entry, or are not as we write them.
  private(set) var brokenLines: [Int] = []

  init() {}

  /// - Complexity: O(bytes)
  init(_ bytes: [UInt8]) {
    let text = TagText(utf8: bytes)
    for line in text.lines {
      if let entry = Self.entry(line.bytes) { entries.append(entry) } else { brokenLines.append(line.number) }
    }
    // What is read in one way only is written in one way only: another byte is a change, though it may mean the same.
    if brokenLines.isEmpty, self.bytes != bytes { brokenLines.append(1) }
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    guard line.count > 66, let digest = Digest(hex: line.prefix(64)),
      line.dropFirst(64).starts(with: [0x20, 0x20])
    else { return nil }
    let path = line.dropFirst(66).split(separator: 0x2F, omittingEmptySubsequences: false)
    guard path.count == 2, let release = ReleaseName(String(decoding: path[0], as: UTF8.self)),
      let file = String(validating: path[1], as: UTF8.self), !file.isEmpty
    else { return nil }
    return Entry(release: release, file: file, digest: digest)
  }

  var bytes: [UInt8] {
    Array(entries.map { "\($0.digest.hex)  \($0.release)/\($0.file)\n" }.joined().utf8)
  }

  /// The chain without the releases that are not asked for.
  func only(_ releases: Set<ReleaseName>) -> Chain {
    var chain = Chain()
    chain.entries = entries.filter { releases.contains($0.release) }
    return chain
  }

  /// Adds a release's files behind all others.
  mutating func append(_ release: ReleaseName, _ files: [(file: String, digest: Digest)]) {
    entries += files.map { Entry(release: release, file: $0.file, digest: $0.digest) }
  }

  /// Adds files behind those of a release that is there already; files that are listed are not listed again.
  mutating func extend(_ release: ReleaseName, _ files: [(file: String, digest: Digest)]) {
    guard let last = entries.lastIndex(where: { $0.release == release }) else { return }
    let listed = Set(entries.filter { $0.release == release }.map(\.file))
    let more = files.filter { !listed.contains($0.file) }
    entries.insert(
      contentsOf: more.map { Entry(release: release, file: $0.file, digest: $0.digest) }, at: last + 1)
  }

  /// By release, in order.
  var releases: [(name: ReleaseName, files: [Entry])] {
    var releases: [(name: ReleaseName, files: [Entry])] = []
    for entry in entries {
      if releases.last?.name == entry.release {
        releases[releases.count - 1].files.append(entry)
      } else {
        releases.append((entry.release, [entry]))
      }
    }
    return releases
  }

  var index: ArchiveIndex {
    ArchiveIndex(
      releases: releases.compactMap { name, files in
        guard let digest = files.first(where: { $0.file == Self.tagManifest })?.digest else { return nil }
        let isWithdrawn = files.contains { $0.file == WithdrawalMarker.name }
        return ArchivedRelease(name: name, digest: digest.hex, state: isWithdrawn ? .withdrawn : .whole)
      })
  }
}
