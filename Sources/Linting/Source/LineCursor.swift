/// A place on a line, with its column as CommonMark counts it: a tab goes on to the next multiple of four.
struct LineCursor {
  let bytes: [UInt8]
  let end: Int
  private(set) var at: Int
  private(set) var column = 0
  /// Where the contents of the innermost quote begin.
  private(set) var quoteColumn = 0

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { at == end }
  private var byte: UInt8? { at < end ? bytes[at] : nil }
  private var rest: ArraySlice<UInt8> { bytes[at..<end] }

  private mutating func step() {
    column += bytes[at] == 0x09 ? 4 - column % 4 : 1
    at += 1
  }

  mutating func skipBlanks() {
    while byte == 0x20 || byte == 0x09 { step() }
  }

  /// - Returns: How many quote marks the line begins with.
  mutating func skipQuotes() -> Int {
    var depth = 0
    while true {
      var ahead = self
      ahead.skipBlanks()
      guard ahead.byte == 0x3E, ahead.column - column <= 3 else { return depth }
      ahead.step()
      if ahead.byte == 0x20 || ahead.byte == 0x09 { ahead.step() }
      ahead.quoteColumn = ahead.column
      self = ahead
      depth += 1
    }
  }

  private func count(_ mark: UInt8) -> Int { rest.prefix { $0 == mark }.count }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  func isClosingFence(_ mark: UInt8, atLeast least: Int) -> Bool {
    let run = count(mark)
    return run >= least && rest.dropFirst(run).allSatisfy(Self.isBlank)
  }

  var openingFence: (mark: UInt8, count: Int)? {
    guard let mark = byte, mark == 0x60 || mark == 0x7E else { return nil }
    let run = count(mark)
    guard run >= 3, mark == 0x7E || !rest.dropFirst(run).contains(0x60) else { return nil }
    return (mark, run)
  }

  /// `---` or `===`: the mark.
  var underline: UInt8? {
    guard let mark = byte, mark == 0x2D || mark == 0x3D else { return nil }
    return rest.dropFirst(count(mark)).allSatisfy(Self.isBlank) ? mark : nil
  }

  var isRule: Bool {
    guard let mark = byte, [0x2D, 0x2A, 0x5F].contains(mark) else { return false }
    return rest.count { $0 == mark } >= 3 && rest.allSatisfy { $0 == mark || Self.isBlank($0) }
  }

  var isHeading: Bool {
    let run = count(0x23)
    return (1...6).contains(run) && (rest.count == run || Self.isBlank(bytes[at + run]))
  }

  /// Where a heading's text begins.
  var behindHashes: Int {
    var ahead = self
    while ahead.byte == 0x23 { ahead.step() }
    ahead.skipBlanks()
    return ahead.at
  }

  /// A list's marker, with white space behind it.
  struct Marker {
    var behind: LineCursor
    /// Where the item's contents begin.
    var column: Int
    var isEmpty: Bool
    /// Whether it begins a list in the midst of a paragraph.
    var mayInterrupt: Bool
  }

  var listMarker: Marker? {
    var ahead = self
    var mayInterrupt = true
    guard let first = byte else { return nil }
    if [0x2D, 0x2A, 0x2B].contains(first) {
      ahead.step()
    } else {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...9).contains(digits.count) else { return nil }
      for _ in digits { ahead.step() }
      guard ahead.byte == 0x2E || ahead.byte == 0x29 else { return nil }
      ahead.step()
      mayInterrupt = digits.elementsEqual([0x31])
    }
    guard ahead.byte.map(Self.isBlank) ?? true else { return nil }
    let marker = ahead
    ahead.skipBlanks()
    let isWide = ahead.column - marker.column > 4
    return Marker(
      behind: ahead, column: isWide || ahead.isAtEnd ? marker.column + 1 : ahead.column,
      isEmpty: ahead.isAtEnd,
      mayInterrupt: mayInterrupt)
  }

  /// `|---|:--:|`
  var isTableDelimiter: Bool {
    rest.contains(0x7C) && rest.contains(0x2D)
      && rest.allSatisfy { [0x7C, 0x2D, 0x3A].contains($0) || Self.isBlank($0) }
  }

  /// `[name]: address`; `[^1]: ` is a footnote's text.
  var isDefinition: Bool {
    guard byte == 0x5B, rest.dropFirst().first != 0x5E, let close = rest.firstIndex(of: 0x5D) else {
      return false
    }
    return close + 1 < end && bytes[close + 1] == 0x3A
  }
}
