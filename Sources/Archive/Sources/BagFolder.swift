import Common
import Digests
import Glibc
import Output

/// A bag that is a folder.
package struct BagFolder: BagSource {
  package let name: String
  /// Where it lies.
  let path: String

  package init(path: String, name: String? = nil) {
    var trimmed = path
    while trimmed.utf8.count > 1, trimmed.utf8.last == 0x2F { trimmed.removeLast() }
    self.path = trimmed
    self.name = name ?? trimmed
  }

  package func entries(findings: inout Findings) throws(OutputError) -> [BagEntry] {
    var entries: [BagEntry] = []
    var folders: [[UInt8]] = [[]]
    while let folder = folders.popLast() {
      for name in try FolderListing.names(in: systemPath(folder)) {
        let child = folder.isEmpty ? name : folder + [0x2F] + name
        let entry = try entry(child)
        if entry.kind == .folder { folders.append(child) }
        entries.append(entry)
      }
    }
    return entries.sorted { $0.path < $1.path }
  }

  private func systemPath(_ relative: [UInt8]) -> [CChar] {
    FolderListing.path(path, relative)
  }

  private func entry(_ relative: [UInt8]) throws(OutputError) -> BagEntry {
    let whole = systemPath(relative)
    var info = stat()
    guard lstat(whole, &info) == 0 else { throw .last("stat", "\(path)/\(BagPath(bytes: relative))") }
    var kind: BagEntry.Kind
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK:
      kind = .link(staysInside: false)
      if leadsInside(whole), stat(whole, &info) == 0, info.st_mode & S_IFMT == S_IFREG {
        kind = .link(staysInside: true)
      }
    default: kind = .special
    }
    return BagEntry(
      path: BagPath(bytes: relative), kind: kind, size: Int(info.st_size), identity: FileIdentity(info))
  }

  private func leadsInside(_ link: [CChar]) -> Bool {
    guard let top = realpath(path, nil), let target = realpath(link, nil) else { return false }
    defer {
      free(top)
      free(target)
    }
    let (folder, file) = (String(cString: top), String(cString: target))
    return file.utf8.starts(with: (folder == "/" ? folder : folder + "/").utf8)
  }

  package func bytes(of entry: BagEntry, limit: Int) throws(OutputError) -> [UInt8]? {
    guard entry.size <= limit else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.size)
    try FileReading.read(systemPath(entry.path.bytes), as: "\(path)/\(entry.path)") { chunk in
      bytes.append(contentsOf: chunk)
    }
    return bytes
  }

  package func digests(_ wanted: [WantedDigest], jobs: Int) async -> [DigestOutcome] {
    // Shares of about equal bytes; a worker's part is contiguous.
    await Workers.run(items: wanted.count, jobs: jobs) { range in
      range.map { digest(wanted[$0]) }
    }.flatMap { $0 }
  }

  private func digest(_ wanted: WantedDigest) -> DigestOutcome {
    var stream = DigestStream(wanted.algorithms)
    do throws(OutputError) {
      try FileReading.read(systemPath(wanted.entry.path.bytes), as: "\(path)/\(wanted.entry.path)") { chunk in
        stream.update(chunk)
      }
    } catch {
      return .unreadable(error.description)
    }
    let count = stream.count
    return .read(stream.finish(), count: count)
  }
}

extension FileIdentity {
  init(_ info: stat) {
    self.init(
      device: UInt(info.st_dev), inode: UInt(info.st_ino), size: Int(info.st_size),
      changed: [info.st_mtim.tv_sec, info.st_mtim.tv_nsec])
  }
}
