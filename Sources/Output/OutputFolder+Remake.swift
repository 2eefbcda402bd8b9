import Common

extension OutputFolder {
  /// Makes some of a draft's files again and hands each over, for one that keeps them elsewhere.
  ///
  /// - Parameter accept: Is called by several workers at once, each for other files.
  /// - Returns: What `accept` made of each, in no order.
  /// - Complexity: O(bytes) of the pieces of work that make one of the files.
  package static func remake<Made: Sendable>(
    _ draft: Draft, only wanted: Set<String>, jobs: Int,
    make: @escaping @Sendable (Int, inout FileSink) -> Void,
    accept: @escaping @Sendable (String, [UInt8]) throws(OutputError) -> Made
  ) async throws(OutputError) -> [Made] {
    let items = draft.addresses.indices.filter { draft.addresses[$0].contains(where: wanted.contains) }
    let parts = await Workers.run(items: items.count, jobs: jobs) { range -> Result<[Made], OutputError> in
      let gathered = Gathered<Made>()
      for item in items[range] {
        var sink = FileSink(buffer: ByteBuffer(capacity: 64 << 10)) { address, buffer throws(OutputError) in
          guard wanted.contains(address) else { return }
          gathered.made.append(try accept(address, buffer.bytes))
        }
        make(item, &sink)
        if let failure = sink.failure { return .failure(failure) }
      }
      return .success(gathered.made)
    }
    var made: [Made] = []
    for part in parts { made += try part.get() }
    return made
  }

  /// What a worker gathers; it never leaves its worker.
  private final class Gathered<Made> {
    var made: [Made] = []
  }
}
