import Glibc

/// Paths as the file system sees them.
enum RealPath {
  /// Whether `path` is `folder` or lies below it; links are followed, and what does not exist yet is taken as written.
  static func holds(_ folder: String, _ path: String) -> Bool {
    guard let outer = resolved(folder) else { return false }
    var existing = path
    while !existing.isEmpty {
      if let inner = resolved(existing) {
        return inner == outer || inner.hasPrefix(outer == "/" ? "/" : outer + "/")
      }
      guard let slash = existing.lastIndex(of: "/") else { break }
      existing = String(existing[..<slash])
    }
    guard !path.hasPrefix("/"), let here = resolved(".") else { return false }
    return here == outer || here.hasPrefix(outer + "/")
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
