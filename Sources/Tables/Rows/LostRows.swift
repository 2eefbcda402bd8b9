/// Rows of a file that are not in the table: a total that covers one cannot be checked.
struct LostRows: Sendable {
  /// In the order of the file.
  private var lines: [Int] = []
  private var days: Set<Int32> = []
  private var hasUndated = false

  mutating func add(line: Int, day: Int32?) {
    lines.append(line)
    if let day { days.insert(day) } else { hasUndated = true }
  }

  func touch(day: Int32?) -> Bool {
    guard let day else { return !lines.isEmpty }
    return hasUndated || days.contains(day)
  }

  /// - Complexity: O(log n).
  func touch(lines range: ClosedRange<Int>) -> Bool {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low] <= range.upperBound
  }
}
