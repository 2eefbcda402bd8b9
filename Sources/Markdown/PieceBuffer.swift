/// A compiled page being written: neighbouring literals become one piece.
struct PieceBuffer {
  private(set) var pieces: [Piece] = []
  private var literal: [UInt8] = []
  private var lastByte: UInt8 = 0x0A

  /// Bytes in the literal that is open; positions in it hold until the next slot.
  var position: Int { literal.count }

  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { write($0) }
  }

  mutating func write(_ bytes: some Collection<UInt8>) {
    literal.append(contentsOf: bytes)
    if let last = literal.last { lastByte = last }
  }

  mutating func write(string: String) {
    write(Array(string.utf8))
  }

  /// Begins a new line unless one has begun.
  mutating func startLine() {
    if lastByte != 0x0A { write("\n") }
  }

  mutating func insertNewline(at position: Int) {
    literal.insert(0x0A, at: position)
    lastByte = literal[literal.count - 1]
  }

  mutating func trimSpaces() {
    while let last = literal.last, last == 0x20 || last == 0x09 { literal.removeLast() }
    lastByte = literal.last ?? 0
  }

  mutating func append(_ slot: Piece) {
    flush()
    pieces.append(slot)
    lastByte = if case .directive = slot { 0x0A } else { 0 }
  }

  /// A place in what has been written.
  struct Mark: Hashable {
    fileprivate var piece: Int
    fileprivate var offset: Int
  }

  func mark() -> Mark {
    Mark(piece: pieces.count, offset: literal.count)
  }

  /// Takes out everything behind a mark.
  mutating func cut(from mark: Mark) -> [Piece] {
    flush()
    var taken = Array(pieces[min(mark.piece, pieces.count)...])
    pieces.removeSubrange(min(mark.piece, pieces.count)...)
    if case .html(let bytes) = taken.first, mark.offset > 0 {
      literal = Array(bytes.prefix(mark.offset))
      let rest = Array(bytes.dropFirst(mark.offset))
      if rest.isEmpty { taken.removeFirst() } else { taken[0] = .html(rest) }
    }
    lastByte = literal.last ?? 0x0A
    return taken
  }

  mutating func append(contentsOf pieces: [Piece]) {
    for piece in pieces {
      if case .html(let bytes) = piece { write(bytes) } else { append(piece) }
    }
  }

  /// Takes the text from the end, if it stands there.
  mutating func dropSuffix(_ text: String) -> Bool {
    guard literal.count >= text.utf8.count, literal.suffix(text.utf8.count).elementsEqual(text.utf8) else {
      return false
    }
    literal.removeLast(text.utf8.count)
    lastByte = literal.last ?? 0
    return true
  }

  /// Everything written.
  consuming func finished() -> [Piece] {
    flush()
    return pieces
  }

  mutating func flush() {
    if !literal.isEmpty { pieces.append(.html(literal)) }
    literal.removeAll()
  }

  /// Text as CommonMark's HTML has it: an apostrophe stays one.
  mutating func write(escaped text: some Collection<UInt8>) {
    for byte in text {
      switch byte {
      case 0x26: write("&amp;")
      case 0x3C: write("&lt;")
      case 0x3E: write("&gt;")
      case 0x22: write("&quot;")
      default:
        literal.append(byte)
        lastByte = byte
      }
    }
  }

  /// An address in an attribute; what an address may not hold is percent-encoded.
  mutating func write(address: [UInt8]) {
    let digits: [UInt8] = Array("0123456789ABCDEF".utf8)
    for byte in address {
      switch byte {
      case 0x26: write("&amp;")
      case 0x27: write("&#x27;")
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F,
        0x40,
        0x5F, 0x7E:
        literal.append(byte)
      default:
        literal.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    lastByte = literal.last ?? 0
  }
}
