/// A value where it stands in the text; nothing of it is copied.
package struct JSONValue: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The range is what stands between the quotes.
    case string(hasEscapes: Bool)
    case number, yes, no, null
    /// The range is all of it, brackets too.
    case object, array
  }

  package var kind: Kind
  package var range: Range<Int>

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The offset at which it begins, its quote included.
  package var start: Int {
    if case .string = kind { range.lowerBound - 1 } else { range.lowerBound }
  }
}
