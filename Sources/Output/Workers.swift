/// Runs work over contiguous ranges, one task a worker, and returns the results in order.
package enum Workers {
  package static func run<Result: Sendable>(
    items: Int, jobs: Int, _ work: @escaping @Sendable (Range<Int>) -> Result
  ) async -> [Result] {
    let count = max(1, min(jobs, items))
    let ranges = (0..<count).map { worker in items * worker / count..<items * (worker + 1) / count }
    return await withTaskGroup(of: (Int, Result).self) { group in
      for (number, range) in ranges.enumerated() {
        group.addTask { (number, work(range)) }
      }
      var results: [(Int, Result)] = []
      for await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
