/// Gives each heading of a page its own id, which keeps Chinese: `复工复产`, `复工复产-2`.
struct HeadingIDs {
  private var used: Set<String> = []

  /// Lower case, white space to `-`, punctuation dropped; `section` where nothing is left.
  mutating func id(for text: String) -> String {
    var id = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "-" {
        if let last = id.last, last != "-" { id.append("-") }
      } else if Self.isKept(scalar) {
        id.append(scalar)
      }
    }
    while id.last == "-" { id.removeLast() }
    let base = id.isEmpty ? "section" : String(id)
    var candidate = base
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(base)-\(number)"
      number += 1
    }
    return candidate
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }
}
