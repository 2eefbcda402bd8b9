import Digests
import Glibc
import Output

extension FolderStore {
  package mutating func send(
    _ shipment: Shipment, to place: ReleasePlace, relatives: [ReleaseID]
  ) throws(PublishError) {
    let known = try relatives.map { release throws(PublishError) in
      (release, try manifest(of: release) ?? Manifest())
    }
    let delivery = Delivery(root: root, place: place, shipment: shipment, relatives: known)
    for address in shipment.addresses { try delivery.bring(address) }
  }

  package mutating func settle(
    _ release: ReleaseID, _ manifest: Manifest, record: [UInt8]
  ) throws(PublishError) {
    try PublishError.output { () throws(OutputError) in
      let folder = try Directory(path: path(StoreName.releases))
      try folder.replace("\(release).manifest", with: manifest.bytes)
      try folder.replace("\(release).json", with: record)
      try rename(ReleasePlace.partial(release).path, to: ReleasePlace.whole(release).path)
      // A release that is live must outlast a power failure.
      sync()
    }
  }

  package mutating func carry(from others: [ReleaseID], into release: ReleaseID) throws(PublishError) {
    for other in others where other != release {
      guard let manifest = try manifest(of: other) else { continue }
      let lasting = manifest.entries.keys.filter(Fingerprint.isIn)
      let (from, into) = (path(ReleasePlace.whole(other).path), path(ReleasePlace.whole(release).path))
      for address in lasting {
        try PublishError.output { () throws(OutputError) in
          let old = from + "/" + address
          guard try FileCopy.link(old, to: into, address) == .impossible else { return }
          if let bytes = try FileCopy.read(old) { try FileCopy.write(bytes, to: into, address, unlike: nil) }
        }
      }
    }
  }

  package mutating func activate(_ release: ReleaseID?) throws(PublishError) {
    try PublishError.output { () throws(OutputError) in
      if let release {
        let link = path(StoreName.newLink)
        guard unlink(link) == 0 || errno == ENOENT else { throw .last("remove", link) }
        guard symlink(ReleasePlace.whole(release).path, link) == 0 else { throw .last("link", link) }
        try rename(StoreName.newLink, to: StoreName.live)
      } else {
        let link = path(StoreName.live)
        guard unlink(link) == 0 || errno == ENOENT else { throw .last("remove", link) }
      }
      let top = try Directory(path: root)
      guard fsync(top.descriptor) == 0 else { throw .last("sync", root) }
    }
  }

  package mutating func note(_ line: [UInt8]) throws(PublishError) {
    try PublishError.output { () throws(OutputError) in
      let file = path(StoreName.switches)
      let descriptor = open(file, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw .last("open", file) }
      defer { close(descriptor) }
      // A line cut off by a full disk would swallow the next.
      var last: UInt8 = 0x0A
      if lseek(descriptor, -1, SEEK_END) >= 0 { read(descriptor, &last, 1) }
      try Descriptor.write((last == 0x0A ? [] : [0x0A]) + line, to: descriptor, path: file)
    }
  }

  package mutating func discard(_ releases: [ReleaseID]) throws(PublishError) {
    try PublishError.output { () throws(OutputError) in
      for release in releases {
        let gone = "releases/\(StoreName.gone)\(release)"
        // A release that is half removed must not look like a whole one.
        try rename(ReleasePlace.whole(release).path, to: gone)
        try FolderTree.remove(path(gone))
        _ = unlink(path(StoreName.manifest(of: release)))
      }
      let folder = try Directory(path: path(StoreName.releases))
      for name in try folder.names() where name.hasSuffix(".partial") {
        try FolderTree.remove(folder.path + "/" + name)
      }
    }
  }

  private func rename(_ name: String, to other: String) throws(OutputError) {
    guard Glibc.rename(path(name), path(other)) == 0 else { throw .last("rename", path(other)) }
  }
}
