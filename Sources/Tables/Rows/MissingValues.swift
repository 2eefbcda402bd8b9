import Reading

/// The texts that stand for a missing value; the empty one always does.
struct MissingValues: Sendable {
  private let texts: [[UInt8]]
  /// By text: what is printed in its place.
  private let labels: [String?]
  private let labelOfNothing: String?
  /// Bit n: a text of n bytes is among them. Most cells are settled by their length.
  private let lengths: UInt64

  init(_ values: [MissingValue]) {
    let written = values.filter { !$0.text.isEmpty }
    texts = written.map { Array($0.text.utf8) }
    labels = written.map(\.label)
    labelOfNothing = values.first { $0.text.isEmpty }?.label
    lengths = texts.reduce(1) { $0 | (1 << UInt64(min($1.count, 63))) }
  }

  func contains(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard lengths & (1 << UInt64(min(cell.count, 63))) != 0 else { return false }
    return cell.isEmpty || index(of: cell) != nil
  }

  /// The label of a cell that stands for a missing value.
  func label(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    cell.isEmpty ? labelOfNothing : index(of: cell).flatMap { labels[$0] }
  }

  private func index(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    texts.firstIndex { $0.count == cell.count && $0.elementsEqual(cell) }
  }
}
