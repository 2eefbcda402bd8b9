import Common
import CommonMark

extension BodyWriter {
  mutating func text(_ event: borrowing MarkdownEvent) {
    let source = self.source
    event.withLiteral { literal in
      source.forEachRun(in: literal) { run in
        switch run {
        case .text(let part):
          guard let start = literal.baseAddress else { return }
          strike(withoutTask(part), literal: start)
        case .mark(let mark): write(mark)
        }
      }
    }
  }

  /// A task's first text without its brackets.
  private mutating func withoutTask(_ part: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard paragraph.skipped > 0, part.count >= paragraph.skipped else { return part }
    defer { paragraph.skipped = 0 }
    return UnsafeBufferPointer(rebasing: part[paragraph.skipped...])
  }

  /// Writes text with what is struck out in it.
  private mutating func strike(_ part: UnsafeBufferPointer<UInt8>, literal: UnsafePointer<UInt8>) {
    guard !strikethrough.isEmpty, let base = part.baseAddress else {
      write(part)
      return
    }
    let offset = literal.distance(to: base)
    var start = 0
    var index = 0
    while index < part.count {
      guard part[index] == 0x7E, let edge = strikethrough.edge(text: textNumber, offset: offset + index)
      else {
        index += 1
        continue
      }
      if start < index { write(UnsafeBufferPointer(rebasing: part[start..<index])) }
      openCell()
      output.write(edge == .opens ? "<del>" : "</del>")
      index += 2
      start = index
    }
    if start < part.count { write(UnsafeBufferPointer(rebasing: part[start...])) }
  }

  private mutating func write(_ part: UnsafeBufferPointer<UInt8>) {
    guard table?.splitsAtPipes == true else {
      if table?.isInside == true, table?.isSkipping == false, part.contains(0x7C) { table?.isMerged = true }
      print(part)
      return
    }
    var start = 0
    for index in 0...part.count where index == part.count || part[index] == 0x7C {
      let cell = UnsafeBufferPointer(rebasing: part[start..<index])
      if table?.isCellOpen == true {
        print(cell)
      } else if let content = cell.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) {
        print(UnsafeBufferPointer(rebasing: cell[content...]))
      }
      if index < part.count { endCell() }
      start = index + 1
    }
  }

  /// Prints text; addresses in it become links.
  private mutating func print(_ text: UnsafeBufferPointer<UInt8>) {
    guard linkDepth == 0, Autolink.mayOccur(in: text) else {
      printPlain(text)
      return
    }
    var start = 0
    for link in Autolink.find(in: text, after: lastPrinted) {
      if start < link.range.lowerBound {
        printPlain(UnsafeBufferPointer(rebasing: text[start..<link.range.lowerBound]))
      }
      let address = UnsafeBufferPointer(rebasing: text[link.range])
      willPrint(EastAsianText.first(of: address))
      output.write("<a href=\"")
      output.write(address: link.prefix + address)
      if options.hasSite, link.prefix != Array("mailto:".utf8) { output.write("\" rel=\"noopener") }
      output.write("\">")
      printPlain(address)
      output.write("</a>")
      start = link.range.upperBound
    }
    if start < text.count { printPlain(UnsafeBufferPointer(rebasing: text[start...])) }
  }

  /// Prints text, which is where a pending line break is decided.
  private mutating func printPlain(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = EastAsianText.first(of: text) else { return }
    willPrint(first)
    output.write(escaped: text)
    lastPrinted = EastAsianText.last(of: text)
  }

  /// - Parameter first: The next character; `nil` for a figure or an image.
  mutating func willPrint(_ first: Unicode.Scalar?) {
    settleBreak(before: first)
    openCell()
  }

  mutating func settleBreak(before next: Unicode.Scalar?) {
    guard let position = pendingBreak else { return }
    pendingBreak = nil
    if let last = lastPrinted, let next, EastAsianText.joins(last, next) { return }
    output.insertNewline(at: position)
  }

  mutating func lineBreak(_ kind: MarkdownKind) {
    if table != nil, rowEnds() { return }
    settleBreak(before: nil)
    if kind == .softBreak {
      pendingBreak = output.position
    } else {
      output.write("<br />\n")
      lastPrinted = nil
    }
  }

  private mutating func write(_ mark: FigureMark) {
    let found = String(decoding: source.source.bytes[mark.range], as: UTF8.self)
    switch mark.kind {
    case .figure(let content): figure(mark, content: content)
    case .escaped(let byte): printLiteral(String(Unicode.Scalar(byte)))
    case .footnote(let index): footnoteReference(index)
    case .unclosed: report(.markdownFigureUnclosed, mark, found)
    case .fullWidth: report(.markdownFullWidthBraces, mark, found)
    case .unknownFootnote: report(.markdownFootnoteUnknown, mark, found)
    }
  }

  /// A mark that means nothing is printed as it stands.
  private mutating func report(_ rule: Rule, _ mark: FigureMark, _ found: String) {
    findings.add(
      Diagnostic(rule, at: source.source.location(at: mark.range.lowerBound), ["found": found]))
    printLiteral(found)
  }

  private mutating func figure(_ mark: FigureMark, content: Range<Int>) {
    let reference = FigureSyntax.parse(
      String(decoding: source.source.bytes[content], as: UTF8.self),
      at: source.source.location(at: content.lowerBound),
      braces: source.source.location(at: mark.range.lowerBound), findings: &findings)
    willPrint(nil)
    if !options.hasSite {
      output.write("<code>")
      output.write(escaped: source.source.bytes[mark.range])
      output.write("</code>")
    } else if let reference {
      output.append(.figure(reference))
    }
    lastPrinted = nil
  }

  private mutating func printLiteral(_ text: String) {
    Array(text.utf8).withUnsafeBufferPointer { printPlain($0) }
  }

  mutating func code(_ event: borrowing MarkdownEvent) {
    let text = event.withLiteral { source.restored($0).bytes }
    let shown = table == nil ? text : Self.unescapedPipes(text)
    willPrint(shown.withUnsafeBufferPointer { EastAsianText.first(of: $0) })
    output.write("<code>")
    output.write(escaped: shown)
    output.write("</code>")
    lastPrinted = shown.withUnsafeBufferPointer { EastAsianText.last(of: $0) }
  }

  /// In a table `\|` is a pipe in code too.
  private static func unescapedPipes(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      if byte == 0x7C, result.last == 0x5C { result.removeLast() }
      result.append(byte)
    }
    return result
  }

  mutating func inline(_ event: borrowing MarkdownEvent, _ open: StaticString, _ close: StaticString) {
    if event.isEntering {
      openCell()
      output.write(open)
    } else {
      output.write(close)
    }
    table?.depth += event.isEntering ? 1 : -1
  }
}
