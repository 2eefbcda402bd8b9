import Common

/// Where the values of a JSON file's records stand in it.
package struct JSONPlaces: Sendable {
  /// How many bytes lie between two marks.
  private static let stride = 4096

  private struct Mark {
    var line: Int
    var column: Int
  }

  private let text: [UInt8]
  /// How many keys there are.
  private let width: Int
  /// By record: where it begins, and each key's value or 0 where it has none. The first record is the keys themselves.
  private var offsets: [UInt32] = []
  /// The place of each ``stride``'s first byte: a file may be one line.
  private let marks: [Mark]

  /// - Complexity: O(n) in the text.
  init(text: [UInt8], width: Int) {
    self.text = text
    self.width = width
    var marks: [Mark] = []
    marks.reserveCapacity(text.count / Self.stride + 1)
    var place = Mark(line: 1, column: 1)
    for (offset, byte) in text.enumerated() {
      if offset % Self.stride == 0 { marks.append(place) }
      Self.pass(byte, &place)
    }
    self.marks = marks
  }

  mutating func addRecord(at offset: Int) {
    offsets.append(UInt32(truncatingIfNeeded: offset))
    offsets.append(contentsOf: repeatElement(0, count: width))
  }

  /// Puts down a value of the last record.
  mutating func setValue(column: Int, at offset: Int) {
    offsets[offsets.count - width + column] = UInt32(truncatingIfNeeded: offset)
  }

  /// The place of a record's value, or of the record where it has none.
  ///
  /// - Parameters:
  ///   - row: from 1; the keys are the first.
  ///   - column: from 0; `nil` for the record itself.
  func place(row: Int, column: Int?) -> (line: Int, column: Int) {
    let start = (row - 1) * (width + 1)
    guard offsets.indices.contains(start) else { return (1, 1) }
    let value = column.flatMap { $0 < width ? offsets[start + 1 + $0] : nil } ?? 0
    return place(ofOffset: Int(value == 0 ? offsets[start] : value))
  }

  /// The line and the character of a byte.
  func place(ofOffset offset: Int) -> (line: Int, column: Int) {
    let first = min(offset, max(0, text.count - 1)) / Self.stride
    guard marks.indices.contains(first) else { return (1, 1) }
    var place = marks[first]
    for byte in text[(first * Self.stride)..<min(offset, text.count)] { Self.pass(byte, &place) }
    return (place.line, place.column)
  }

  private static func pass(_ byte: UInt8, _ place: inout Mark) {
    if byte == 0x0A {
      place = Mark(line: place.line + 1, column: 1)
    } else if byte & 0xC0 != 0x80 {
      place.column += 1
    }
  }
}
