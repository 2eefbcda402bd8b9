/// What a page says in prose, without its markup: its paragraphs, headings, items and cells, one after the other.
package struct ProseText: Sendable {
  package struct Block: Sendable, Hashable {
    /// The element that held it: `p`, `h2`, `li`.
    package var element: String
    package var text: String
  }

  package private(set) var blocks: [Block] = []
  private var text: [UInt8] = []
  private var element = ""
  private var hidden = 0

  /// - Complexity: O(bytes). Blocks made from directives are no prose.
  package init(_ pieces: [FilledPiece]) {
    for piece in pieces {
      switch piece {
      case .html(let bytes): read(bytes)
      case .figure(let figure): text.append(contentsOf: figure.text.utf8)
      case .block: flush()
      }
    }
    flush()
  }

  /// Elements inside a line; the number of a footnote is none of its words.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "code", "del", "em", "i", "img", "input", "ins", "span", "strong", "sub", "sup",
  ]
  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    (Array("&amp;".utf8), 0x26), (Array("&#39;".utf8), 0x27), (Array("&quot;".utf8), 0x22),
    (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E),
  ]

  private mutating func read(_ html: [UInt8]) {
    var rest = html[...]
    while let byte = rest.first {
      if byte == 0x3C {
        let end = rest.firstIndex(of: 0x3E) ?? rest.endIndex
        tag(rest[..<end].dropFirst())
        rest = rest[end...].dropFirst()
        continue
      }
      let entity = byte == 0x26 ? Self.entities.first { rest.starts(with: $0.name) } : nil
      if hidden == 0 { text.append(entity?.byte ?? byte) }
      rest = rest.dropFirst(entity?.name.count ?? 1)
    }
  }

  private mutating func tag(_ tag: ArraySlice<UInt8>) {
    let isClosing = tag.first == 0x2F
    let bytes = (isClosing ? tag.dropFirst() : tag).prefix {
      ($0 | 0x20) >= 0x61 || (0x30...0x39).contains($0)
    }
    let name = String(decoding: bytes, as: UTF8.self)
    if name == "sup" { hidden = max(0, hidden + (isClosing ? -1 : 1)) }
    if name == "br" { text.append(0x20) }
    if name == "br" || Self.inline.contains(name) { return }
    flush()
    element = isClosing ? "" : name
  }

  private mutating func flush() {
    var words = text[...]
    while let last = words.last, last <= 0x20 { words.removeLast() }
    words = words.drop { $0 <= 0x20 }
    if !words.isEmpty { blocks.append(Block(element: element, text: String(decoding: words, as: UTF8.self))) }
    text.removeAll()
  }
}
