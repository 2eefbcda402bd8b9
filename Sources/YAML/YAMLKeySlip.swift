import Common

/// A line that was meant as `key: value` and is none, because of its colon.
struct YAMLKeySlip: Equatable {
  enum Kind: Equatable {
    /// `标题：何晓琴`
    case fullWidthColon
    /// `title:何晓琴`
    case noSpace
  }

  var kind: Kind
  var key: String
  /// Of the colon, in Unicode scalars from 0.
  var column: Int

  var rule: Rule {
    switch kind {
    case .fullWidthColon: .yamlFullWidthColon
    case .noSpace: .yamlSpaceAfterColon
    }
  }

  /// Longer texts before a colon are prose, not keys.
  private static let longestKey = 40

  /// `nil` where the line is a proper `key: value`, or nothing like one.
  init?(in line: some StringProtocol) {
    let scalars = Array(line.unicodeScalars.prefix { $0 != "\n" })
    var start = 0
    while start < scalars.count, scalars[start] == " " || Self.isDash(scalars, start) { start += 1 }
    guard start < scalars.count, !Self.opensOtherThings.contains(scalars[start]) else { return nil }
    for index in start..<min(scalars.count, start + Self.longestKey) {
      switch scalars[index] {
      case ":":
        guard index + 1 < scalars.count else { return nil }
        let next = scalars[index + 1]
        guard next != " ", next != "\t", next != "/", index > start else { return nil }
        kind = .noSpace
      case "：":
        guard index > start else { return nil }
        kind = .fullWidthColon
      case "#" where index > start && scalars[index - 1] == " ": return nil
      default: continue
      }
      var name = String.UnicodeScalarView()
      name.append(contentsOf: scalars[start..<index])
      key = String(name)
      column = index
      return
    }
    return nil
  }

  private static let opensOtherThings: Set<Unicode.Scalar> = [
    "\"", "'", "#", "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@", "`", "?",
  ]

  private static func isDash(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars[index] == "-" && index + 1 < scalars.count && scalars[index + 1] == " "
  }
}
