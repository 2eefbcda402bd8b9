import Glibc

/// A folder that a test fills and that goes with it: a class, for `#expect` takes nothing that cannot be copied.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array((P_tmpdir + "/jianbao-output-XXXXXX").utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "" }
      return String(cString: made)
    }
  }

  deinit {
    Self.remove(path)
  }

  func write(_ name: String, _ text: String) {
    let target = path + "/" + name
    var at = target.index(after: target.startIndex)
    while let slash = target[at...].firstIndex(of: "/") {
      mkdir(String(target[..<slash]), 0o755)
      at = target.index(after: slash)
    }
    let file = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  /// A file's text; `nil` where there is none.
  func text(_ name: String) -> String? {
    guard let file = fopen(path + "/" + name, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  func exists(_ name: String) -> Bool {
    var info = stat()
    return lstat(path + "/" + name, &info) == 0
  }

  /// What tells whether a file was touched.
  struct Mark: Equatable {
    var inode: UInt
    var seconds: Int
    var nanoseconds: Int
  }

  func mark(_ name: String) -> Mark? {
    var info = stat()
    guard lstat(path + "/" + name, &info) == 0 else { return nil }
    return Mark(inode: info.st_ino, seconds: info.st_mtim.tv_sec, nanoseconds: info.st_mtim.tv_nsec)
  }

  /// Sets the time of the last write back to 2020, as a program may that copies a file with its times.
  func setBack(_ name: String) {
    let time = timespec(tv_sec: 1_580_000_000, tv_nsec: 0)
    _ = [time, time].withUnsafeBufferPointer { utimensat(AT_FDCWD, path + "/" + name, $0.baseAddress, 0) }
  }

  /// Paths of the plain files below the folder, in byte order.
  func files() -> [String] {
    Self.list(path, "").sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func list(_ path: String, _ prefix: String) -> [String] {
    names(path).flatMap { name -> [String] in
      var info = stat()
      guard lstat(path + "/" + name, &info) == 0 else { return [] }
      return info.st_mode & S_IFMT == S_IFDIR ? list(path + "/" + name, prefix + name + "/") : [prefix + name]
    }
  }

  private static func names(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) {
    for name in names(path) where unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
    rmdir(path)
  }
}
