import FlyingSocks

/// Server-sent events for one open page: its version and the findings, whenever either changed.
///
/// The first event comes at once, so that a page which was loaded a moment too early hears of it. Waking without news
/// sends a comment: writing is how a browser that went away is noticed.
struct EventFeed: AsyncBufferedSequence, Sendable {
  typealias Element = UInt8

  let state: PreviewState
  let path: String
  let wakes: AsyncStream<Void>

  init(state: PreviewState, path: String) async {
    self.state = state
    self.path = path
    wakes = await state.wakes()
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(state: state, path: path, wakes: wakes.makeAsyncIterator())
  }

  struct Iterator: AsyncBufferedIteratorProtocol {
    let state: PreviewState
    let path: String
    var wakes: AsyncStream<Void>.Iterator
    private var last: [UInt8]?

    init(state: PreviewState, path: String, wakes: AsyncStream<Void>.Iterator) {
      self.state = state
      self.path = path
      self.wakes = wakes
    }

    mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
      guard await wakes.next() != nil else { return nil }
      let moment = await state.moment
      let version = PreviewHandler(moment: moment).version(of: path)
      let data = moment.report.json(version: version.description)
      if data == last { return Array(": still here\n\n".utf8) }
      // Where a connection breaks, the browser tries again after so many milliseconds.
      let start = last == nil ? "retry: 500\ndata: " : "data: "
      last = data
      return Array(start.utf8) + data + [0x0A, 0x0A]
    }

    /// The server takes buffers only; a single byte is what is left of one.
    mutating func next() async -> UInt8? {
      await nextBuffer(suggested: 1)?.first
    }
  }
}
