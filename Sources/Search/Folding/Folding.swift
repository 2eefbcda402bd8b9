/// Text as it is compared: NFKC, in lower case, one scalar at a time.
///
/// `assets/search.js` folds the reader's query with the browser's own `normalize("NFKC")`; the two agree on all that
/// ``FoldingData`` holds.
package struct Folding: Sendable {
  private let compatible: [Unicode.Scalar: [Unicode.Scalar]]
  private let composed: [Pair: Unicode.Scalar]

  private struct Pair: Hashable {
    var base: Unicode.Scalar
    var mark: Unicode.Scalar
  }

  /// Punctuation that parts a text as white space does: a query that holds it is parted there too.
  ///
  /// `search.js` has the same characters; a test compares them. A point, a hyphen, a per cent sign and the like are
  /// not among them, so that `95.8%` is found as it is written.
  package static let separators = #"!"'(),:;<>?[\]`{|}~、。〃〈〉《》「」『』【】〔〕〖〗‘’“”—–·•・"#

  private static let separatorSet = Set(separators.unicodeScalars)

  package init() {
    compatible = Self.readCompatible()
    composed = Self.readComposed()
  }

  package static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x61...0x7A, 0x30...0x39: false
    default: scalar.value <= 0x20 || separatorSet.contains(scalar) || scalar.properties.isWhitespace
    }
  }

  /// Writes what a scalar folds to; a mark may change the scalar before it.
  package func fold(_ scalar: Unicode.Scalar, into text: inout [Unicode.Scalar]) {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x20...0x40, 0x5B...0x7E: text.append(scalar)
    case 0x41...0x5A: append(scalar.value + 0x20, to: &text)
    case 0xFF9E: fold("\u{3099}", into: &text)
    case 0xFF9F: fold("\u{309A}", into: &text)
    case 0xFF01...0xFF5E: fold(offset: scalar.value - 0xFEE0, into: &text)
    case 0x300...0x36F, 0x3099, 0x309A:
      if let last = text.last, let whole = composed[Pair(base: last, mark: scalar)] {
        text[text.count - 1] = whole
      } else {
        text.append(scalar)
      }
    default:
      if let folded = compatible[scalar] {
        text += folded
      } else if scalar.properties.isLowercase || !scalar.properties.changesWhenLowercased {
        text.append(scalar)
      } else {
        text += scalar.properties.lowercaseMapping.unicodeScalars
      }
    }
  }

  /// - Complexity: O(n).
  package func fold(_ text: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { fold(scalar, into: &folded) }
    return folded
  }

  private func append(_ value: UInt32, to text: inout [Unicode.Scalar]) {
    if let scalar = Unicode.Scalar(value) { text.append(scalar) }
  }

  private func fold(offset value: UInt32, into text: inout [Unicode.Scalar]) {
    append((0x41...0x5A).contains(value) ? value + 0x20 : value, to: &text)
  }

  private static func readCompatible() -> [Unicode.Scalar: [Unicode.Scalar]] {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (head, scalars) in rows(of: FoldingData.compatible) {
      let isWords = head.last == "."
      guard var value = UInt32(String(String.UnicodeScalarView(isWords ? head.dropLast() : head)), radix: 16)
      else { continue }
      let targets = isWords ? scalars.split(separator: " ") : scalars.indices.map { scalars[$0...$0] }
      for target in targets {
        if let source = Unicode.Scalar(value) { table[source] = Array(target) }
        value += 1
      }
    }
    return table
  }

  private static func readComposed() -> [Pair: Unicode.Scalar] {
    var table: [Pair: Unicode.Scalar] = [:]
    for (head, scalars) in rows(of: FoldingData.composed) {
      guard let value = UInt32(String(String.UnicodeScalarView(head)), radix: 16),
        let mark = Unicode.Scalar(value)
      else { continue }
      for index in stride(from: 0, to: scalars.count - 1, by: 2) {
        table[Pair(base: scalars[index + 1], mark: mark)] = scalars[index]
      }
    }
    return table
  }

  private static func rows(of text: String) -> [(head: ArraySlice<Unicode.Scalar>, scalars: [Unicode.Scalar])]
  {
    Array(text.unicodeScalars).split { $0 == ";" || $0 == "\n" }.compactMap { row in
      guard let space = row.firstIndex(of: " ") else { return nil }
      return (row[..<space], Array(row[(space + 1)...]))
    }
  }
}
