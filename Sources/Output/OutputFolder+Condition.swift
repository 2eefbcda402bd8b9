import Digests
import Glibc

extension OutputFolder {
  /// What a folder is for one who wants to publish it.
  package enum Condition: Sendable, Equatable {
    /// A whole build, every file as it was written.
    case finished(Manifest)
    /// Nothing of ours.
    case noBuild
    /// A build is under way, or was killed.
    case unfinished
    /// Some parts of a site that was made in parts are not here: `2-of-4`.
    case missingParts([String])
    /// Files that are gone or have been changed since, in byte order.
    case altered([String])
  }

  /// Keeps builds from writing here for as long as the lock lives.
  ///
  /// - Returns: `nil` where there was never a build.
  /// - Throws: `OutputError`, with the code `EWOULDBLOCK` while a build is writing.
  package func lockForReading() throws(OutputError) -> FolderLock? {
    let state = path + "/" + Self.stateFolder
    guard access(state, F_OK) == 0 else { return nil }
    do throws(OutputError) {
      return try FolderLock(state, isFolder: true, isShared: true)
    } catch {
      throw error.action == "lock" ? OutputError(action: "lock", path: path, code: error.code) : error
    }
  }

  /// Looks at every file that a build wrote here.
  ///
  /// - Complexity: O(bytes)
  package func condition(jobs: Int) async throws(OutputError) -> Condition {
    guard access(path + "/" + Self.stateFolder, F_OK) == 0 else { return .noBuild }
    let state = try Directory(path: path + "/" + Self.stateFolder)
    let names = try state.names()
    let isNew = { (name: String) in name.hasSuffix(".new") }
    if names.contains(where: { $0 == "writing" || $0.hasPrefix("writing.") && !isNew($0) }) {
      return .unfinished
    }
    let parts = names.filter { $0 == "manifest" || $0.hasPrefix("manifest.") && !isNew($0) }
    guard !parts.isEmpty else { return .noBuild }
    let missing = Self.missing(parts)
    guard missing.isEmpty else { return .missingParts(missing) }
    var all = Manifest()
    var altered: Set<String> = []
    for part in parts {
      for (address, entry) in Manifest(bytes: try state.read(part) ?? []).entries {
        // A whole build and parts in one folder are one site only when they agree.
        if let other = all.entries.updateValue(entry, forKey: address), other != entry {
          altered.insert(address)
        }
      }
    }
    let entries = all.entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let folder = path
    let outcomes = await Workers.run(items: entries.count, jobs: jobs) { range in
      Self.altered(entries[range], in: folder)
    }
    for outcome in outcomes { altered.formUnion(try outcome.get()) }
    if altered.isEmpty { return .finished(all) }
    return .altered(altered.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  private static func altered(
    _ entries: ArraySlice<(key: String, value: Manifest.Entry)>, in folder: String
  ) -> Result<[String], OutputError> {
    Result { () throws(OutputError) -> [String] in
      let top = try Directory(path: folder)
      var altered: [String] = []
      for (address, entry) in entries {
        guard case .file(entry.size, _, _) = try standing(at: address, below: top),
          try read(address, below: top).map({ Digest(of: $0) }) == entry.digest
        else {
          altered.append(address)
          continue
        }
      }
      return altered
    }
  }

  /// The parts of `manifest.1-of-3` and its like that are not there.
  private static func missing(_ manifests: [String]) -> [String] {
    var missing: [String] = []
    let names = Set(manifests)
    let counts = Set(manifests.compactMap { $0.split(separator: "-").last.flatMap { Int($0) } })
    for count in counts.sorted() where (1...10_000).contains(count) {
      for number in 1...count where !names.contains("manifest.\(number)-of-\(count)") {
        missing.append("\(number)-of-\(count)")
      }
    }
    return missing
  }
}
