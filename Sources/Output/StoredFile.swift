import Common
import Digests
import Glibc

/// A file that is published as it lies somewhere else, in the archive: nobody makes it again.
package struct StoredFile: Sendable, Hashable {
  /// Where it is published.
  package var address: String
  /// Where it lies.
  package var path: String
  /// What it must be: a file with other contents is not published.
  package var entry: Manifest.Entry

  package init(address: String, path: String, entry: Manifest.Entry) {
    self.address = address
    self.path = path
    self.entry = entry
  }

  /// - Throws: With `EILSEQ` when the file is not what its digest says.
  package func read() throws(OutputError) -> [UInt8] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let directory = try Directory(path: folder.isEmpty ? "." : folder)
    guard let bytes = try directory.read(String(parts.last ?? "")) else {
      throw OutputError(action: "open", path: path, code: ENOENT)
    }
    guard Digest(of: bytes) == entry.digest else {
      throw OutputError(action: "read", path: path, code: EILSEQ)
    }
    return bytes
  }
}
