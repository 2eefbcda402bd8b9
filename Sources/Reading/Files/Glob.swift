/// A pattern of paths: `*` is any run of characters within a name, `?` one, `**` any folders, none too.
///
/// Names compare by character, so a name in another normal form of Unicode matches.
package struct Glob: Hashable, Sendable {
  private let parts: [[Character]]

  package init(_ pattern: String) {
    parts = Self.split(pattern)
  }

  /// - Complexity: O(p · n) but for patterns of many stars.
  package func matches(_ path: String) -> Bool {
    Self.matches(parts[...], Self.split(path)[...])
  }

  private static func split(_ path: String) -> [[Character]] {
    path.split(separator: "/").filter { $0 != "." }.map(Array.init)
  }

  private static func matches(_ pattern: ArraySlice<[Character]>, _ path: ArraySlice<[Character]>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    let rest = pattern.dropFirst()
    if first == ["*", "*"] {
      return (0...path.count).contains { matches(rest, path.dropFirst($0)) }
    }
    guard let name = path.first, matchesName(first, name) else { return false }
    return matches(rest, path.dropFirst())
  }

  /// Goes back to the last star only, which suffices: a later star can take what an earlier one gave up.
  private static func matchesName(_ pattern: [Character], _ name: [Character]) -> Bool {
    var (p, n) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        (p, n) = (p + 1, n + 1)
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        (p, n) = (last.pattern + 1, last.name + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
