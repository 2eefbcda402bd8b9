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

  /// What people write for a number that they do not have; only the dataset can say that it means this.
  private static let usual: Set<String> = [
    "无", "未填", "未报", "未知", "不详", "不清楚", "暂无", "没有", "空", "缺", "待定", "待报", "待核实", "不适用", "/", "\\", "-", "--",
    "---",
    "—", "——", "–", ".", "。", "、", "*", "?", "n/a", "na", "null", "none", "nil", "nan", "#n/a", "×",
  ]

  static func areUsual(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.count <= 15 && usual.contains(PlainText.folded(String(decoding: cell, as: UTF8.self)).lowercased())
  }
}
