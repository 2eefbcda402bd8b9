/// JSON being written, value by value, without a tree.
///
/// Commas and colons are set by the writer; that objects and arrays are closed is the caller's care.
package struct JSONWriter: Sendable {
  package private(set) var buffer: ByteBuffer
  private let isForHTML: Bool
  private var needsComma = false

  /// - Parameters:
  ///   - buffer: What is written is appended to it.
  ///   - isForHTML: `<` is written as `\u003C`, so that the text may stand in a `<script>`.
  package init(buffer: ByteBuffer = ByteBuffer(), isForHTML: Bool = false) {
    self.buffer = buffer
    self.isForHTML = isForHTML
  }

  package mutating func beginObject() { open(0x7B) }

  package mutating func endObject() { close(0x7D) }

  package mutating func beginArray() { open(0x5B) }

  package mutating func endArray() { close(0x5D) }

  /// A member's name; its value comes next.
  package mutating func key(_ name: String) {
    string(name)
    buffer.write(byte: 0x3A)
    needsComma = false
  }

  package mutating func string(_ text: String) {
    separate()
    buffer.write(byte: 0x22)
    for byte in text.utf8 { write(byte) }
    buffer.write(byte: 0x22)
  }

  package mutating func number(_ value: Int) {
    separate()
    buffer.write(number: value)
  }

  /// The shortest plain decimal with at most `places` digits behind the point.
  package mutating func number(_ value: Rational, atMost places: Int = 6) {
    separate()
    buffer.write(string: value.plainDecimal(atMost: places))
  }

  package mutating func bool(_ value: Bool) {
    separate()
    buffer.write(value ? "true" : "false")
  }

  package mutating func null() {
    separate()
    buffer.write("null")
  }

  private mutating func separate() {
    if needsComma { buffer.write(byte: 0x2C) }
    needsComma = true
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    buffer.write(byte: byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    buffer.write(byte: byte)
    needsComma = true
  }

  private mutating func write(_ byte: UInt8) {
    switch byte {
    case 0x22: buffer.write("\\\"")
    case 0x5C: buffer.write("\\\\")
    case 0x0A: buffer.write("\\n")
    case 0x0D: buffer.write("\\r")
    case 0x09: buffer.write("\\t")
    case 0x3C where isForHTML: escape(byte)
    case 0..<0x20, 0x7F: escape(byte)
    default: buffer.write(byte: byte)
    }
  }

  private mutating func escape(_ byte: UInt8) {
    buffer.write("\\u00")
    if byte < 0x10 { buffer.write(byte: 0x30) }
    buffer.write(string: String(byte, radix: 16, uppercase: true))
  }
}

extension JSONWriter {
  /// A member with a text, or `null`.
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// A member with a whole number, or `null`.
  package mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// A member with an array of texts.
  package mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }
}
