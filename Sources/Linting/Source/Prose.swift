/// The characters of a paragraph, a heading or a table's row, each with its place and with what it is to Markdown.
struct Prose {
  enum Kind: Hashable {
    case text
    /// A code span with its back-ticks.
    case code
    /// Where a link leads, in brackets or bare.
    case address
    /// `{{…}}`
    case figure
    case html
    /// A backslash and the character it takes the meaning of.
    case escaped
    case lineEnd
  }

  /// A pair of brackets with another behind it, of whichever width: `[…](…)`, `【…】（…）`.
  struct Link {
    var open: Int
    var close: Int
    var targetOpen: Int
    var targetClose: Int
  }

  private(set) var scalars: [Unicode.Scalar] = []
  /// The offset of each character in the file, and one for the end.
  private(set) var offsets: [Int] = []
  private(set) var kinds: [Kind] = []
  /// In the order of their ends.
  private(set) var links: [Link] = []
  /// Where the lines begin.
  private(set) var lineStarts: [Int] = [0]
  let block: BlockLine.Kind

  /// - Complexity: O(characters).
  init(_ lines: ArraySlice<BlockLine>, bytes: [UInt8]) {
    block = lines.first?.kind ?? .text
    for (number, line) in lines.enumerated() {
      if number > 0 {
        scalars.append("\n")
        offsets.append(lines[lines.startIndex + number - 1].end)
        lineStarts.append(scalars.count)
      }
      decode(bytes, line.content..<line.end)
    }
    offsets.append(lines.last?.end ?? 0)
    kinds = scalars.map { $0 == "\n" ? .lineEnd : .text }
    markCodeAndFigures()
    markLinks()
  }

  var indices: Range<Int> { scalars.indices }

  /// The range of the line that begins at `start`.
  func line(_ number: Int) -> Range<Int> {
    let end = number + 1 < lineStarts.count ? lineStarts[number + 1] - 1 : scalars.count
    return lineStarts[number]..<end
  }

  /// The character if it is plain text.
  func text(_ index: Int) -> Unicode.Scalar? {
    indices.contains(index) && kinds[index] == .text ? scalars[index] : nil
  }

  func isHan(_ index: Int) -> Bool { text(index).map(Characters.isHan) ?? false }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// What stands in the file at the characters.
  func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

  private mutating func decode(_ bytes: [UInt8], _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let lead = bytes[at]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var value = UInt32(lead) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
      for next in 1..<max(1, length) where at + next < range.upperBound {
        value = value << 6 | UInt32(bytes[at + next] & 0x3F)
      }
      scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      offsets.append(at)
      at += length
    }
  }

  private mutating func mark(_ range: Range<Int>, _ kind: Kind) {
    for index in range where kinds[index] != .lineEnd { kinds[index] = kind }
  }

  private func run(at index: Int) -> Int {
    var end = index
    while end < scalars.count, scalars[end] == scalars[index] { end += 1 }
    return end - index
  }
}

extension Prose {
  private mutating func markCodeAndFigures() {
    var ticks: [Int: [Int]] = [:]
    var index = scalars.count - 1
    // From the end, so that the next run is the last of its list.
    while index >= 0 {
      guard scalars[index] == "`" else {
        index -= 1
        continue
      }
      let end = index
      while index >= 0, scalars[index] == "`" { index -= 1 }
      ticks[end - index, default: []].append(index + 1)
    }
    index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "\\" where index + 1 < scalars.count && Characters.isASCIIPunctuation(scalars[index + 1]):
        mark(index..<index + 2, .escaped)
        index += 2
      case "`":
        let count = run(at: index)
        while let next = ticks[count]?.last, next <= index { ticks[count]?.removeLast() }
        guard let close = ticks[count]?.last else {
          index += count
          break
        }
        mark(index..<close + count, .code)
        index = close + count
      case "{" where index + 1 < scalars.count && scalars[index + 1] == "{":
        let end = figureEnd(from: index + 2)
        if let end { mark(index..<end, .figure) }
        index = end ?? index + 2
      case "<":
        let end = tagEnd(from: index + 1)
        if let end { mark(index..<end, .html) }
        index = end ?? index + 1
      case "h", "w", "H", "W":
        let end = addressEnd(from: index)
        if let end { mark(index..<end, .address) }
        index = end ?? index + 1
      default: index += 1
      }
    }
  }

  private func figureEnd(from start: Int) -> Int? {
    var index = start
    while index + 1 < scalars.count {
      switch scalars[index] {
      case "\n", "`": return nil
      case "{" where scalars[index + 1] == "{": return nil
      case "}" where scalars[index + 1] == "}": return index + 2
      default: index += 1
      }
    }
    return nil
  }

  private func tagEnd(from start: Int) -> Int? {
    guard start < scalars.count else { return nil }
    let first = scalars[start]
    guard Characters.isASCIILetterOrDigit(first) || "/!?".unicodeScalars.contains(first) else { return nil }
    var index = start
    while index < scalars.count {
      if scalars[index] == ">" { return index + 1 }
      if scalars[index] == "<" { return nil }
      index += 1
    }
    return nil
  }

  /// The end of a bare address that begins here.
  private func addressEnd(from start: Int) -> Int? {
    if start > 0, Characters.isASCIILetterOrDigit(scalars[start - 1]) { return nil }
    let head = String(String.UnicodeScalarView(scalars[start..<min(scalars.count, start + 8)])).lowercased()
    guard head.hasPrefix("http://") || head.hasPrefix("https://") || head.hasPrefix("www.") else {
      return nil
    }
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      guard !Characters.isSpace(scalar), !Characters.isChinesePunctuation(scalar),
        !"<>()`\"".unicodeScalars.contains(scalar)
      else { break }
      index += 1
    }
    return index
  }

  private mutating func markLinks() {
    var opened: [Int] = []
    var index = 0
    while index < scalars.count {
      defer { index += 1 }
      guard kinds[index] == .text else {
        if kinds[index] == .lineEnd { opened.removeAll() }
        continue
      }
      switch scalars[index] {
      case "[", "【": opened.append(index)
      case "]", "】":
        guard let open = opened.popLast(), let close = targetClose(from: index + 1) else { continue }
        let link = Link(open: open, close: index, targetOpen: index + 1, targetClose: close)
        let isPlain = scalars[open] == "[" && scalars[index] == "]" && scalars[index + 1] == "("
        guard (isPlain && scalars[close] == ")") || Self.isAddress(scalars[(index + 2)..<close]) else {
          continue
        }
        links.append(link)
        mark((index + 2)..<close, .address)
        index = close
      default: break
      }
    }
  }

  /// The bracket that closes the one at `start`, on the same line and without square brackets between.
  private func targetClose(from start: Int) -> Int? {
    guard let open = text(start), open == "(" || open == "（" else { return nil }
    var depth = 0
    var index = start
    while index < scalars.count {
      switch scalars[index] {
      case "\n", "[", "]", "【", "】": return nil
      case "(", "（": depth += 1
      case ")", "）":
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Whether what stands in brackets is where a link could lead, and no remark.
  static func isAddress(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let target = String(String.UnicodeScalarView(text)).lowercased()
    if ["http://", "https://", "mailto:", "www.", "#", "./", "../", "/"].contains(where: target.hasPrefix) {
      return true
    }
    guard let path = target.split(whereSeparator: { $0 == "#" || $0 == "?" }).first else { return false }
    return endings.contains { path.hasSuffix($0) && path.count > $0.count }
  }

  static let pictures = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"]
  private static let endings =
    pictures + [".md", ".html", ".htm", ".pdf", ".csv", ".xlsx", ".docx", ".com", ".cn"]
}
