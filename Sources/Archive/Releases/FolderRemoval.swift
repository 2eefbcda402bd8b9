import Glibc
import Output

/// Removes folders with all that is in them.
enum FolderRemoval {
  /// A folder that is not there is no trouble; links are removed, not followed.
  ///
  /// - Complexity: O(n) in files and folders.
  static func remove(_ path: String) throws(OutputError) {
    try remove(FolderListing.path(path), as: path)
  }

  private static func remove(_ path: [CChar], as name: String) throws(OutputError) {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      if errno == ENOENT { return }
      throw .last("stat", name)
    }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      guard unlink(path) == 0 || errno == ENOENT else { throw .last("remove", name) }
      return
    }
    for child in try FolderListing.names(in: path) {
      try remove(path.dropLast() + [0x2F] + child.map { CChar(bitPattern: $0) } + [0], as: name)
    }
    guard rmdir(path) == 0 || errno == ENOENT else { throw .last("remove", name) }
  }
}
