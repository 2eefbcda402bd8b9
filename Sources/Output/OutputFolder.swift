import Common
import Digests
import Glibc

/// A folder that a build keeps up to date: `public`.
///
/// Every file is made twice. The first time nothing is written: digests are taken and compared with the manifest of
/// the last build. Only when all is right are the changed files made again and written in place. While that goes on a
/// marker stands in the folder, holding the new manifest: a build that is killed is completed by the next, which knows
/// from it what is ours. Files that are not ours are left alone.
package struct OutputFolder: Sendable {
  /// Below the folder; dot files are not published.
  package static let stateFolder = ".jianbao"
  let manifestName: String
  let markerName: String

  package let path: String

  /// - Parameter part: Names the part of a site that is kept here, `2-of-4`: each part has a manifest of its own, so
  ///   that several may stand in one folder.
  package init(path: String, part: String? = nil) {
    self.path = path
    let ending = part.map { "." + $0 } ?? ""
    manifestName = "manifest" + ending
    markerName = "writing" + ending
  }

  /// What a build did.
  package struct Report: Sendable, Equatable {
    package var files = 0
    package var written = 0
    package var unchanged = 0
    package var removed = 0
  }

  /// The digests of everything a build would write.
  package struct Draft: Sendable {
    package var manifest: Manifest
    /// By work item: the addresses it makes.
    package var addresses: [[String]]
    /// Addresses that cannot both be files, in byte order: they are the same, or differ only in case or in how an
    /// accent is encoded, or one is a folder of the other.
    package var collisions: [(address: String, other: String)]
    /// Files that are not made but lie elsewhere; they are in the manifest too.
    package var stored: [StoredFile] = []
    /// Links to files that no piece of work makes.
    package var brokenLinks: [(page: String, target: String)]
  }

  /// Makes every file once, takes its digest and follows its links.
  ///
  /// - Parameters:
  ///   - items: How many pieces of work there are.
  ///   - jobs: How many workers share them, over contiguous ranges.
  ///   - stored: Files that are not made, but published as they lie elsewhere.
  ///   - known: Addresses that are made for certain, so that links to them need not be remembered.
  /// - Complexity: O(bytes)
  package static func draft(
    items: Int, jobs: Int, stored: [StoredFile] = [], known: Set<String>,
    make: @escaping @Sendable (Int, inout FileSink) -> Void
  ) async -> Draft {
    typealias Made = (
      addresses: [[String]], entries: [(String, Manifest.Entry)], links: [(page: String, target: String)]
    )
    let parts = await Workers.run(items: items, jobs: jobs) { range -> Made in
      let results = Recorder()
      for item in range {
        results.addresses.append([])
        var sink = FileSink(buffer: ByteBuffer(capacity: 64 << 10)) { address, buffer in
          let entry = Manifest.Entry(digest: Digest(of: buffer.bytes), size: buffer.count)
          results.entries.append((address, entry))
          results.addresses[results.addresses.count - 1].append(address)
          guard address.hasSuffix(".html") else { return }
          for target in LinkScanner.internalLinks(in: buffer.bytes, at: address) where !known.contains(target)
          {
            results.links.append((address, target))
          }
        }
        make(item, &sink)
      }
      return (results.addresses, results.entries, results.links)
    }
    var draft = Draft(manifest: Manifest(), addresses: [], collisions: [], brokenLinks: [])
    for part in parts {
      draft.addresses += part.addresses
      for (address, entry) in part.entries {
        if draft.manifest.entries.updateValue(entry, forKey: address) != nil {
          draft.collisions.append((address, address))
        }
      }
    }
    draft.stored = stored
    for file in stored where draft.manifest.entries.updateValue(file.entry, forKey: file.address) != nil {
      draft.collisions.append((file.address, file.address))
    }
    draft.collisions += clashes(draft.manifest.entries.keys)
    draft.collisions.sort { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
    for part in parts {
      draft.brokenLinks += part.links.filter { draft.manifest.entries[$0.target] == nil }
    }
    return draft
  }

  /// Addresses that are one file, or a file and a folder, where capitals do not count: on a USB stick.
  private static func clashes(_ addresses: some Sequence<String>) -> [(address: String, other: String)] {
    var clashes: [(address: String, other: String)] = []
    var files: [String: String] = [:]
    let sorted = addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for address in sorted {
      if let other = files.updateValue(address, forKey: address.lowercased()) {
        clashes.append((address, other))
      }
    }
    for address in sorted {
      for folder in SafeAddress.folders(of: address.lowercased()) {
        if let file = files[folder] { clashes.append((file, address)) }
      }
    }
    return clashes
  }

  /// What a worker gathers; it never leaves its worker.
  private final class Recorder {
    var addresses: [[String]] = []
    var entries: [(String, Manifest.Entry)] = []
    var links: [(page: String, target: String)] = []
  }
}
