import Common
import Glibc
import Reading

/// What lies in the folders a site is made from: names, sizes and times, to tell whether somebody wrote meanwhile.
struct SourceState: Equatable {
  private var files: [String: [Int]] = [:]

  /// - Complexity: O(n) in files.
  init(content: String, themes: [SourceFolder]) {
    var ignored = Findings()
    for folder in [SourceFolder(path: content)] + themes {
      for path in folder.files(findings: &ignored) {
        var info = stat()
        let name = folder.display(path)
        guard lstat(name, &info) == 0 else { continue }
        files[name] = [
          Int(info.st_ino), Int(info.st_size), info.st_mtim.tv_sec, info.st_mtim.tv_nsec, info.st_ctim.tv_sec,
          info.st_ctim.tv_nsec,
        ]
      }
    }
  }

  /// The first file, in byte order, that is not the same in both.
  func difference(from other: SourceState) -> String? {
    let names = Set(files.keys).union(other.files.keys)
    return names.filter { files[$0] != other.files[$0] }.min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
