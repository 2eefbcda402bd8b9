import Common

/// What makes two spellings of a place one name.
package enum PlaceName {
  /// The name in Unicode's form C with full-width letters as ASCII and without any blank.
  package static func key(_ name: String) -> String {
    let folded = PlainText.folded(name)
    let isASCII = folded.utf8.allSatisfy { $0 < 0x80 }
    return (isASCII ? folded : folded.nfc).filter { !$0.isWhitespace }
  }

  /// What people write behind a place's own name, or leave out.
  private static let endings = [
    "社区居民委员会", "社区居委会", "村民委员会", "居民委员会", "街道办事处", "居委会", "村委会", "社区", "街道", "小区", "街办", "村",
  ]

  /// The name without 社区, 居委会, 街道办事处 and the like.
  static func stem(_ key: String) -> Substring {
    for ending in endings where key.count > ending.count && key.hasSuffix(ending) {
      return key.dropLast(ending.count)
    }
    return key[...]
  }

  /// The codes that a number lost leading zeros of: 0501 of 501.
  package static func codes(behind number: String, in tree: RegionTree) -> [String] {
    let digits = key(number)
    guard digits.utf8.allSatisfy(Digits.isDigit), let first = digits.first, first != "0" else { return [] }
    var seen: Set<String> = []
    return tree.regions.map(\.code).filter { code in
      code.first == "0" && code.drop { $0 == "0" } == digits && seen.insert(code).inserted
    }
  }
}

/// Names of places, to find what a writer may have meant by one that no place bears.
package struct PlaceNames: Sendable {
  private let names: [String]
  private let byStem: [Substring: [String]]

  /// - Complexity: O(n).
  package init(_ names: [String]) {
    self.names = names
    byStem = Dictionary(grouping: names) { PlaceName.stem(PlaceName.key($0)) }
  }

  /// The nearest names: those that differ in 社区, 居委会 and the like alone come first.
  ///
  /// - Complexity: O(n).
  package func nearest(_ name: String, limit: Int = 3) -> [String] {
    let key = PlaceName.key(name)
    var found: [String] = []
    for candidate in (byStem[PlaceName.stem(key)] ?? []) + NearestNames.find(key, in: names, limit: limit)
    where !found.contains(candidate) {
      found.append(candidate)
    }
    return Array(found.prefix(limit))
  }
}
