import Glibc
import Output

/// A folder that is replaced as a whole: written aside, then renamed, so that there is never half a report.
struct ReportFolder {
  /// What tells that a folder is a report of ours, and may be replaced.
  static let mark = ".jianbao-report"

  let path: String

  init(_ path: String) {
    var path = path
    while path.count > 1, path.last == "/" { path.removeLast() }
    self.path = path
  }

  /// Whether a report may stand here: nothing does, or an empty folder, or an earlier report.
  var isFree: Bool {
    var info = stat()
    guard lstat(path, &info) == 0 else { return errno == ENOENT }
    guard info.st_mode & S_IFMT == S_IFDIR else { return false }
    return access(path + "/" + Self.mark, F_OK) == 0 || Self.names(path).isEmpty
  }

  /// Puts the files in the place of what stands there.
  ///
  /// - Throws: `OutputError`; an earlier report stays as it was.
  func replace(with files: [(address: String, bytes: [UInt8])]) throws(OutputError) {
    let slash = path.lastIndex(of: "/")
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard isFree, !name.isEmpty, name != ".", name != ".." else {
      throw OutputError(action: "replace", path: path, code: EEXIST)
    }
    try OutputFolder.createFolders(parent)
    let (new, old) = ("\(parent)/.\(name).new", "\(parent)/.\(name).old")
    Self.remove(new)
    Self.remove(old)
    do throws(OutputError) {
      try OutputFolder.createFolders(new)
      let top = try Directory(path: new)
      for file in files { try OutputFolder.write(file.bytes, to: file.address, below: top) }
      try OutputFolder.write(Array("jianbao check --report\n".utf8), to: Self.mark, below: top)
      guard rename(path, old) == 0 || errno == ENOENT else { throw .last("rename", path) }
      guard rename(new, path) == 0 else {
        let error = OutputError.last("rename", path)
        _ = rename(old, path)
        throw error
      }
    } catch {
      Self.remove(new)
      throw error
    }
    Self.remove(old)
  }

  private static func names(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a folder with all that is in it; a link is removed and not followed.
  private static func remove(_ path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in names(path) { remove(path + "/" + name) }
    rmdir(path)
  }
}
