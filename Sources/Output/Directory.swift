import Glibc

/// An open folder. Paths below it are walked part by part and never through a symbolic link.
package struct Directory: ~Copyable {
  package let descriptor: Int32
  package let path: String

  /// Opens a folder; the path itself may lead through links, for it is the user's own.
  package init(path: String) throws(OutputError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("open", path) }
    self.descriptor = descriptor
    self.path = path
  }

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  /// Opens the folder `name` below this one, making it when asked to.
  package func child(_ name: String, creating: Bool) throws(OutputError) -> Directory {
    let whole = path + "/" + name
    var opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if opened < 0, errno == ENOENT, creating {
      guard mkdirat(descriptor, name, 0o755) == 0 || errno == EEXIST else { throw .last("mkdir", whole) }
      opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    guard opened >= 0 else { throw .last("open", whole) }
    return Directory(descriptor: opened, path: whole)
  }

  /// What stands under a name; a link is never followed.
  package func standing(of name: String) throws(OutputError) -> Standing {
    var info = stat()
    guard fstatat(descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return .nothing }
      throw .last("stat", path + "/" + name)
    }
    guard info.st_mode & S_IFMT == S_IFREG else { return .other(name) }
    return .file(size: Int(info.st_size), written: Moment(info.st_mtim), changed: Moment(info.st_ctim))
  }

  /// - Complexity: O(size)
  package func read(_ name: String) throws(OutputError) -> [UInt8]? {
    // A pipe in the file's place would otherwise keep the build waiting for its other end.
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw .last("open", path + "/" + name)
    }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw .last("stat", path + "/" + name) }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw .last("read", path + "/" + name)
      }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Writes a file in place: over an old one without cutting it first, which on ext4 is many times faster.
  func write(_ bytes: [UInt8], to name: String) throws(OutputError) {
    let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .last("open", path + "/" + name) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(file, buffer.baseAddress?.advanced(by: written), buffer.count - written, off_t(written))
      }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .last("write", path + "/" + name)
      }
      written += count
    }
    guard ftruncate(file, off_t(bytes.count)) == 0 else { throw .last("truncate", path + "/" + name) }
  }

  /// Writes a file aside and renames it over the old one: there is never half of it.
  package func replace(_ name: String, with bytes: [UInt8]) throws(OutputError) {
    let aside = name + ".new"
    try write(bytes, to: aside)
    guard renameat(descriptor, aside, descriptor, name) == 0 else { throw .last("rename", path + "/" + name) }
  }

  package func remove(_ name: String) throws(OutputError) {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
      throw .last("remove", path + "/" + name)
    }
  }

  /// Removes a folder if nothing is left in it.
  func removeEmpty(_ name: String) {
    _ = unlinkat(descriptor, name, AT_REMOVEDIR)
  }

  /// The names in the folder but for `.` and `..`, in byte order; what is no UTF-8 is passed over.
  ///
  /// - Complexity: O(n log n)
  package func names() throws(OutputError) -> [String] {
    // A stream owns its descriptor and reads on from where that stands: it gets one of its own.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = fdopendir(own) else { throw .last("open", path) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
