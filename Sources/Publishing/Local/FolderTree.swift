import Glibc
import Output

/// A folder with all that is in it.
enum FolderTree {
  /// The paths of everything that is no folder, below the folder, in no order. Links are not followed.
  static func files(below path: String) throws(OutputError) -> [String] {
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

  /// Removes a file, or a folder with all that is in it; what is not there is no trouble.
  static func remove(_ path: String) throws(OutputError) {
    guard isFolder(path) else {
      guard unlink(path) == 0 || errno == ENOENT else { throw .last("remove", path) }
      return
    }
    for name in try Directory(path: path).names() { try remove(path + "/" + name) }
    guard rmdir(path) == 0 || errno == ENOENT else { throw .last("remove", path) }
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
