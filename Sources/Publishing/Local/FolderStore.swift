import Digests
import Glibc
import Output

/// A store in a folder of this machine.
package struct FolderStore: ReleaseStore, ~Copyable {
  let root: String
  private let lock: FolderLock

  /// Takes the folder, making it when it is not there.
  ///
  /// - Parameter owner: Who this is, for others to read while they wait.
  package init(path: String, owner: String) throws(PublishError) {
    let lockPath = path + "/" + StoreName.lock
    do throws(OutputError) {
      try FileCopy.make(path + "/" + StoreName.releases)
      lock = try Self.lock(lockPath)
    } catch {
      guard error.action == "lock", error.code == EWOULDBLOCK else { throw .trouble(error) }
      let signed = try? Directory(path: path + "/" + StoreName.releases).read(".lock")
      throw .locked(by: String(decoding: signed ?? [], as: UTF8.self))
    }
    lock.sign(owner)
    root = path
  }

  /// Somebody who is just ending is given a moment.
  private static func lock(_ path: String) throws(OutputError) -> FolderLock {
    for _ in 0..<20 {
      do throws(OutputError) {
        return try FolderLock(path)
      } catch {
        guard error.action == "lock", error.code == EWOULDBLOCK else { throw error }
        usleep(10_000)
      }
    }
    return try FolderLock(path)
  }

  func path(_ name: String) -> String { root + "/" + name }

  package mutating func ledger() throws(PublishError) -> Ledger {
    let ledger = try Self.ledger(of: root)
    try PublishError.output { () throws(OutputError) in try clear() }
    return ledger
  }

  /// What stands in a folder. Takes no lock and changes nothing.
  package static func ledger(of root: String) throws(PublishError) -> Ledger {
    let live = try liveRelease(root)
    return try PublishError.output { () throws(OutputError) in
      let folder = try Directory(path: root + "/" + StoreName.releases)
      var stored: [ReleaseID] = []
      var records: [[UInt8]] = []
      for name in try folder.names() {
        if let release = ReleaseID(name) {
          stored.append(release)
        } else if name.hasSuffix(".json"), ReleaseID(name.dropLast(5)) != nil {
          if let record = try folder.read(name) { records.append(record) }
        }
      }
      let switches = try folder.read("switches.jsonl") ?? []
      return Ledger(live: live, stored: stored, records: records, switches: switches)
    }
  }

  /// What `current` leads to. Anything there that is no link of ours is somebody else's.
  private static func liveRelease(_ root: String) throws(PublishError) -> ReleaseID? {
    let link = root + "/" + StoreName.live
    var info = stat()
    guard lstat(link, &info) == 0 else {
      if errno == ENOENT { return nil }
      throw .trouble(.last("stat", link))
    }
    guard let release = ReleasePlace.release(of: target(of: link)) else { throw .foreign(path: link) }
    return release
  }

  private static func target(of link: String) -> String {
    var buffer = [CChar](repeating: 0, count: 512)
    let length = readlink(link, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Clears away what publishers left that were killed, but for partial releases: the next transfer goes on with them.
  private func clear() throws(OutputError) {
    let folder = try Directory(path: path(StoreName.releases))
    for name in try folder.names() where name.hasPrefix(StoreName.gone) || name == ".incoming" {
      try FolderTree.remove(folder.path + "/" + name)
    }
    _ = unlink(path(StoreName.newLink))
  }

  package mutating func contents(of place: ReleasePlace) throws(PublishError) -> [String: Digest] {
    try PublishError.output { () throws(OutputError) in
      let top = try Directory(path: path(place.path))
      var digests: [String: Digest] = [:]
      for address in try FolderTree.files(below: top.path) {
        // What is no plain file is none of ours: its digest is that of nothing.
        digests[address] =
          try? OutputFolder.read(address, below: top).map { Digest(of: $0) } ?? Digest(of: [])
      }
      return digests
    }
  }

  package mutating func remove(_ addresses: [String], from place: ReleasePlace) throws(PublishError) {
    try PublishError.output { () throws(OutputError) in
      for address in addresses { try FolderTree.remove(path(place.path) + "/" + address) }
    }
  }

  package mutating func manifest(of release: ReleaseID) throws(PublishError) -> Manifest? {
    try PublishError.output { () throws(OutputError) in
      try Directory(path: path(StoreName.releases)).read("\(release).manifest").map { Manifest(bytes: $0) }
    }
  }
}
