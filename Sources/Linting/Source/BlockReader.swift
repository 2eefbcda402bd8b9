import Markdown

/// Tells for each line of a file what it is: text, code, a heading, a table's row.
///
/// It knows of CommonMark's blocks what a linter needs; links and emphasis are ``Prose``'s. One pass, no going back.
struct BlockReader {
  private(set) var lines: [BlockLine] = []
  /// Lines whose characters belong together: a paragraph, a heading, a table's row.
  private(set) var groups: [Range<Int>] = []

  private let bytes: [UInt8]
  private var fence: (mark: UInt8, count: Int, quotes: Int, column: Int)?
  private var html: HTMLBlock.End?
  /// The first line of the paragraph that is open.
  private var paragraph: Int?
  private var isTable = false
  /// The columns where the open list items' contents begin.
  private var items: [Int] = []
  private var quotes = 0

  /// - Complexity: O(bytes).
  init(_ source: SourceText) {
    bytes = source.bytes
    let starts = source.lines.starts
    var first = 0
    func range(_ number: Int) -> Range<Int> {
      let next = number + 1 < starts.count ? starts[number + 1] : bytes.count
      var end = next
      while end > starts[number], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
      let start = min(max(starts[number], number == 0 ? source.start : 0), end)
      return start..<end
    }
    if isFrontMatterFence(range(0)) {
      first =
        starts.indices.dropFirst().first { isFrontMatterFence(range($0)) }.map { $0 + 1 } ?? starts.count
      for number in 0..<first { append(.frontMatter, range(number), content: range(number).upperBound) }
    }
    for number in first..<max(first, starts.count) { read(range(number)) }
    closeParagraph()
  }

  /// Lists that begin on one line: each looks at the line's rest, and nobody writes more.
  private static let deepest = 20

  private func isFrontMatterFence(_ range: Range<Int>) -> Bool {
    let line = bytes[range]
    return line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private mutating func append(
    _ kind: BlockLine.Kind, _ range: Range<Int>, content: Int, startsItem: Bool = false, isFirst: Bool = false
  ) {
    lines.append(
      BlockLine(
        kind: kind, start: range.lowerBound, content: content, end: range.upperBound, quotes: quotes,
        startsItem: startsItem, isFirst: isFirst))
  }

  private mutating func closeParagraph() {
    defer { (paragraph, isTable) = (nil, false) }
    guard let first = paragraph, !isTable else { return }
    groups.append(first..<lines.count)
  }

  /// Appends a line that is a group of its own.
  private mutating func appendAlone(
    _ kind: BlockLine.Kind, _ range: Range<Int>, content: Int, startsItem: Bool
  ) {
    append(kind, range, content: content, startsItem: startsItem, isFirst: true)
    groups.append(lines.count - 1..<lines.count)
  }

  private mutating func read(_ range: Range<Int>) {
    var cursor = LineCursor(bytes: bytes, range: range)
    let depth = cursor.skipQuotes()
    cursor.skipBlanks()
    if let open = fence {
      if cursor.isAtEnd && depth >= open.quotes
        || (depth >= open.quotes && (open.quotes > 0 || cursor.column >= open.column))
      {
        if cursor.isClosingFence(open.mark, atLeast: open.count) { fence = nil }
        append(.fencedCode, range, content: range.upperBound)
        return
      }
      fence = nil
    }
    if let end = html {
      if !end.isBlankLine || !cursor.isAtEnd {
        append(.html, range, content: range.upperBound)
        if HTMLBlock.ends(bytes[range], end) { html = nil }
        return
      }
      html = nil
    }
    if cursor.isAtEnd {
      closeParagraph()
      if depth != quotes { (quotes, items) = (depth, depth < quotes ? [] : items) }
      append(.blank, range, content: range.upperBound)
      return
    }
    readBlock(range, cursor, depth: depth)
  }

  private mutating func readBlock(_ range: Range<Int>, _ start: LineCursor, depth: Int) {
    var cursor = start
    let isLazy = paragraph != nil && depth < quotes
    if depth != quotes, !isLazy {
      closeParagraph()
      (quotes, items) = (depth, [])
    }
    let wasInList = !items.isEmpty
    var left = false
    while let column = items.last, column > cursor.column {
      items.removeLast()
      left = true
    }
    var startsItem = false
    var depthOnLine = 0
    while true {
      let indent = cursor.column - max(items.last ?? 0, cursor.quoteColumn)
      if indent >= 4 {
        if paragraph != nil { break }
        append(.indentedCode, range, content: cursor.at, isFirst: lines.last?.kind != .indentedCode)
        return
      }
      if let underline = cursor.underline, let first = paragraph, !isTable, !isLazy, !left, !startsItem {
        append(.underline, range, content: cursor.at, isFirst: underline == 0x2D)
        groups.append(first..<lines.count - 1)
        paragraph = nil
        return
      }
      if cursor.isRule {
        closeParagraph()
        if isLazy { (quotes, items) = (depth, []) }
        append(.rule, range, content: cursor.at)
        return
      }
      if let open = cursor.openingFence {
        closeParagraph()
        if isLazy { (quotes, items) = (depth, []) }
        fence = (open.mark, open.count, depth, items.last ?? 0)
        append(.fencedCode, range, content: range.upperBound)
        return
      }
      if cursor.isHeading {
        closeParagraph()
        appendAlone(.heading, range, content: cursor.behindHashes, startsItem: startsItem)
        return
      }
      if let end = HTMLBlock.start(bytes[cursor.at..<range.upperBound], interrupts: paragraph != nil) {
        closeParagraph()
        append(.html, range, content: range.upperBound)
        if !HTMLBlock.ends(bytes[range], end) { html = end }
        return
      }
      depthOnLine += 1
      guard depthOnLine < Self.deepest, let marker = cursor.listMarker,
        paragraph == nil || startsItem || wasInList || (marker.mayInterrupt && !marker.isEmpty)
      else { break }
      closeParagraph()
      cursor = marker.behind
      items.append(marker.column)
      startsItem = true
      if marker.isEmpty {
        append(.text, range, content: range.upperBound, startsItem: true, isFirst: true)
        return
      }
    }
    readText(range, cursor, startsItem: startsItem)
  }

  private mutating func readText(_ range: Range<Int>, _ cursor: LineCursor, startsItem: Bool) {
    if isTable {
      appendAlone(.tableRow, range, content: cursor.at, startsItem: false)
      return
    }
    if let first = paragraph, cursor.isTableDelimiter, lines.last.map({ hasPipe($0) }) == true {
      // What stands above the table's head is a paragraph still.
      let head = lines.count - 1
      if first < head { groups.append(first..<head) }
      lines[head].kind = .tableRow
      groups.append(head..<head + 1)
      append(.tableDelimiter, range, content: cursor.at)
      isTable = true
      return
    }
    if paragraph == nil, cursor.isDefinition {
      append(.definition, range, content: range.upperBound)
      return
    }
    append(.text, range, content: cursor.at, startsItem: startsItem, isFirst: paragraph == nil)
    if paragraph == nil { paragraph = lines.count - 1 }
  }

  private func hasPipe(_ line: BlockLine) -> Bool {
    bytes[line.content..<line.end].contains(0x7C)
  }
}
