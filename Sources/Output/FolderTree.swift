import Glibc

/// A folder with all that is in it.
package enum FolderTree {
  /// The paths of everything that is no folder, below the folder, in no order. Links are not followed.
  package static func files(below path: String) throws(OutputError) -> [String] {
    var files: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      let directory = try Directory(path: folder.isEmpty ? path : path + "/" + folder)
      for name in try directory.names() {
        let whole = folder.isEmpty ? name : folder + "/" + name
        if isFolder(path + "/" + whole) { folders.append(whole) } else { files.append(whole) }
      }
    }
    return files
  }

  package static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes a file, or a folder with all that is in it, whatever bytes the names are; what is not there is no trouble.
  ///
  /// - Complexity: O(n) in files and folders.
  package static func remove(_ path: String) throws(OutputError) {
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
