/// What an ``XMLReader`` has come to.
package enum XMLEvent: Hashable, Sendable {
  /// An element begins. An empty one ends with the next event.
  case start
  case end
  /// Characters, CDATA or white space; a run of them may come in pieces.
  case text
}
