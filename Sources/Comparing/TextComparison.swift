/// A run of a text that stands in one version, or in both.
package struct TextRun: Sendable, Hashable {
  package enum Kind: String, Sendable { case same, removed, added }
  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// A Markdown file that two releases have differently, sentence by sentence.
package struct TextChange: Sendable, Hashable {
  package enum Kind: String, Sendable { case added, removed, changed }
  /// Below the content folder: `stories/gaoming.md`.
  package var path: String
  package var kind: Kind
  /// Changed passages, each with the unchanged sentence before it; a passage is runs of characters.
  package var passages: [[TextRun]]
}

enum TextComparison {
  static func changes(from old: [String: [UInt8]], to new: [String: [UInt8]]) -> [TextChange] {
    let paths = Set(old.keys).union(new.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return paths.compactMap { path in
      switch (old[path], new[path]) {
      case (nil, let after?):
        TextChange(path: path, kind: .added, passages: [[TextRun(.added, text(after))]])
      case (let before?, nil):
        TextChange(path: path, kind: .removed, passages: [[TextRun(.removed, text(before))]])
      case (let before?, let after?) where before != after:
        TextChange(path: path, kind: .changed, passages: passages(text(before), text(after)))
      default: nil
      }
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Sentences that differ; where one took the place of another, the characters within it that do.
  static func passages(_ old: String, _ new: String) -> [[TextRun]] {
    let before = sentences(old)
    let after = sentences(new)
    var passages: [[TextRun]] = []
    var last: String?
    for part in Alignment.parts(before, after) {
      switch part {
      case .same(let range): last = before[range.upperBound - 1]
      case .differ(let gone, let come):
        var runs: [TextRun] = []
        if let context = last?.trimmed, !context.isEmpty { runs.append(TextRun(.same, context)) }
        runs += characters(before[gone].joined(), after[come].joined())
        passages.append(runs)
      }
    }
    return passages
  }

  /// Splits behind what ends a sentence, and at line ends.
  static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    for character in text {
      current.append(character)
      if "。！？；\n".contains(character) || character.isNewline {
        sentences.append(current)
        current = ""
      }
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }

  /// Two passages as runs of characters; where little of them agrees, the whole old one and the whole new one, which
  /// reads better than shreds.
  private static func characters(_ old: String, _ new: String) -> [TextRun] {
    let (before, after) = (tokens(old), tokens(new))
    let parts = Alignment.parts(before, after)
    let shared = parts.reduce(0) { count, part in
      if case .same(let range) = part { count + range.count } else { count }
    }
    guard shared * 2 >= max(before.count, after.count) else {
      return [TextRun(.removed, old), TextRun(.added, new)].filter { !$0.text.isEmpty }
    }
    return parts.flatMap { part -> [TextRun] in
      switch part {
      case .same(let range): [TextRun(.same, before[range].joined())]
      case .differ(let gone, let come):
        [TextRun(.removed, before[gone].joined()), TextRun(.added, after[come].joined())].filter {
          !$0.text.isEmpty
        }
      }
    }
  }

  /// Characters, but a number or a Latin word is one token: 38 → 40 reads better than 3→4 8→0.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var isWord = false
    for character in text {
      let isPart =
        character.isASCII
        && (character.isLetter || character.isNumber || character == "." || character == "%")
      if isPart, isWord, let last = tokens.last {
        tokens[tokens.count - 1] = last + String(character)
      } else {
        tokens.append(String(character))
      }
      isWord = isPart
    }
    return tokens
  }
}

extension String {
  fileprivate var trimmed: String {
    let inner = drop { $0.isWhitespace }
    guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(inner[...last])
  }
}
