import Reading

/// How headings are compared: full-width signs as half-width ones, without white space, without case.
enum HeadingFold {
  /// `（ＩＤ） 社 区` becomes `(id)社区`.
  static func fold(_ heading: String) -> String {
    PlainText.folded(heading).filter { !$0.isWhitespace }.lowercased()
  }
}
