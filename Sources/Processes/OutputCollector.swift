import Glibc

/// Takes in what a program writes: its output up to a limit, and the end of what it writes to its standard error.
struct OutputCollector {
  /// Bytes of the standard error that are kept.
  static let errorLimit = 16 << 10

  /// How many chunks are taken at a time: more than a pipe holds, and not so many that a program which never pauses
  /// could keep the clock from being looked at.
  private static let chunks = 64

  let limit: Int
  private(set) var output: [UInt8] = []
  private var tail: [UInt8] = []
  private var outputFile: Int32
  private var errorFile: Int32
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  init(output: Int32, errors: Int32, limit: Int) {
    outputFile = output
    errorFile = errors
    self.limit = limit
  }

  /// The last bytes of the standard error.
  var errors: [UInt8] { Array(tail.suffix(Self.errorLimit)) }

  var isOver: Bool { output.count > limit }

  /// Whether both have been closed on the other side.
  var isAtEnd: Bool { outputFile < 0 && errorFile < 0 }

  /// Waits until something is written, or for a number of milliseconds, and takes it in.
  mutating func wait(atMost milliseconds: Int) {
    var files = [outputFile, errorFile].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&files, nfds_t(files.count), Int32(truncatingIfNeeded: milliseconds)) > 0 else { return }
    if files[0].revents != 0 { takeOutput() }
    if files[1].revents != 0 { takeErrors() }
  }

  /// Takes in what has been written already, as far as pipes can hold it.
  mutating func drain() {
    takeOutput()
    takeErrors()
  }

  private mutating func takeOutput() {
    for _ in 0..<Self.chunks where !isOver {
      guard let count = read(\.outputFile) else { return }
      output.append(contentsOf: chunk[..<count])
    }
  }

  private mutating func takeErrors() {
    for _ in 0..<Self.chunks {
      guard let count = read(\.errorFile) else { return }
      tail.append(contentsOf: chunk[..<count])
      if tail.count > 4 * Self.errorLimit { tail.removeFirst(tail.count - Self.errorLimit) }
    }
  }

  /// Fills the chunk as far as it goes; `nil` where nothing is there, and the file becomes -1 where nothing will be.
  private mutating func read(_ file: WritableKeyPath<OutputCollector, Int32>) -> Int? {
    while self[keyPath: file] >= 0 {
      let count = Glibc.read(self[keyPath: file], &chunk, chunk.count)
      if count > 0 { return count }
      if count < 0, errno == EINTR { continue }
      if count == 0 || errno != EAGAIN { self[keyPath: file] = -1 }
      return nil
    }
    return nil
  }
}
