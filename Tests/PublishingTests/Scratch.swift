import Glibc

/// A folder that a test fills and that goes with it.
final class Scratch: Sendable {
  let path: String

  init() {
    var template = Array((P_tmpdir + "/jianbao-publish-XXXXXX").utf8CString)
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
    // Another file under the name: what a release shares with another is not changed there.
    unlink(target)
    let file = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen(path + "/" + name, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func info(_ name: String) -> stat? {
    var info = stat()
    return lstat(path + "/" + name, &info) == 0 ? info : nil
  }

  func remove(_ name: String) { Self.remove(path + "/" + name) }

  func link(_ name: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 512)
    let count = readlink(path + "/" + name, &buffer, buffer.count)
    return count < 0 ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Names in a folder, in byte order.
  func names(_ folder: String = "") -> [String] {
    Self.names(path + "/" + folder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of every file below, by path.
  func tree(_ folder: String) -> [String: [UInt8]] {
    names(folder).reduce(into: [:]) { tree, name in
      let whole = folder + "/" + name
      if let info = info(whole), info.st_mode & S_IFMT == S_IFDIR {
        for (path, bytes) in self.tree(whole) { tree[name + "/" + path] = bytes }
      } else {
        tree[name] = bytes(whole)
      }
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
    chmod(path, 0o755)
    for name in names(path) where unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
    if rmdir(path) != 0 { unlink(path) }
  }
}
