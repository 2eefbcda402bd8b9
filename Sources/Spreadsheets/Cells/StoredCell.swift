/// A cell that holds something, in twelve bytes. Its text is a part of the sheet's bytes, or one of the shared strings.
struct StoredCell: Sendable {
  /// From 0.
  var column: UInt16
  var kind: CellKind
  var isShared: Bool
  /// Where the text begins, or the shared string's number.
  var start: UInt32
  var length: UInt32
}
