import Common
import Digests
import Glibc

extension OutputFolder {
  /// Whether a build was interrupted here: such a folder is not to be published.
  package var isUnfinished: Bool {
    access(path + "/" + Self.stateFolder + "/" + markerName, F_OK) == 0
  }

  /// What is in the way of a build: somebody else's file at an address of ours, or a link, a file or a folder where
  /// another of them must stand. A build does not write over it, nor through it.
  ///
  /// - Returns: Paths below the folder, each once, in byte order.
  package func foreign(_ draft: Draft) throws(OutputError) -> [String] {
    guard access(path, F_OK) == 0 else { return [] }
    let top = try Directory(path: path)
    let ours = try recorded(below: top).addresses
    var foreign: Set<String> = []
    for (address, entry) in draft.manifest.entries {
      switch try Self.standing(at: address, below: top) {
      case .nothing: continue
      case .other(let obstacle):
        if !gives(way: obstacle, ours: ours) { foreign.insert(obstacle) }
      case .file(let size, _, _):
        if ours.contains(address) { continue }
        if size == entry.size, try Self.read(address, below: top).map({ Digest(of: $0) }) == entry.digest {
          continue
        }
        foreign.insert(address)
      }
    }
    return foreign.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a plain file or folder in the way is one of ours that the build removes.
  private func gives(way obstacle: String, ours: Set<String>) -> Bool {
    var info = stat()
    guard lstat(path + "/" + obstacle, &info) == 0 else { return false }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return ours.contains(obstacle)
    case S_IFDIR: return ours.contains { $0.hasPrefix(obstacle + "/") }
    default: return false
    }
  }

  /// The files of ours: from the last whole build, and from one that was interrupted.
  private struct Record {
    var last = Manifest()
    var started: Manifest?
    /// When the last manifest was written.
    var time: Moment?

    var addresses: Set<String> { Set(last.entries.keys).union(started?.entries.keys.map { $0 } ?? []) }
  }

  private func recorded(below top: borrowing Directory) throws(OutputError) -> Record {
    guard case .other = try top.standing(of: Self.stateFolder) else { return Record() }
    return try record(in: top.child(Self.stateFolder, creating: false))
  }

  private func record(in state: borrowing Directory) throws(OutputError) -> Record {
    var record = Record()
    record.last = try state.read(manifestName).map { Manifest(bytes: $0) } ?? Manifest()
    record.started = try state.read(markerName).map { Manifest(bytes: $0) }
    if case .file(_, let written, _) = try state.standing(of: manifestName) { record.time = written }
    return record
  }

  /// Writes what changed, removes what is no longer made, and leaves everything else as it is.
  ///
  /// - Parameter make: The same work as for the draft: it is done again for the items with a changed file.
  /// - Throws: `OutputError`; the folder is then unfinished, and the next build completes it. With the code
  ///   `EWOULDBLOCK` another build is writing here, and nothing was done.
  package func write(
    _ draft: Draft, jobs: Int, make: @escaping @Sendable (Int, inout FileSink) -> Void
  ) async throws(OutputError) -> Report {
    try Self.createFolders(path)
    let top = try Directory(path: path)
    let state = try top.child(Self.stateFolder, creating: true)
    // Held until `state` is closed, by the system too when the program is killed.
    guard flock(state.descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .last("lock", path) }
    let record = try record(in: state)
    let new = draft.manifest
    let (changed, wereRead) = try compare(new, with: record, below: top)
    let orphans = record.addresses.subtracting(new.entries.keys).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    var report = Report(files: new.entries.count)
    report.unchanged = report.files - changed.count
    guard !changed.isEmpty || !orphans.isEmpty || record.started != nil || record.last != new else {
      // Files that something touched were compared byte by byte; a newer manifest spares that next time.
      if wereRead { try state.replace(manifestName, with: new.bytes) }
      return report
    }

    var marker = new
    for address in orphans {
      marker.entries[address] = record.last.entries[address] ?? record.started?.entries[address]
    }
    try state.replace(markerName, with: marker.bytes)
    var left = orphans
    for address in Self.inTheWay(orphans, of: new) {
      report.removed += try Self.remove(address, below: top) ? 1 : 0
      left.removeAll { $0 == address }
    }
    let items = draft.addresses.indices.filter { draft.addresses[$0].contains(where: changed.contains) }
    let folder = path
    let outcomes = await Workers.run(items: items.count, jobs: jobs) { range in
      Self.writeItems(items[range], changed: changed, folder: folder, make: make)
    }
    for case let failure? in outcomes { throw failure }
    for file in draft.stored where changed.contains(file.address) {
      try Self.write(file.read(), to: file.address, below: top)
    }
    report.written = changed.count
    for address in left { report.removed += try Self.remove(address, below: top) ? 1 : 0 }
    try state.replace(manifestName, with: new.bytes)
    try state.remove(markerName)
    return report
  }

  /// Orphans that are files where a folder is to be, or lie in a folder where a file is to be: they cannot go last.
  private static func inTheWay(_ orphans: [String], of new: Manifest) -> [String] {
    guard !orphans.isEmpty else { return [] }
    let folders = Set(new.entries.keys.flatMap { SafeAddress.folders(of: $0) })
    return orphans.filter { orphan in
      folders.contains(orphan) || SafeAddress.folders(of: orphan).contains { new.entries[$0] != nil }
    }
  }

  private static func writeItems(
    _ items: ArraySlice<Int>, changed: Set<String>, folder: String,
    make: @Sendable (Int, inout FileSink) -> Void
  ) -> OutputError? {
    for item in items {
      var sink = FileSink(buffer: ByteBuffer(capacity: 64 << 10)) { address, buffer throws(OutputError) in
        guard changed.contains(address) else { return }
        try Self.write(buffer.bytes, to: address, below: Directory(path: folder))
      }
      make(item, &sink)
      if let failure = sink.failure { return failure }
    }
    return nil
  }

  /// A file is unchanged when the last manifest has its digest and nothing has touched it since; where that is not
  /// sure, its bytes are read and compared. What counts is the time of the last change of any kind, which no program
  /// can set back.
  ///
  /// - Returns: The addresses to write, and whether files had to be read that proved to be unchanged.
  private func compare(
    _ new: Manifest, with record: Record, below top: borrowing Directory
  ) throws(OutputError) -> (changed: Set<String>, wereRead: Bool) {
    var changed: Set<String> = []
    var wereRead = false
    for (address, entry) in new.entries {
      guard case .file(let size, _, let time) = try Self.standing(at: address, below: top), size == entry.size
      else {
        changed.insert(address)
        continue
      }
      let isTrusted = record.started == nil && record.time.map { time < $0 } ?? false
      if isTrusted, record.last.entries[address] == entry { continue }
      if try Self.read(address, below: top).map({ Digest(of: $0) }) == entry.digest {
        wereRead = true
      } else {
        changed.insert(address)
      }
    }
    return (changed, wereRead)
  }
}
