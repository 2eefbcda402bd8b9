/// UTF-8 bytes being written: the one buffer a worker fills, reads and empties again.
package struct ByteBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  package var count: Int { bytes.count }

  package mutating func write(_ other: some Sequence<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// Writes bytes that lie somewhere in memory: twice as fast from another target as any sequence.
  package mutating func write(_ other: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: other)
  }

  package mutating func write(byte: UInt8) {
    bytes.append(byte)
  }

  package mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  package mutating func write(string: String) {
    bytes.append(contentsOf: string.utf8)
  }

  package mutating func write(number: Int) {
    write(string: String(number))
  }

  /// Writes text for HTML and XML, in an element or in a double-quoted attribute.
  package mutating func write(escaped text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case 0x26: write("&amp;")
      case 0x3C: write("&lt;")
      case 0x3E: write("&gt;")
      case 0x22: write("&quot;")
      case 0x27: write("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  package mutating func write(escaped text: String) {
    write(escaped: text.utf8)
  }

  /// Empties the buffer and keeps its memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }
}
