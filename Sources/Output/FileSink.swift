import Common

/// What one piece of work writes: any number of files, each through the worker's one buffer.
package struct FileSink: ~Copyable {
  private var buffer: ByteBuffer
  private let accept: (String, ByteBuffer) throws(OutputError) -> Void
  private(set) var failure: OutputError?

  init(buffer: consuming ByteBuffer, accept: @escaping (String, ByteBuffer) throws(OutputError) -> Void) {
    self.buffer = buffer
    self.accept = accept
  }

  /// Makes one file. After trouble with the file system nothing more is made.
  package mutating func file(_ address: String, _ fill: (inout ByteBuffer) -> Void) {
    guard failure == nil else { return }
    buffer.removeAll()
    fill(&buffer)
    do {
      try accept(address, buffer)
    } catch {
      failure = error
    }
  }
}
