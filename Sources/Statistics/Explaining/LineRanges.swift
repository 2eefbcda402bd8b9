/// Ascending numbers as runs: `2-38, 45`.
package struct LineRanges {
  package private(set) var runs: [ClosedRange<Int>] = []

  package init(runs: [ClosedRange<Int>]) {
    self.runs = runs
  }

  package init(_ lines: [Int]) {
    for line in lines {
      if let last = runs.last, line == last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...line
      } else {
        runs.append(line...line)
      }
    }
  }

  package var text: String {
    runs.map { $0.count == 1 ? String($0.lowerBound) : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
