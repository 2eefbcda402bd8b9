import Common

/// A table's caption: a paragraph right above or below it that begins with 「表：」, 「表1：」 or `Table:`.
struct CaptionState {
  /// Where the paragraph begins that may be one.
  private var paragraph: PieceBuffer.Mark?
  /// Where the paragraph before this one begins, if it may be the caption of a table that follows.
  private var above: PieceBuffer.Mark?
  /// Where the table that has just been written has its caption, if it has none yet.
  private var table: PieceBuffer.Mark?
  /// The table above the paragraph.
  private var tableAbove: PieceBuffer.Mark?

  mutating func forget() {
    self = CaptionState()
  }

  mutating func takeTable() -> PieceBuffer.Mark? {
    defer { table = nil }
    return table
  }

  mutating func takeParagraph() -> PieceBuffer.Mark? {
    defer { above = nil }
    return above
  }

  mutating func start(at mark: PieceBuffer.Mark, table: PieceBuffer.Mark?) {
    (paragraph, tableAbove) = (mark, table)
  }

  /// A table was written that wants a caption at `mark`.
  mutating func offer(_ mark: PieceBuffer.Mark) {
    table = mark
  }

  /// The paragraph that ends, and the table above it.
  mutating func end() -> (paragraph: PieceBuffer.Mark, table: PieceBuffer.Mark?)? {
    guard let start = paragraph else { return nil }
    defer { (paragraph, tableAbove) = (nil, nil) }
    return (start, tableAbove)
  }

  mutating func keep(_ mark: PieceBuffer.Mark) {
    above = mark
  }

  /// Whether a text begins as a caption does.
  static func isCaption(_ text: some Collection<UInt8>) -> Bool {
    prefix(of: Array(text.prefix(64))) != nil
  }

  /// How many bytes of the text say that it is a caption; a number is part of the caption itself.
  private static func prefix(of text: [UInt8]) -> Int? {
    for word in [Array("表".utf8), Array("Table".utf8), Array("table".utf8)] where text.starts(with: word) {
      var index = word.count
      while index < text.count,
        text[index] == 0x20 || (0x30...0x39).contains(text[index]) || text[index] == 0x2D
      {
        index += 1
      }
      let isNumbered = text[word.count..<index].contains { (0x30...0x39).contains($0) }
      for colon in [Array("：".utf8), [0x3A]] where text[index...].starts(with: colon) {
        var end = index + colon.count
        while end < text.count, text[end] == 0x20 { end += 1 }
        return isNumbered ? 0 : end
      }
    }
    return nil
  }

  /// A written paragraph as a caption: without its tags and the word that makes it one.
  static func caption(_ pieces: [Piece]) -> [Piece] {
    var pieces = pieces
    if case .html(var bytes) = pieces.first {
      if bytes.first == 0x0A { bytes.removeFirst() }
      if bytes.starts(with: Array("<p>".utf8)) { bytes.removeFirst(3) }
      bytes.removeFirst(prefix(of: Array(bytes.prefix(64))) ?? 0)
      pieces[0] = .html(bytes)
    }
    if case .html(var bytes) = pieces.last {
      while bytes.last == 0x0A { bytes.removeLast() }
      if bytes.suffix(4) == Array("</p>".utf8)[...] { bytes.removeLast(4) }
      pieces[pieces.count - 1] = .html(bytes)
    }
    return pieces
  }
}

extension BodyWriter {
  /// Ends a paragraph that may be a caption: of the table above, or kept for one that follows.
  mutating func finishCaption() {
    guard let ended = caption.end() else { return }
    guard let table = ended.table else {
      caption.keep(ended.paragraph)
      return
    }
    let words = output.cut(from: ended.paragraph)
    let rows = output.cut(from: table)
    writeCaption(words)
    output.append(contentsOf: rows)
  }

  mutating func writeCaption(_ pieces: [Piece]) {
    output.write("<caption>")
    output.append(contentsOf: CaptionState.caption(pieces))
    output.write("</caption>\n")
  }
}
