import Common
import Glibc

extension OutputFolder {
  /// Whether a build was interrupted here: such a folder is not to be published.
  package var isUnfinished: Bool {
    access(path + "/" + Self.stateFolder + "/" + Self.markerName, F_OK) == 0
  }

  /// The files of ours, from the last whole build and from one that was interrupted.
  private func known(_ state: borrowing Directory) throws(OutputError) -> (last: Manifest, started: Manifest?) {
    let last = try state.read(Self.manifestName).map { Manifest(bytes: $0) } ?? Manifest()
    return (last, try state.read(Self.markerName).map { Manifest(bytes: $0) })
  }

  /// Addresses at which somebody else's file stands: a build does not write over it.
  package func foreign(_ draft: Draft) throws(OutputError) -> [String] {
    guard access(path, F_OK) == 0 else { return [] }
    let top = try Directory(path: path)
    let ours: Set<String>
    if access(path + "/" + Self.stateFolder, F_OK) == 0 {
      let state = try top.child(Self.stateFolder, creating: false)
      let (last, started) = try known(state)
      ours = Set(last.entries.keys).union(started?.entries.keys.map { $0 } ?? [])
    } else {
      ours = []
    }
    var foreign: [String] = []
    for (address, entry) in draft.manifest.entries where !ours.contains(address) {
      guard access(path + "/" + address, F_OK) == 0 else { continue }
      if let bytes = try Self.read(address, below: top), Digest(of: bytes) == entry.digest { continue }
      foreign.append(address)
    }
    return foreign.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Writes what changed, removes what is no longer made, and leaves everything else as it is.
  ///
  /// - Parameter make: The same work as for the draft: it is done again for the items with a changed file.
  /// - Throws: `OutputError`; the folder is then unfinished, and the next build completes it.
  package func write(
    _ draft: Draft, jobs: Int, make: @escaping @Sendable (Int, inout FileSink) -> Void
  ) async throws(OutputError) -> Report {
    try Self.createFolders(path)
    let top = try Directory(path: path)
    let state = try top.child(Self.stateFolder, creating: true)
    guard flock(state.descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .last("lock", path) }
    let (last, started) = try known(state)
    let manifestTime = try state.status(of: Self.manifestName)?.time
    let changed = try changedAddresses(draft, last: last, isTrusted: started == nil, manifestTime, top)
    var ours = Set(last.entries.keys)
    ours.formUnion(started?.entries.keys.map { $0 } ?? [])
    let orphans = ours.subtracting(draft.manifest.entries.keys).sorted()
    var report = Report(files: draft.manifest.entries.count)
    report.unchanged = report.files - changed.count
    guard !changed.isEmpty || !orphans.isEmpty || started != nil || last != draft.manifest else { return report }

    var marker = draft.manifest
    for address in orphans { marker.entries[address] = last.entries[address] ?? started?.entries[address] }
    try state.replace(Self.markerName, with: marker.bytes)
    let items = draft.addresses.indices.filter { draft.addresses[$0].contains(where: changed.contains) }
    let folder = path
    let outcomes = await Workers.run(items: items.count, jobs: jobs) { range in
      Self.writeItems(items[range], changed: changed, folder: folder, make: make)
    }
    for case let failure? in outcomes { throw failure }
    report.written = changed.count
    for address in orphans { report.removed += try Self.remove(address, below: top) ? 1 : 0 }
    try state.replace(Self.manifestName, with: draft.manifest.bytes)
    try state.remove(Self.markerName)
    return report
  }

  private static func writeItems(
    _ items: ArraySlice<Int>, changed: Set<String>, folder: String,
    make: @Sendable (Int, inout FileSink) -> Void
  ) -> OutputError? {
    do throws(OutputError) {
      let top = try Directory(path: folder)
      let descriptor = top.path
      for item in items {
        var sink = FileSink(buffer: ByteBuffer(capacity: 64 << 10)) { address, buffer throws(OutputError) in
          guard changed.contains(address) else { return }
          try Self.write(buffer.bytes, to: address, below: Directory(path: descriptor))
        }
        make(item, &sink)
        if let failure = sink.failure { return failure }
      }
      return nil
    } catch {
      return error
    }
  }

  /// A file is unchanged when the last manifest has its digest and nothing touched it since; where that is not sure,
  /// its bytes are read and compared.
  private func changedAddresses(
    _ draft: Draft, last: Manifest, isTrusted: Bool, _ manifestTime: timespec?, _ top: borrowing Directory
  ) throws(OutputError) -> Set<String> {
    var changed: Set<String> = []
    for (address, entry) in draft.manifest.entries {
      guard let status = try Self.status(address, below: top), status.size == entry.size else {
        changed.insert(address)
        continue
      }
      let isOlder =
        manifestTime.map { (status.time.tv_sec, status.time.tv_nsec) <= ($0.tv_sec, $0.tv_nsec) } ?? false
      if isTrusted, isOlder, last.entries[address] == entry { continue }
      let bytes = try Self.read(address, below: top)
      if bytes.map({ Digest(of: $0) }) != entry.digest { changed.insert(address) }
    }
    return changed
  }
}
