import Glibc

extension OutputFolder {
  /// Makes a folder and those above it.
  static func createFolders(_ path: String) throws(OutputError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made == "/" ? "" : "/") + part
      guard mkdir(made, 0o755) == 0 || errno == EEXIST || errno == EISDIR else { throw .last("mkdir", made) }
    }
  }

  private static func parts(_ address: String) -> (folders: [Substring], name: String) {
    let parts = address.split(separator: "/")
    return (Array(parts.dropLast()), parts.last.map(String.init) ?? "")
  }

  /// Opens the folder an address lies in; `nil` where it does not exist and is not to be made.
  private static func folder(
    of folders: [Substring], below top: borrowing Directory, creating: Bool
  ) throws(OutputError) -> Directory? {
    guard let first = folders.first else { return try Directory(path: top.path) }
    do throws(OutputError) {
      var directory = try top.child(String(first), creating: creating)
      for name in folders.dropFirst() { directory = try directory.child(String(name), creating: creating) }
      return directory
    } catch {
      if error.code == ENOENT, !creating { return nil }
      throw error
    }
  }

  static func status(_ address: String, below top: borrowing Directory) throws(OutputError)
    -> (size: Int, time: timespec)?
  {
    let (folders, name) = parts(address)
    guard let directory = try folder(of: folders, below: top, creating: false) else { return nil }
    return try directory.status(of: name)
  }

  static func read(_ address: String, below top: borrowing Directory) throws(OutputError) -> [UInt8]? {
    let (folders, name) = parts(address)
    guard let directory = try folder(of: folders, below: top, creating: false) else { return nil }
    return try directory.read(name)
  }

  static func write(_ bytes: [UInt8], to address: String, below top: borrowing Directory) throws(OutputError) {
    let (folders, name) = parts(address)
    guard let directory = try folder(of: folders, below: top, creating: true) else { return }
    try directory.write(bytes, to: name)
  }

  /// Removes a file of ours, and the folders it leaves empty.
  static func remove(_ address: String, below top: borrowing Directory) throws(OutputError) -> Bool {
    var (folders, name) = parts(address)
    guard let directory = try folder(of: folders, below: top, creating: false) else { return false }
    guard try directory.status(of: name) != nil else { return false }
    try directory.remove(name)
    while let last = folders.popLast() {
      try folder(of: folders, below: top, creating: false)?.removeEmpty(String(last))
    }
    return true
  }
}
