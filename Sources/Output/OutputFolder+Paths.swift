import Glibc

extension OutputFolder {
  /// Makes a folder and those above it.
  package static func createFolders(_ path: String) throws(OutputError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made == "/" ? "" : "/") + part
      guard mkdir(made, 0o755) == 0 || errno == EEXIST || errno == EISDIR else { throw .last("mkdir", made) }
    }
  }

  private static func parts(_ address: String) -> (folders: [String], name: String) {
    let parts = SafeAddress.parts(address)
    return (parts.dropLast().map { String($0) }, parts.last.map { String($0) } ?? "")
  }

  private static func folder(
    _ folders: [String], below top: borrowing Directory, creating: Bool
  ) throws(OutputError) -> Directory {
    guard let first = folders.first else { return try Directory(path: top.path) }
    var directory = try top.child(first, creating: creating)
    for name in folders.dropFirst() { directory = try directory.child(name, creating: creating) }
    return directory
  }

  /// What stands at an address. No link is followed on the way.
  package static func standing(at address: String, below top: borrowing Directory) throws(OutputError)
    -> Standing
  {
    let (folders, name) = parts(address)
    guard !folders.isEmpty else { return try top.standing(of: name) }
    var walked: [String] = []
    do throws(OutputError) {
      walked.append(folders[0])
      var directory = try top.child(folders[0], creating: false)
      for folder in folders.dropFirst() {
        walked.append(folder)
        directory = try directory.child(folder, creating: false)
      }
      let standing = try directory.standing(of: name)
      if case .other = standing { return .other(address) }
      return standing
    } catch {
      switch error.code {
      case ENOENT: return .nothing
      case ENOTDIR, ELOOP: return .other(walked.joined(separator: "/"))
      default: throw error
      }
    }
  }

  package static func read(_ address: String, below top: borrowing Directory) throws(OutputError) -> [UInt8]?
  {
    let (folders, name) = parts(address)
    return try folder(folders, below: top, creating: false).read(name)
  }

  package static func write(_ bytes: [UInt8], to address: String, below top: borrowing Directory)
    throws(OutputError)
  {
    let (folders, name) = parts(address)
    try folder(folders, below: top, creating: true).write(bytes, to: name)
  }

  /// Removes a file of ours and the folders it leaves empty; what took its place since is left alone.
  ///
  /// - Returns: Whether there was a file.
  package static func remove(_ address: String, below top: borrowing Directory) throws(OutputError) -> Bool {
    let standing = try standing(at: address, below: top)
    if case .other = standing { return false }
    var (folders, name) = parts(address)
    var wasThere = false
    if case .file = standing {
      try folder(folders, below: top, creating: false).remove(name)
      wasThere = true
    }
    // A build that was killed may have left the folder without the file.
    while let last = folders.popLast() {
      do throws(OutputError) {
        try folder(folders, below: top, creating: false).removeEmpty(last)
      } catch {
        guard error.code == ENOENT else { throw error }
      }
    }
    return wasThere
  }
}
