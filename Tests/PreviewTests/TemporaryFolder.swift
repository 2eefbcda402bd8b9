import Glibc

/// A folder that a test fills and that goes with it.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() {
    var template = Array((P_tmpdir + "/jianbao-preview-XXXXXX").utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "" }
      return String(cString: made)
    }
  }

  deinit {
    Self.remove(path)
  }

  func makeFolder(_ name: String) {
    mkdir(path + "/" + name, 0o755)
  }

  func write(_ name: String, _ text: String = "x") {
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = Glibc.write(file, text, text.utf8.count)
    close(file)
  }

  func rename(_ old: String, _ new: String) {
    _ = Glibc.rename(path + "/" + old, path + "/" + new)
  }

  func remove(_ name: String) {
    Self.remove(path + "/" + name)
  }

  private static func remove(_ path: String) {
    guard let folder = opendir(path) else {
      unlink(path)
      return
    }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { remove(path + "/" + name) }
    }
    closedir(folder)
    rmdir(path)
  }
}

/// A file that is written again and again.
struct TemporaryFile: Sendable {
  let path: String

  func write() {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = Glibc.write(file, "x", 1)
    close(file)
  }
}
