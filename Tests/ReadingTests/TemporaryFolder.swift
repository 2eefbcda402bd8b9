import Common
import Glibc

@testable import Reading

/// A folder that a test fills and that goes with it.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() {
    var template = Array((P_tmpdir + "/jianbao-XXXXXX").utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "" }
      return String(cString: made)
    }
  }

  init(_ files: [String: String]) {
    self.init()
    for (name, text) in files { write(name, Array(text.utf8)) }
  }

  deinit {
    Self.remove(path)
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

  private static func remove(_ path: String) {
    guard let folder = opendir(path) else {
      unlink(path)
      return
    }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let child = path + "/" + name
      if unlink(child) != 0 { remove(child) }
    }
    closedir(folder)
    rmdir(path)
  }
}
