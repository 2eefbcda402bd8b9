import Common

/// `bag-info.txt`: what a bag says about itself, label by label.
package struct BagInfo: Sendable, Equatable {
  package struct Element: Sendable, Hashable {
    package var label: String
    package var value: String
    /// Where it begins, from 1.
    package var line: Int
  }

  /// In the file's order; a label may stand several times.
  package private(set) var elements: [Element] = []
  /// Lines that are no element.
  private(set) var brokenLines: [Int] = []
  /// Lines whose colon stands elsewhere than RFC 8493 says: blanks before it, none behind it.
  private(set) var looseLines: [Int] = []

  package init() {}

  /// Reads elements of `Label: value`; a line that begins with a blank goes on with the one before.
  init(_ text: TagText) {
    for line in text.lines where !line.bytes.trimmed.isEmpty {
      if line.bytes.first == 0x20 || line.bytes.first == 0x09 {
        guard let last = elements.indices.last else {
          brokenLines.append(line.number)
          continue
        }
        elements[last].value += " " + String(decoding: line.bytes.trimmed, as: UTF8.self)
        continue
      }
      guard let colon = line.bytes.firstIndex(of: 0x3A), colon > line.bytes.startIndex else {
        brokenLines.append(line.number)
        continue
      }
      let label = line.bytes[..<colon]
      let value = line.bytes[(colon + 1)...]
      let isStrict = label.last != 0x20 && label.last != 0x09 && (value.first == 0x20 || value.first == 0x09)
      if !isStrict { looseLines.append(line.number) }
      elements.append(
        Element(
          label: String(decoding: label.trimmed, as: UTF8.self),
          value: String(decoding: value.trimmed, as: UTF8.self), line: line.number))
    }
  }

  /// The values of a label, whatever its capitals.
  package subscript(_ label: String) -> [String] {
    all(label).map(\.value)
  }

  func all(_ label: String) -> [Element] {
    elements.filter { $0.label.lowercased() == label.lowercased() }
  }

  /// Adds an element; line breaks in its value become blanks, and an empty one is left out.
  mutating func add(_ label: String, _ value: String) {
    let line = String(
      value.unicodeScalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : Character($0) })
    guard !line.utf8.trimmed.isEmpty else { return }
    elements.append(
      Element(
        label: label, value: String(decoding: Array(line.utf8).trimmed, as: UTF8.self),
        line: elements.count + 1))
  }

  /// One line each, not folded: other programs join folded lines in different ways.
  var bytes: [UInt8] {
    Array(elements.map { "\($0.label): \($0.value)\n" }.joined().utf8)
  }
}
