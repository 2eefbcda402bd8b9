import Glibc
import Output

/// Reads files piece by piece.
enum FileReading {
  /// - Parameters:
  ///   - path: Ended by zero.
  ///   - name: Named in the error.
  ///   - body: Is lent each piece.
  /// - Complexity: O(bytes)
  static func read(
    _ path: [CChar], as name: String, _ body: (UnsafeRawBufferPointer) throws(OutputError) -> Void
  ) throws(OutputError) {
    // A pipe in the file's place would otherwise wait for its other end.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .last("open", name) }
    defer { close(file) }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = Glibc.read(file, room.baseAddress, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last("read", name) }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }
}
