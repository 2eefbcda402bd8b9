import Testing

@testable import Output

@Suite struct WorkersTests {
  @Test(arguments: [(0, 3, 1), (1, 3, 1), (5, 2, 2), (5, 9, 5), (100, 1, 1)])
  func sharesWorkInOrder(_ items: Int, _ jobs: Int, _ workers: Int) async {
    let ranges = await Workers.run(items: items, jobs: jobs) { $0 }
    #expect(ranges.count == workers)
    #expect(ranges.flatMap { Array($0) } == Array(0..<items))
  }
}
