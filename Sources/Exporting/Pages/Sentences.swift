/// Prose cut into sentences, each with its stop.
enum Sentences {
  private static let stops: Set<Character> = ["。", "！", "？", "!", "?", "…"]
  private static let closers: Set<Character> = ["”", "’", "」", "』", "）", "》", "\"", ")"]

  /// A Latin full stop ends a sentence only before a space: 95.4% is no end.
  static func split(_ text: String) -> [String] {
    let letters = Array(text)
    var sentences: [String] = []
    var start = 0
    var index = 0
    while index < letters.count {
      let isLatinStop =
        letters[index] == "." && (index + 1 == letters.count || letters[index + 1].isWhitespace)
      guard stops.contains(letters[index]) || isLatinStop else {
        index += 1
        continue
      }
      index += 1
      while index < letters.count, stops.contains(letters[index]) || closers.contains(letters[index]) {
        index += 1
      }
      while index < letters.count, letters[index].isWhitespace { index += 1 }
      sentences.append(String(letters[start..<index]))
      start = index
    }
    if start < letters.count { sentences.append(String(letters[start...])) }
    return sentences
  }

  /// As many whole sentences as fit; where not even the first does, its beginning with an ellipsis.
  ///
  /// - Parameter limit: The most characters of the result.
  static func fit(_ text: String, within limit: Int) -> String {
    var fitted = ""
    for sentence in split(text) {
      guard (fitted + sentence).trimmed.count <= limit else { break }
      fitted += sentence
    }
    if !fitted.isEmpty || text.isEmpty { return fitted.trimmed }
    return limit > 0 ? String(text.prefix(limit - 1)) + "…" : ""
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }
}
