import Common
import CommonMark

extension BodyWriter {
  mutating func text(_ event: borrowing MarkdownEvent) {
    let source = self.source
    event.withLiteral { literal in
      source.forEachRun(in: literal) { run in
        switch run {
        case .text(let part): write(part)
        case .mark(let mark): write(mark)
        }
      }
    }
  }

  private mutating func write(_ part: UnsafeBufferPointer<UInt8>) {
    guard table?.splitsAtPipes == true else {
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

  /// Prints text, which is where a pending line break is decided.
  mutating func print(_ text: UnsafeBufferPointer<UInt8>) {
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
    let place = source.source.location(at: mark.range.lowerBound)
    let found = String(decoding: source.source.bytes[mark.range], as: UTF8.self)
    switch mark.kind {
    case .figure(let content):
      let text = String(decoding: source.source.bytes[content], as: UTF8.self)
      let reference = FigureSyntax.parse(
        text, at: source.source.location(at: content.lowerBound), braces: place, findings: &findings)
      willPrint(nil)
      if let reference { output.append(.figure(reference)) }
      lastPrinted = nil
    case .pipe:
      printLiteral("|")
    case .unclosed:
      findings.add(Diagnostic(.markdownFigureUnclosed, at: place, ["found": found]))
      printLiteral(found)
    case .fullWidth:
      findings.add(Diagnostic(.markdownFullWidthBraces, at: place, ["found": found]))
      printLiteral(found)
    }
  }

  private mutating func printLiteral(_ text: String) {
    Array(text.utf8).withUnsafeBufferPointer { print($0) }
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
