import Glibc

/// Paths as the file system sees them.
enum RealPath {
  /// Whether `path` is `folder` or lies below it; links are followed, and what does not exist yet is taken as written.
  static func holds(_ folder: String, _ path: String) -> Bool {
    let (outer, inner) = (resolved(folder), resolved(path))
    return inner.starts(with: outer)
  }

  /// The names of the folders from the root to a path.
  private static func resolved(_ path: String) -> [Substring] {
    var existing = path.isEmpty ? "." : path
    var rest: [Substring] = []
    while true {
      if let real = realpath(existing, nil) {
        defer { free(real) }
        return applied(rest.reversed(), to: String(cString: real).split(separator: "/"))
      }
      let parts = existing.split(separator: "/", omittingEmptySubsequences: false)
      guard let last = parts.last, existing != "/", existing != "." else { return rest.reversed() }
      rest.append(last)
      let parent = parts.dropLast().joined(separator: "/")
      existing = parent.isEmpty ? (existing.hasPrefix("/") ? "/" : ".") : parent
    }
  }

  private static func applied(_ steps: [Substring], to start: [Substring]) -> [Substring] {
    var parts = start
    for step in steps where !step.isEmpty && step != "." {
      if step == ".." { _ = parts.popLast() } else { parts.append(step) }
    }
    return parts
  }
}
