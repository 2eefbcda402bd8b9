import Digests
import Glibc
import Output

/// Files of a release, written or linked.
enum FileCopy {
  /// The digest of a plain file of a size; `nil` for anything else.
  ///
  /// - Complexity: O(size)
  static func digest(of path: String, size: Int) throws(OutputError) -> Digest? {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size == size else { return nil }
    return try read(path).map { Digest(of: $0) }
  }

  static func read(_ path: String) throws(OutputError) -> [UInt8]? {
    let (folder, name) = parted(path)
    return try Directory(path: folder).read(name)
  }

  /// Writes a file in one step: aside, and then under its name. Readable for all, whatever the mask says.
  ///
  /// - Parameter other: A file whose time and size together must not be those of the new one, for they are what a web
  ///   server's `ETag` is made of.
  static func write(
    _ bytes: [UInt8], to folder: String, _ address: String, unlike other: String?
  ) throws(OutputError) {
    let path = folder + "/" + address
    try makeFolders(to: folder, address)
    let parent = parted(path).folder
    // One file at a time is written to a release.
    let aside = parent + "/.new"
    _ = unlink(aside)
    let file = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .last("open", path) }
    defer { close(file) }
    try Descriptor.write(bytes, to: file, path: path)
    guard fchmod(file, 0o644) == 0 else { throw .last("chmod", path) }
    try other.map { file_other throws(OutputError) in try part(file, from: file_other, path: path) }
    guard rename(aside, path) == 0 else { throw .last("rename", path) }
  }

  /// Sets a file's time a second behind another's where the two could be taken for one.
  private static func part(_ file: Int32, from other: String, path: String) throws(OutputError) {
    var (new, old) = (stat(), stat())
    guard fstat(file, &new) == 0, lstat(other, &old) == 0, new.st_size == old.st_size,
      new.st_mtim.tv_sec <= old.st_mtim.tv_sec
    else { return }
    let time = timespec(tv_sec: old.st_mtim.tv_sec + 1, tv_nsec: 0)
    let isSet = [time, time].withUnsafeBufferPointer { futimens(file, $0.baseAddress) } == 0
    guard isSet else { throw .last("touch", path) }
  }

  enum Linked {
    case linked
    /// Something stands there already.
    case taken
    /// The file system can link no more, or never could.
    case impossible
  }

  /// Links a file of another release.
  static func link(_ old: String, to folder: String, _ address: String) throws(OutputError) -> Linked {
    try makeFolders(to: folder, address)
    let path = folder + "/" + address
    if Glibc.link(old, path) == 0 { return .linked }
    switch errno {
    case EEXIST: return .taken
    case EMLINK, EPERM, EXDEV, ENOTSUP, ENOSYS: return .impossible
    default: throw .last("link", path)
    }
  }

  /// Makes the folders of an address below one that is made too.
  static func makeFolders(to folder: String, _ address: String) throws(OutputError) {
    var path = folder
    try make(path)
    for part in address.split(separator: "/").dropLast() {
      path += "/" + part
      try make(path)
    }
  }

  /// Makes a folder and those above it. Those that are made can be read by all, whatever the mask says.
  static func make(_ path: String) throws(OutputError) {
    guard access(path, F_OK) != 0, !path.isEmpty else { return }
    try make(parted(path).folder)
    guard mkdir(path, 0o755) == 0 || errno == EEXIST, chmod(path, 0o755) == 0 else {
      throw .last("mkdir", path)
    }
  }

  private static func parted(_ path: String) -> (folder: String, name: String) {
    let name = path.utf8.reversed().prefix { $0 != 0x2F }.count
    return (String(path.utf8.dropLast(name + 1)) ?? "", String(path.utf8.suffix(name)) ?? "")
  }
}
