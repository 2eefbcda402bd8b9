import XML

/// The text of `si` and `is`: runs in different fonts are joined, and how it is pronounced is left out.
enum RichText {
  /// Reads to the end of the element that has just begun.
  static func read(_ reader: inout XMLReader, into bytes: inout [UInt8]) throws(XMLError) {
    let start = bytes.count
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .end: depth -= 1
      case .text: break
      case .start where reader.isNamed("t"): try readText(&reader, into: &bytes)
      case .start where reader.isNamed("rPh"): try reader.skip()
      case .start: depth += 1
      }
    }
    TextEscapes.decode(&bytes, from: start)
  }

  /// The text within the element that has just begun.
  static func readText(_ reader: inout XMLReader, into bytes: inout [UInt8]) throws(XMLError) {
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: reader.appendText(to: &bytes)
      }
    }
  }
}
