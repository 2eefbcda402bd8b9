import Glibc
import Output

/// Files that are written whole and at once: the old one or the new one is there, never half of one.
enum SmallFile {
  /// - Returns: `nil` where there is none.
  static func read(_ path: String) throws(OutputError) -> [UInt8]? {
    var bytes: [UInt8] = []
    do throws(OutputError) {
      try FileReading.read(FolderListing.path(path), as: path) { bytes.append(contentsOf: $0) }
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    return bytes
  }

  /// Writes a file, and waits until it is on the disk.
  ///
  /// - Parameter mode: Whatever the user's own mask is.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o444) throws(OutputError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .last("create", path) }
    defer { close(file) }
    try Descriptor.write(bytes, to: file, path: path)
    guard fchmod(file, mode) == 0 else { throw .last("chmod", path) }
    guard fsync(file) == 0 else { throw .last("write", path) }
  }

  /// Puts a file in the place of another, and waits until that is on the disk.
  static func replace(_ path: String, with bytes: [UInt8]) throws(OutputError) {
    let aside = path + ".new"
    guard unlink(aside) == 0 || errno == ENOENT else { throw .last("remove", aside) }
    try write(bytes, to: aside, mode: 0o644)
    guard rename(aside, path) == 0 else { throw .last("rename", path) }
    try FolderSync.sync(parent(of: path))
  }

  static func remove(_ path: String) throws(OutputError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw .last("remove", path) }
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}

/// Waits for the disk.
enum FolderSync {
  /// The names in a folder.
  static func sync(_ path: String) throws(OutputError) {
    try sync(FolderListing.path(path), as: path)
  }

  /// A folder with all that is in it.
  ///
  /// It is called when everything is written: the first wait then takes most of it along, and the others are short.
  /// - Complexity: O(n) in files and folders.
  static func syncTree(_ path: String) throws(OutputError) {
    try syncTree(FolderListing.path(path), as: path)
  }

  private static func syncTree(_ path: [CChar], as name: String) throws(OutputError) {
    for child in try FolderListing.names(in: path) {
      let whole = path.dropLast() + [0x2F] + child.map { CChar(bitPattern: $0) } + [0]
      var info = stat()
      guard lstat(Array(whole), &info) == 0 else { throw .last("stat", name) }
      if info.st_mode & S_IFMT == S_IFDIR {
        try syncTree(Array(whole), as: name)
      } else {
        try sync(Array(whole), as: name)
      }
    }
    try sync(path, as: name)
  }

  private static func sync(_ path: [CChar], as name: String) throws(OutputError) {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw .last("open", name) }
    defer { close(file) }
    // Some file systems of networks cannot sync a folder; they have no buffer of names either.
    guard fsync(file) == 0 || errno == EINVAL else { throw .last("write", name) }
  }
}
