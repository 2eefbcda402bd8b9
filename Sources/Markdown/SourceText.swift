import Common

/// A text file's bytes with its lines, to say where in it something stands.
package struct SourceText: Sendable {
  package let path: String
  package let bytes: [UInt8]
  package let lines: LineIndex
  /// Behind a byte order mark.
  package let start: Int
  /// Scalars before each block of bytes.
  private let scalarCounts: [Int]
  private static let blockSize = 256

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = LineIndex(bytes)
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var counts: [Int] = []
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.blockSize == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    counts.append(count)
    scalarCounts = counts
  }

  /// The place of a byte; columns count Unicode scalars, as libyaml's do.
  ///
  /// - Complexity: O(log lines): a line of a megabyte costs no more than another.
  package func location(at offset: Int) -> Location {
    let line = lines.line(of: offset)
    let from = max(start, lines.starts[line])
    let column = from < offset ? scalarCount(before: min(offset, bytes.count)) - scalarCount(before: from) : 0
    return Location(file: path, line: line + 1, column: column + 1)
  }

  private func scalarCount(before offset: Int) -> Int {
    let block = offset / Self.blockSize
    return bytes[block * Self.blockSize..<offset].reduce(scalarCounts[block]) {
      $0 + ($1 & 0xC0 == 0x80 ? 0 : 1)
    }
  }
}

/// Where lines begin. A line ends with LF, CR LF or CR, as CommonMark has it.
package struct LineIndex: Sendable {
  /// Offsets; the last one is the end where the text ends with a line ending.
  package let starts: [Int]

  /// - Complexity: O(bytes).
  package init(_ bytes: some Sequence<UInt8>) {
    var starts = [0]
    var offset = 0
    var previous: UInt8 = 0
    for byte in bytes {
      offset += 1
      if byte == 0x0A {
        if previous == 0x0D { starts[starts.count - 1] = offset } else { starts.append(offset) }
      } else if byte == 0x0D {
        starts.append(offset)
      }
      previous = byte
    }
    self.starts = starts
  }

  /// The line that holds the offset, from 0.
  ///
  /// - Complexity: O(log lines).
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
