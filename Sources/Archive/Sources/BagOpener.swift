import Glibc
import Output

/// Finds out what a path is.
package enum BagOpener {
  /// - Returns: `nil` when it is neither a folder nor an archive.
  /// - Throws: When there is nothing, or it cannot be read.
  package static func open(_ path: String) throws(OutputError) -> (any BagSource)? {
    var info = stat()
    guard stat(path, &info) == 0 else { throw .last("open", path) }
    switch info.st_mode & S_IFMT {
    case S_IFDIR: return BagFolder(path: path)
    case S_IFREG: return try PackedBag(path: path)
    default: return nil
    }
  }
}
