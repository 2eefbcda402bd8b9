import Glibc
import Output

/// A release's files in a folder: its own, or a temporary one that goes with the value.
package struct ReleaseFolder: ~Copyable {
  package let path: String
  private let isTemporary: Bool

  /// Unpacks what is no folder. Only files of the payload and the tag files with safe paths are unpacked.
  ///
  /// - Complexity: O(bytes) for a packed release.
  package init(_ reader: ReleaseReader) throws(OutputError) {
    if let folder = reader.folder {
      path = folder
      isTemporary = false
      return
    }
    let path = try Self.temporary()
    let staging = Staging(folder: path, previous: nil)
    for file in reader.paths where BagPath.fault(of: file.bytes) == nil {
      if let bytes = try reader.bytes(file) { _ = try staging.write(bytes, to: file) }
    }
    self.path = path
    isTemporary = true
  }

  private static func temporary() throws(OutputError) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array((parent + "/jianbao-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw .last("mkdir", parent) }
    return made
  }

  deinit {
    if isTemporary { try? FolderRemoval.remove(path) }
  }
}
