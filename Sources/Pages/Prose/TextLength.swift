/// How long a text is, as an editor counts: each Chinese character one, each Latin word one, each number one.
package struct TextLength: Hashable, Sendable {
  /// Han, kana and bopomofo.
  package private(set) var characters = 0
  /// Words of other scripts, and numbers.
  package private(set) var words = 0

  package init(_ texts: [String]) {
    for text in texts { count(text) }
  }

  package var total: Int { characters + words }

  /// Minutes of quiet reading, rounded up: 400 characters or 200 words in each.
  package var minutes: Int { max(1, (characters + words * 2 + 399) / 400) }

  /// - Complexity: O(scalars)
  private mutating func count(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var isInWord = false
    for (index, scalar) in scalars.enumerated() {
      if Self.isCharacter(scalar) {
        characters += 1
        isInWord = false
      } else if Self.isOfWord(scalar) {
        if !isInWord { words += 1 }
        isInWord = true
      } else {
        isInWord =
          isInWord && index + 1 < scalars.count && joins(scalar, scalars[index - 1], scalars[index + 1])
      }
    }
  }

  /// `3,601`, `95.2`, `18:00`, `don’t` and `COVID-19` are one word each.
  private func joins(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ":", "/": Self.isDigit(before) && Self.isDigit(after)
    case "-", "_", "'", "’":
      Self.isOfWord(before) && Self.isOfWord(after) && !Self.isCharacter(before) && !Self.isCharacter(after)
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3105...0x312F, 0x31A0...0x31BF,
      0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x2_0000...0x3_FFFD:
      true
    default: false
    }
  }
}
