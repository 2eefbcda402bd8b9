import Common

/// Full-width digits and letters.
extension Linter {
  func checkWidth(_ prose: Prose, _ report: inout LintReport) {
    var index = 0
    while index < prose.scalars.count {
      guard isWide(prose, index) else {
        index += 1
        continue
      }
      let start = index
      while isWide(prose, index) { index += 1 }
      var narrow = String.UnicodeScalarView()
      narrow.append(contentsOf: prose.scalars[start..<index].map(Characters.narrow))
      report.add(
        Diagnostic(
          .lintFullWidthCharacters, .warning, at: location(prose, start),
          ["found": prose.string(start..<index), "wanted": String(narrow)]))
    }
  }

  private func isWide(_ prose: Prose, _ index: Int) -> Bool {
    prose.text(index).map { Characters.isFullWidthDigit($0) || Characters.isFullWidthLetter($0) } ?? false
  }
}

/// Which quotation marks a file has.
struct QuoteCount {
  private enum Style: Int, CaseIterable {
    case corner, curly, straight

    var text: String {
      switch self {
      case .corner: "「」"
      case .curly: "“”"
      case .straight: "\"\""
      }
    }
  }

  private var counts: [Style: Int] = [:]
  private var firsts: [Style: Int] = [:]

  mutating func count(_ prose: Prose) {
    for index in prose.indices {
      guard let scalar = prose.text(index), let style = style(of: scalar, prose, index) else { continue }
      counts[style, default: 0] += 1
      if firsts[style] == nil { firsts[style] = prose.offsets[index] }
    }
  }

  private func style(of scalar: Unicode.Scalar, _ prose: Prose, _ index: Int) -> Style? {
    switch scalar {
    case "「", "『": .corner
    case "“": .curly
    case "\"" where prose.isHan(index + 1): .straight
    default: nil
    }
  }

  /// The first mark of another kind than the file's usual, which is the commonest and then the first.
  var mixed: (offset: Int, found: String, usual: String)? {
    let usual = Style.allCases.filter { counts[$0] != nil }
      .min {
        (-counts[$0, default: 0], firsts[$0, default: 0]) < (-counts[$1, default: 0], firsts[$1, default: 0])
      }
    let others = Style.allCases.filter { $0 != usual && counts[$0] != nil }
    guard let usual, let odd = others.min(by: { firsts[$0, default: 0] < firsts[$1, default: 0] }),
      let offset = firsts[odd]
    else { return nil }
    return (offset, odd.text, usual.text)
  }
}
