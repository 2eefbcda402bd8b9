/// Reads HTML or SVG into a tree, run by run: between two runs other nodes may be set in.
///
/// It takes what is not well formed too, and says so: tags that do not match are faults, never the end of reading.
package struct MarkupReader {
  package struct Fault: Sendable, Hashable {
    package var tag: String
    package var line: Int
    package var column: Int
  }

  /// Elements within elements; what lies deeper loses its own tag and keeps its text.
  static let mostLevels = 100
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
  ]

  package private(set) var faults: [Fault] = []
  private var open = [MarkupElement("")]
  /// Tags beyond the deepest level that wait for their end.
  private var skipped = 0
  private var bytes: [UInt8] = []
  private var position = 0
  /// Of `position`, from 1, in characters.
  private var line = 1
  private var column = 1

  package init() {}

  /// The tree of a whole text.
  package static func tree(of bytes: [UInt8]) -> [Markup] {
    var reader = MarkupReader()
    reader.read(bytes)
    return reader.finish()
  }

  /// Reads a run. A run may end within an element, not within a tag.
  ///
  /// - Complexity: O(n) for n bytes.
  package mutating func read(_ run: [UInt8]) {
    bytes = run
    (position, line, column) = (0, 1, 1)
    while position < bytes.count {
      if bytes[position] == 0x3C, isTag(at: position + 1) { readTag() } else { readText() }
    }
    bytes = []
  }

  /// Sets a node in where reading stands.
  package mutating func append(_ node: Markup) {
    open[open.count - 1].children.append(node)
  }

  /// Closes what is open.
  package mutating func finish() -> [Markup] {
    while open.count > 1 {
      let last = open[open.count - 1]
      faults.append(Fault(tag: last.name, line: last.line, column: last.column))
      close()
    }
    return open[0].children
  }

  private func isTag(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index]
    return byte == 0x2F || byte == 0x21 || byte == 0x3F || Self.isLetter(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private mutating func close() {
    let last = open.removeLast()
    append(.element(last))
  }

  private mutating func advance(to end: Int) {
    for index in position..<min(end, bytes.count) {
      if bytes[index] == 0x0A {
        (line, column) = (line + 1, 1)
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    position = end
  }

  private mutating func readText() {
    var end = position + 1
    while end < bytes.count, !(bytes[end] == 0x3C && isTag(at: end + 1)) { end += 1 }
    append(.text(CharacterReferences.decode(bytes[position..<end])))
    advance(to: end)
  }

  private mutating func readTag() {
    let start = position
    if bytes[start...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
      return advance(to: find([0x2D, 0x2D, 0x3E], from: start + 4))
    }
    let second = bytes[start + 1]
    if second == 0x21 || second == 0x3F { return advance(to: find([0x3E], from: start)) }
    let place = (line: line, column: column)
    if second == 0x2F {
      let end = find([0x3E], from: start)
      let name = Self.name(bytes[(start + 2)..<max(start + 2, end - 1)])
      advance(to: end)
      return closeTag(name, place)
    }
    var scanner = TagScanner(bytes: bytes, position: start + 1)
    var element = MarkupElement(Self.name(scanner.name()), scanner.attributes())
    (element.line, element.column) = place
    advance(to: scanner.position)
    let isWhole = scanner.isSelfClosing || Self.void.contains(element.name)
    guard open.count <= Self.mostLevels else {
      if !isWhole { skipped += 1 }
      return
    }
    if element.name == "script" || element.name == "style", !isWhole {
      // Their text is no markup.
      let end = find(Array("</\(element.name)".utf8), from: position, after: false)
      element.children = [.text(String(decoding: bytes[position..<end], as: UTF8.self))]
      advance(to: find([0x3E], from: end))
      return append(.element(element))
    }
    if isWhole { append(.element(element)) } else { open.append(element) }
  }

  private mutating func closeTag(_ name: String, _ place: (line: Int, column: Int)) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let level = open.lastIndex(where: { $0.name == name }), level > 0 else {
      faults.append(Fault(tag: "/" + name, line: place.line, column: place.column))
      return
    }
    while open.count > level + 1 {
      let last = open[open.count - 1]
      faults.append(Fault(tag: last.name, line: last.line, column: last.column))
      close()
    }
    close()
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).first.map(
      String.init)
      ?? ""
  }

  /// The end of the next `wanted`, or its start; the end of the run where there is none.
  private func find(_ wanted: [UInt8], from start: Int, after: Bool = true) -> Int {
    var index = start
    while index + wanted.count <= bytes.count {
      let found = zip(bytes[index...], wanted).allSatisfy { $0 == $1 || ($1 >= 0x61 && $0 | 0x20 == $1) }
      if found { return after ? index + wanted.count : index }
      index += 1
    }
    return bytes.count
  }
}
