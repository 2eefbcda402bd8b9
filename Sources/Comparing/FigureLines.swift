/// The lines of a `figures.csv`, walked in their order without a copy.
///
/// Two files are compared line by line: those that are equal to the byte, which are most, are never taken apart.
struct FigureLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var start = 0
  private(set) var end = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // The header names the columns and is no figure.
    advance()
    advance()
  }

  var isAtEnd: Bool { start >= bytes.count }

  /// The line without what ends it.
  var line: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[start..<end]) }

  /// Goes to the next line; quoted fields have no line breaks in this file.
  mutating func advance() {
    start = end == 0 ? 0 : end + 1
    var at = start
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    end = at
  }

  /// The indicator, the region and the day: the first three fields, which are plain.
  var key: UnsafeBufferPointer<UInt8> {
    let line = line
    var commas = 0
    for (offset, byte) in line.enumerated() where byte == 0x2C {
      commas += 1
      if commas == 3 { return UnsafeBufferPointer(rebasing: line[..<offset]) }
    }
    return line
  }
}

enum LineOrder {
  /// How two keys stand to each other: field by field in byte order, as the file is sorted.
  static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    let count = min(left.count, right.count)
    for offset in 0..<count where left[offset] != right[offset] {
      // A comma ends a field, and a field that ends stands before one that goes on.
      if left[offset] == 0x2C { return -1 }
      if right[offset] == 0x2C { return 1 }
      return left[offset] < right[offset] ? -1 : 1
    }
    return left.count - right.count
  }

  static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    left.count == right.count && left.elementsEqual(right)
  }
}
