/// What a program says, made fit for a finding: on one line, with no secret and nobody's number in it.
enum ProgramWords {
  /// How many characters of its standard error are shown: the last, where the reason stands.
  static let longest = 600

  /// The end of what it wrote to its standard error.
  static func shown(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: withoutEscapes(bytes), as: UTF8.self).split(whereSeparator: \.isNewline)
    let text = lines.map { trimmed($0) }.filter { !$0.isEmpty }.joined(separator: " ⏎ ")
    let masked = masked(text)
    return masked.count > longest ? "…" + masked.suffix(longest) : masked
  }

  /// A command as it might be typed.
  static func line(_ words: [String]) -> String {
    masked(
      words.map { word in
        let isPlain = !word.isEmpty && !word.contains { $0.isWhitespace || "\"'$*;|&<>()".contains($0) }
        return isPlain ? word : "'" + word + "'"
      }.joined(separator: " "))
  }

  /// Without the password of an address (`postgresql://user:secret@host`), and without the greater part of a number of
  /// seven and more digits: a database may quote the row it stumbled over.
  static func masked(_ text: String) -> String {
    var result = ""
    var digits = ""
    func flush() {
      result += digits.count >= 7 ? digits.prefix(3) + "***" : digits
      digits = ""
    }
    for character in withoutPasswords(text) {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  private static func withoutPasswords(_ text: String) -> String {
    var rest = text[...]
    var result = ""
    while let scheme = rest.firstRange(of: "://") {
      result += rest[..<scheme.upperBound]
      rest = rest[scheme.upperBound...]
      let authority = rest.prefix { !$0.isWhitespace && $0 != "/" && $0 != "\"" && $0 != "'" }
      if let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") {
        result += authority[...colon] + "***"
        rest = rest[at...]
      }
    }
    return result + rest
  }

  private static func trimmed(_ line: Substring) -> Substring {
    let inner = line.drop(while: \.isWhitespace)
    let end = inner.lastIndex { !$0.isWhitespace }
    return end.map { inner[...$0] } ?? ""
  }

  /// Without the sequences that colour a terminal: `ESC [ 31 m`.
  private static func withoutEscapes(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x1B, at + 1 < bytes.count, bytes[at + 1] == 0x5B {
        at += 2
        while at < bytes.count, !(0x40...0x7E).contains(bytes[at]) { at += 1 }
      } else {
        result.append(bytes[at])
      }
      at += 1
    }
    return result
  }
}
