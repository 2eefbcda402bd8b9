import Glibc
import Output

/// Writes a file that is not there yet, and never over one that is.
enum NewFile {
  /// - Throws: `OutputError`, with `EEXIST` where the file exists.
  static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    if let slash = path.lastIndex(of: "/") { try OutputFolder.createFolders(String(path[..<slash])) }
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .last("create", path) }
    defer { close(file) }
    try Descriptor.write(bytes, to: file, path: path)
  }
}
