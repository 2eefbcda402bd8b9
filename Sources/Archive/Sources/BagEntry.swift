import Digests

/// Something that stands in a bag, as it was found.
package struct BagEntry: Sendable {
  package enum Kind: Sendable, Equatable {
    case file
    case folder
    /// A symbolic link, and whether what it leads to is a file of the same bag.
    case link(staysInside: Bool)
    /// A device, a pipe, a socket.
    case special
  }

  package var path: BagPath
  package var kind: Kind
  /// Bytes; of a link, those of the file it leads to.
  package var size: Int
  /// What tells a file's contents from another's without reading them; `nil` where only reading does.
  package var identity: FileIdentity?

  package init(path: BagPath, kind: Kind, size: Int, identity: FileIdentity? = nil) {
    self.path = path
    self.kind = kind
    self.size = size
    self.identity = identity
  }

  /// Whether it has bytes that can be read.
  var isReadable: Bool { kind == .file || kind == .link(staysInside: true) }
}

/// One file of a file system, as long as nobody changes it: two names of it have the same contents.
package struct FileIdentity: Hashable, Sendable {
  var device: UInt
  var inode: UInt
  var size: Int
  var changed: [Int]
}

/// Digests of files that were read already, so that a file that stands in many bags is read once.
package struct DigestCache: Sendable {
  private var known: [FileIdentity: [DigestAlgorithm: [UInt8]]] = [:]

  package init() {}

  func digests(_ identity: FileIdentity?, _ algorithms: [DigestAlgorithm]) -> [DigestAlgorithm: [UInt8]]? {
    guard let found = identity.flatMap({ known[$0] }), algorithms.allSatisfy({ found[$0] != nil }) else {
      return nil
    }
    return found
  }

  mutating func add(_ digests: [DigestAlgorithm: [UInt8]], of identity: FileIdentity?) {
    guard let identity else { return }
    known[identity, default: [:]].merge(digests) { $1 }
  }
}
