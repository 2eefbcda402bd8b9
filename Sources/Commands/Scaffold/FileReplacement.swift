import Glibc
import Output

/// Puts new contents in a file's place, all of them or none.
enum FileReplacement {
  /// Writes a temporary file beside the old one, with its permissions, and renames it.
  ///
  /// - Throws: `OutputError`; the old file is as it was.
  static func write(_ bytes: [UInt8], over path: String) throws(OutputError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .last("read", path) }
    // A link is not followed: what it leads to is not ours.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw OutputError(action: "write", path: path, code: ELOOP)
    }
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    var template = Array((path[..<slash] + "." + path[slash...] + ".XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw .last("create", path) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do throws(OutputError) {
      defer { close(file) }
      // Another's file keeps its group where the system lets us; its permissions in any case.
      _ = fchown(file, status.st_uid, status.st_gid)
      guard fchmod(file, status.st_mode & 0o7777) == 0 else { throw .last("write", path) }
      try Descriptor.write(bytes, to: file, path: path)
      guard fsync(file) == 0 else { throw .last("write", path) }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let error = OutputError.last("rename", path)
      unlink(temporary)
      throw error
    }
  }
}
