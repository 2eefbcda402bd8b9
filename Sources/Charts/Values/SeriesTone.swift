/// The colour of a series, by its place in the palette; the stylesheet has the colours and, for print,
/// the dashes.
package enum SeriesTone: Int, Sendable, CaseIterable {
  /// Grey: what the coloured lines are compared with.
  case muted = 0
  case first, second, third, fourth, fifth, sixth
}
