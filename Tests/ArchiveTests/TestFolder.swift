import Glibc

/// A folder that a test fills and that goes with it.
final class TestFolder: Sendable {
  let path: String

  init() {
    var template = Array((P_tmpdir + "/jianbao-archive-XXXXXX").utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "" }
      return String(cString: made)
    }
  }

  deinit {
    Self.remove(path)
  }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) {
    let target = path + "/" + name
    // Parted at the byte: a slash that a combining mark follows is another character to Swift.
    var at = target.utf8.index(after: target.utf8.startIndex)
    while let slash = target.utf8[at...].firstIndex(of: 0x2F) {
      mkdir(String(decoding: target.utf8[..<slash], as: UTF8.self), 0o755)
      at = target.utf8.index(after: slash)
    }
    unlink(target)
    let file = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = Array(bytes).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  func write(_ name: String, _ text: String) { write(name, text.utf8) }

  func makeFolder(_ name: String) { mkdir(path + "/" + name, 0o755) }

  func remove(_ name: String) { Self.remove(path + "/" + name) }

  /// `nil` where there is none.
  func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen(path + "/" + name, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func exists(_ name: String) -> Bool {
    var info = stat()
    return lstat(path + "/" + name, &info) == 0
  }

  func inode(_ name: String) -> UInt {
    var info = stat()
    return lstat(path + "/" + name, &info) == 0 ? UInt(info.st_ino) : 0
  }

  /// Paths of the files below a folder, in byte order.
  func files(below folder: String = "") -> [String] {
    Self.names(path + "/" + folder).flatMap { name -> [String] in
      let child = folder.isEmpty ? name : folder + "/" + name
      var info = stat()
      guard lstat(path + "/" + child, &info) == 0 else { return [] }
      return info.st_mode & S_IFMT == S_IFDIR ? files(below: child) : [child]
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func names(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) {
    for name in names(path) where unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
    if unlink(path) != 0 { rmdir(path) }
  }
}

extension TestFolder {
  func link(_ name: String, to target: String) { symlink(target, path + "/" + name) }

  func makePipe(_ name: String) { mkfifo(path + "/" + name, 0o644) }
}
