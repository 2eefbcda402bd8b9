/// Makes emphasis work beside Chinese punctuation: `**注意：**请戴口罩` is bold, which plain CommonMark denies.
///
/// CommonMark takes a run of `*` between punctuation and a letter for a word's edge; Chinese has no spaces there.
/// A rare punctuation character beside the run makes libcmark decide as tats-u/markdown-cjk-friendly's rule does.
/// It is taken out again after parsing. None of CommonMark's 652 examples changes.
enum EmphasisGuard {
  /// U+1BC9F DUPLOYAN PUNCTUATION CHINOOK FULL STOP
  static let character: [UInt8] = [0xF0, 0x9B, 0xB2, 0x9F]

  /// Where the character goes.
  enum Sides { case none, before, after, both }

  /// What stands beside a run of `*` or `_`.
  struct Neighbours {
    var before: Unicode.Scalar?
    /// What a variation selector before the run belongs to.
    var beforeThat: Unicode.Scalar?
    var after: Unicode.Scalar?
    /// Whether a mark of ours, which is neither punctuation nor space, stands there for libcmark.
    var hasMarkBefore = false
    var hasMarkAfter = false
  }

  static func sides(ofStars neighbours: Neighbours) -> Sides {
    let seen = (
      before: neighbours.hasMarkBefore ? .other : CJKCharacter.Class(neighbours.before),
      after: neighbours.hasMarkAfter ? .other : CJKCharacter.Class(neighbours.after)
    )
    guard seen.before != .space, seen.after != .space else { return .none }
    let wanted = Flanks(
      before: neighbours.before, beforeThat: neighbours.beforeThat, after: neighbours.after)
    if wanted == Flanks(seen.before, seen.after) { return .none }
    if wanted == Flanks(.punctuation, seen.after) { return .before }
    if wanted == Flanks(seen.before, .punctuation) { return .after }
    return .both
  }

  /// For `_` the rule differs from CommonMark's only behind a variation selector, which hides punctuation.
  static func sides(ofUnderscores neighbours: Neighbours) -> Sides {
    let main = Flanks.main(neighbours.before, neighbours.beforeThat)
    guard main != neighbours.before, CJKCharacter.Class(main) == .punctuation,
      CJKCharacter.Class(neighbours.after) != .space
    else { return .none }
    return .before
  }
}
