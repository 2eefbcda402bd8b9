import ArgumentParser

/// One of several parts of a build, made by machines that share nothing: `2/4`.
struct Shard: ExpressibleByArgument, Sendable, Equatable {
  /// From 1.
  let number: Int
  let count: Int

  /// `nil` unless it is `I/N` with 1 ≤ I ≤ N ≤ 10,000.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), number >= 1,
      number <= count,
      count <= 10_000
    else { return nil }
    self.number = number
    self.count = count
  }

  /// The shard's share of so many pieces of work: contiguous, and all shares together are the whole.
  func share(of items: Int) -> Range<Int> {
    items * (number - 1) / count..<items * number / count
  }

  /// As the part's manifest is named.
  var name: String { "\(number)-of-\(count)" }
}
