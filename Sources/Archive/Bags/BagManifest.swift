import Digests

/// A manifest: paths with their digests.
struct BagManifest: Sendable {
  struct Entry: Sendable, Hashable {
    /// Hexadecimal digits in lower case, as many as the writer gave.
    var digest: String
    var written: BagPath.Written
    /// The line it stands on, from 1.
    var line: Int
    /// Whether an asterisk stood before the path, as `md5sum -b` puts it.
    var hadAsterisk: Bool
  }

  /// The file's own name, `manifest-sha256.txt`.
  let name: String
  /// `nil` when it is one we cannot compute.
  let algorithm: DigestAlgorithm?
  let isForTags: Bool
  private(set) var entries: [Entry] = []
  /// Lines that are no entry.
  private(set) var brokenLines: [Int] = []

  /// `nil` unless the name is that of a manifest.
  init?(named name: String) {
    let isForTags = name.hasPrefix("tagmanifest-")
    guard isForTags || name.hasPrefix("manifest-"), name.hasSuffix(".txt") else { return nil }
    let algorithm = name.dropFirst(isForTags ? 12 : 9).dropLast(4)
    guard !algorithm.isEmpty else { return nil }
    self.name = name
    self.isForTags = isForTags
    self.algorithm = DigestAlgorithm(name: algorithm)
  }

  /// Reads `digest path` lines; blanks and tabs part them, empty lines are passed over.
  mutating func read(_ text: TagText) {
    for line in text.lines where !line.bytes.trimmed.isEmpty {
      let digits = line.bytes.prefix { $0 != 0x20 && $0 != 0x09 }
      var path = line.bytes[digits.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
      let hadAsterisk = path.first == 0x2A
      if hadAsterisk { path = path.dropFirst() }
      let isDigest =
        Hexadecimal.bytes(digits, anyCase: true) != nil
        && (algorithm.map { digits.count == $0.size * 2 } ?? true)
      guard isDigest, !digits.isEmpty, !path.isEmpty else {
        brokenLines.append(line.number)
        continue
      }
      entries.append(
        Entry(
          digest: String(decoding: digits, as: UTF8.self).lowercased(), written: BagPath.read(path),
          line: line.number, hadAsterisk: hadAsterisk))
    }
  }

  /// A manifest's bytes: two blanks between digest and path, as `sha256sum` reads it; by path in byte order.
  static func bytes(_ digests: some Sequence<(path: BagPath, digest: [UInt8])>) -> [UInt8] {
    var bytes: [UInt8] = []
    for (path, digest) in digests.sorted(by: { $0.path < $1.path }) {
      bytes += Array(Hexadecimal.text(digest).utf8) + [0x20, 0x20] + path.inManifest + [0x0A]
    }
    return bytes
  }
}
