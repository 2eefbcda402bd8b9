import Common
import Glibc

extension SourceFolder {
  /// All files below the folder or one of its own, as relative paths in byte order.
  ///
  /// Left out are what editors and spreadsheet programs leave behind (`.*`, `~$*`, `*~`, `*.swp`). Links and special
  /// files are findings. A folder that is not there has no files, unless it is the whole of it.
  ///
  /// - Complexity: O(n log n) in files and folders.
  package func files(below relative: String = "", findings: inout Findings) -> [String] {
    var files: [String] = []
    var folders = [relative]
    while let folder = folders.popLast() {
      for name in names(in: folder, isOptional: folder == relative && !relative.isEmpty, findings: &findings)
      {
        let path = folder.isEmpty ? name : folder + "/" + name
        do throws(FileTrouble) {
          if try isFolder(path) { folders.append(path) } else { files.append(path) }
        } catch {
          findings.add(error.diagnostic(path: display(path)))
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names in a folder that are content, in no order.
  private func names(in folder: String, isOptional: Bool, findings: inout Findings) -> [String] {
    guard let stream = opendir(display(folder)) else {
      let trouble = FileTrouble(errno: errno)
      if !(isOptional && trouble == .notFound) {
        findings.add(
          trouble == .notFound
            ? Diagnostic(.folderNotFound, at: Location(file: display(folder)))
            : trouble.diagnostic(path: display(folder)))
      }
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let name else {
        findings.add(Diagnostic(.fileNameNotUTF8, at: Location(file: display(folder))))
        continue
      }
      if !Self.isLeftBehind(name) { names.append(name) }
    }
    return names
  }

  private func isFolder(_ relative: String) throws(FileTrouble) -> Bool {
    var status = stat()
    guard lstat(display(relative), &status) == 0 else { throw FileTrouble(errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return true
    case S_IFREG: return false
    case S_IFLNK: throw .symbolicLink
    default: throw .notRegular
    }
  }

  /// `.~lock.日报.csv#`, `~$日报.xlsx`, `.git`, `notes.md~`, `.notes.md.swp`.
  static func isLeftBehind(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") || name.hasSuffix(".swp")
  }
}
