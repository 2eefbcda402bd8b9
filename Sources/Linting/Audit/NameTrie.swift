import Reading

/// Names and words to be found in running text, the longest first.
struct NameTrie: Sendable {
  enum Meaning: Hashable, Sendable {
    case indicator(IndicatorIndex)
    /// `nil` where several places bear the name.
    case place(RegionIndex?)
    /// 全街道: the level's title.
    case level(String)
    case word(ClauseWord)
  }

  /// By node and character.
  private var edges: [UInt64: UInt32] = [:]
  private var meanings: [UInt32: Meaning] = [:]
  private var count: UInt32 = 1

  /// Adds a name; one that is there already keeps its meaning.
  mutating func add(_ name: String, _ meaning: Meaning) {
    var node: UInt32 = 0
    for scalar in name.unicodeScalars {
      let key = UInt64(node) << 32 | UInt64(scalar.value)
      if let next = edges[key] {
        node = next
      } else {
        edges[key] = count
        node = count
        count += 1
      }
    }
    if node != 0, meanings[node] == nil { meanings[node] = meaning }
  }

  /// The longest name that begins at `start`.
  ///
  /// - Complexity: O(its length).
  func longest(in prose: Prose, at start: Int) -> (meaning: Meaning, end: Int)? {
    var node: UInt32 = 0
    var index = start
    var best: (meaning: Meaning, end: Int)?
    while let scalar = prose.text(index), let next = edges[UInt64(node) << 32 | UInt64(scalar.value)] {
      node = next
      index += 1
      if let meaning = meanings[node] { best = (meaning, index) }
    }
    return best
  }
}
