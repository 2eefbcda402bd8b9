/// Gives each heading of a page its own id, which keeps Chinese: `复工复产`, `复工复产-2`.
struct HeadingIDs {
  private var used: Set<String> = []
  /// The number tried next for an id that was taken: many like headings must not cost their square.
  private var next: [String: Int] = [:]

  /// Lower case, white space to `-`, punctuation dropped; `section` where nothing is left.
  mutating func id(for text: String) -> String {
    var id = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if EastAsianText.isSpace(scalar) || scalar == "-" {
        if let last = id.last, last != "-" { id.append("-") }
      } else if Self.isKept(scalar) {
        id.append(scalar)
      }
    }
    while id.last == "-" { id.removeLast() }
    let base = id.isEmpty ? "section" : String(id)
    var candidate = base
    while !used.insert(candidate).inserted {
      let number = next[base, default: 2]
      next[base] = number + 1
      candidate = "\(base)-\(number)"
    }
    return candidate
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if EastAsianText.isIdeograph(scalar) { return true }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }
}
