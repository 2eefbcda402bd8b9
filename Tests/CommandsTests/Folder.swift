import Glibc

/// A folder of a test. One that the test made goes with it.
final class Folder {
  let path: String
  private let isTemporary: Bool

  init() {
    var template = Array((P_tmpdir + "/jianbao-site-XXXXXX").utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "" }
      return String(cString: made)
    }
    isTemporary = true
  }

  init(_ path: String) {
    self.path = path
    isTemporary = false
  }

  deinit {
    if isTemporary { Self.remove(path) }
  }

  func write(_ name: String, _ bytes: [UInt8]) {
    let target = path + "/" + name
    var at = target.index(after: target.startIndex)
    while let slash = target[at...].firstIndex(of: "/") {
      mkdir(String(target[..<slash]), 0o755)
      at = target.index(after: slash)
    }
    let file = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  /// `nil` where there is no such file.
  func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen(path + "/" + name, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  func names(in folder: String = "") -> [String] {
    guard let stream = opendir(path + "/" + folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The bytes of every file below, by path.
  func tree(_ folder: String = "") -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for name in names(in: folder) {
      let child = folder.isEmpty ? name : folder + "/" + name
      var info = stat()
      guard lstat(path + "/" + child, &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR {
        tree.merge(self.tree(child)) { $1 }
      } else {
        tree[child] = bytes(child)
      }
    }
    return tree
  }

  private static func remove(_ path: String) {
    for name in Folder(path).names() where unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
    rmdir(path)
  }
}
