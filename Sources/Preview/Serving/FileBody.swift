import FlyingSocks

/// A file's bytes as the server wants a body.
struct FileBody: AsyncBufferedSequence, Sendable {
  typealias Element = UInt8

  let bytes: [UInt8]

  func makeAsyncIterator() -> Iterator { Iterator(rest: bytes[...]) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var rest: ArraySlice<UInt8>

    mutating func nextBuffer(suggested count: Int) async -> ArraySlice<UInt8>? {
      guard !rest.isEmpty else { return nil }
      let part = rest.prefix(count > 0 ? count : 1)
      rest = rest[part.endIndex...]
      return part
    }

    mutating func next() async -> UInt8? {
      rest.popFirst()
    }
  }
}
