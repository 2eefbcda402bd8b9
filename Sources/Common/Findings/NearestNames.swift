/// Names that a writer may have meant.
package enum NearestNames {
  /// The candidates closest to `name`, at most `limit`, nearest first and then in the order given.
  ///
  /// Distance is Damerau's, over characters without case; a candidate further than a third of the longer
  /// name (at least 1, for Chinese names of two characters too) is no suggestion, unless one name holds the other.
  ///
  /// - Complexity: O(n · m²) for n candidates of m characters.
  package static func find(_ name: String, in candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let wanted = Array(name.lowercased())
    guard !wanted.isEmpty else { return [] }
    var scored: [(score: Int, order: Int, name: String)] = []
    var seen: Set<String> = []
    for (order, candidate) in candidates.enumerated() where seen.insert(candidate).inserted {
      let other = Array(candidate.lowercased())
      guard !other.isEmpty else { continue }
      let contains = wanted.count >= 2 && other.count >= 2 && (holds(other, wanted) || holds(wanted, other))
      let distance = self.distance(wanted, other)
      if distance <= max(1, max(wanted.count, other.count) / 3) || contains {
        scored.append((contains ? min(distance, 2) : distance, order, candidate))
      }
    }
    return scored.sorted { ($0.score, $0.order) < ($1.score, $1.order) }.prefix(limit).map(\.name)
  }

  private static func holds(_ whole: [Character], _ part: [Character]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0..<($0 + part.count)].elementsEqual(part) }
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row[j] = best
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
