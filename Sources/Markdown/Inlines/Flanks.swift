/// Which way a run of `*` or `~` can work: whether it may open and whether it may close.
struct Flanks: Hashable {
  var left: Bool
  var right: Bool

  init(left: Bool, right: Bool) {
    (self.left, self.right) = (left, right)
  }

  /// CommonMark's own rule.
  init(_ before: CJKCharacter.Class, _ after: CJKCharacter.Class) {
    left = after != .space && (after != .punctuation || before != .other)
    right = before != .space && (before != .punctuation || after != .other)
  }

  /// The rule of tats-u/markdown-cjk-friendly: beside a CJK character, punctuation is no word's edge.
  ///
  /// - Parameters:
  ///   - before: The character before the run; `nil` at the start of a line.
  ///   - beforeThat: The one before that, which a variation selector belongs to.
  ///   - after: The character behind the run; `nil` at the end of a line.
  init(before: Unicode.Scalar?, beforeThat: Unicode.Scalar?, after: Unicode.Scalar?) {
    let main = Self.main(before, beforeThat)
    self.init(CJKCharacter.Class(main), CJKCharacter.Class(after))
    guard let before, let after, !(left && right), CJKCharacter.Class(main) != .space,
      CJKCharacter.Class(after) != .space
    else { return }
    let isCJK =
      if main != before, let main {
        CJKCharacter.isCJK(main) || CJKCharacter.isFullWidthQuote(main, before)
      } else {
        CJKCharacter.isCJK(before) || CJKCharacter.isIdeographicSelector(before)
      }
    if isCJK || CJKCharacter.isCJK(after) { self = Flanks(left: true, right: true) }
  }

  /// The character that the reader sees: what a variation selector belongs to.
  static func main(_ before: Unicode.Scalar?, _ beforeThat: Unicode.Scalar?) -> Unicode.Scalar? {
    guard let before, CJKCharacter.isVariationSelector(before), CJKCharacter.Class(beforeThat) != .space
    else { return before }
    return beforeThat
  }
}
