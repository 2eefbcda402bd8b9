/// The texts that stand for a missing value; the empty one always does.
struct MissingValues: Sendable {
  private let texts: [[UInt8]]
  /// Bit n: a text of n bytes is among them. Most cells are settled by their length.
  private let lengths: UInt64

  init(_ texts: [String]) {
    self.texts = texts.map { Array($0.utf8) }.filter { !$0.isEmpty }
    lengths = self.texts.reduce(1) { $0 | (1 << UInt64(min($1.count, 63))) }
  }

  func contains(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard lengths & (1 << UInt64(min(cell.count, 63))) != 0 else { return false }
    return cell.isEmpty || texts.contains { $0.count == cell.count && $0.elementsEqual(cell) }
  }
}
