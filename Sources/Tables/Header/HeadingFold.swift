import Reading

/// How headings are compared: full-width signs as half-width ones, without white space, without case.
enum HeadingFold {
  /// `（ＩＤ） 社 区` becomes `(id)社区`.
  static func fold(_ heading: String) -> String {
    PlainText.folded(heading).filter { !$0.isWhitespace }.lowercased()
  }

  /// Folded headings as one, whatever separates them: 应排查/户数, 应排查-户数 and 应排查户数 are the same.
  static func joined(_ path: some Sequence<String>) -> String {
    path.joined().filter { !"/-_·:|>、—".contains($0) }
  }
}
