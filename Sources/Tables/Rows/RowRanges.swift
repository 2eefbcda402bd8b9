/// Rows in words: `5–7、9`.
enum RowRanges {
  /// The first ten runs of ascending numbers; `…` stands for the rest.
  static func described(_ rows: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for row in rows {
      if let last = runs.last, last.upperBound + 1 == row {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
    let texts = runs.prefix(10).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    return texts.joined(separator: "、") + (runs.count > 10 ? "…" : "")
  }
}
