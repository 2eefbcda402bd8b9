/// Two sequences laid beside each other.
enum Alignment {
  enum Part: Hashable {
    /// Indices of the old sequence.
    case same(Range<Int>)
    case differ(old: Range<Int>, new: Range<Int>)
  }

  /// The longest common subsequence as runs (Myers, "An O(ND) Difference Algorithm", 1986, as the standard library's
  /// `difference(from:)` computes it).
  ///
  /// - Complexity: O(n · d), d being the number of differences.
  static func parts<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [Part] {
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(\.offset))
    let inserted = Set(difference.insertions.map(\.offset))
    var parts: [Part] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let (oldStart, newStart) = (left, right)
      while left < old.count, removed.contains(left) { left += 1 }
      while right < new.count, inserted.contains(right) { right += 1 }
      if left > oldStart || right > newStart {
        parts.append(.differ(old: oldStart..<left, new: newStart..<right))
        continue
      }
      while left < old.count, right < new.count, !removed.contains(left), !inserted.contains(right) {
        left += 1
        right += 1
      }
      parts.append(.same(oldStart..<left))
    }
    return parts
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
