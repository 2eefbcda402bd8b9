import Common
import CommonMark

/// The footnotes' texts, which come first in what is parsed and last in what is written.
struct FootnoteWriter {
  let count: Int
  /// How many have been read.
  var read = 0
  /// The body's output while a footnote is written.
  var body: PieceBuffer?
  var texts: [PieceBuffer] = []
  /// The ids of the references to each footnote, those of the body first.
  var written: [[Int]]
  /// The number of the next reference in a footnote's text: behind those of the body.
  private var nextInside: [Int]
  private var nextOutside: [Int]

  init(count: Int, references: [Int]) {
    self.count = count
    written = Array(repeating: [], count: count)
    nextInside = references.map { $0 + 1 }
    nextOutside = Array(repeating: 1, count: count)
  }

  mutating func reference(to index: Int) -> Int {
    let number: Int
    if body == nil {
      number = nextOutside[index]
      nextOutside[index] += 1
    } else {
      number = nextInside[index]
      nextInside[index] += 1
    }
    written[index].append(number)
    return number
  }
}

extension BodyWriter {
  func isFootnote(_ event: borrowing MarkdownEvent) -> Bool {
    footnotes.read < footnotes.count && event.isTopLevel
  }

  mutating func footnote(_ event: borrowing MarkdownEvent) {
    startBlock()
    if event.isEntering {
      footnotes.body = output
      output = PieceBuffer()
    } else if let body = footnotes.body {
      footnotes.texts.append(output)
      output = body
      footnotes.body = nil
      footnotes.read += 1
    }
  }

  /// `[^1]` in a text.
  mutating func footnoteReference(_ index: Int) {
    guard let number = survey.numbers[index] else { return }
    willPrint("0")
    lastPrinted = "0"
    output.write("<sup class=\"footnote-ref\">")
    if linkDepth > 0 {
      output.write(string: String(number))
    } else {
      let place = footnotes.reference(to: index)
      output.write(
        string:
          "<a href=\"#fn.\(number)\" id=\"\(Self.id(number, place))\" role=\"doc-noteref\">\(number)</a>")
    }
    output.write("</sup>")
  }

  /// An id that no heading gets: theirs have no dots.
  private static func id(_ number: Int, _ place: Int) -> String {
    place == 1 ? "fnref.\(number)" : "fnref.\(number).\(place)"
  }

  mutating func writeFootnotes() {
    startBlock()
    var seen: Set<String> = []
    for (index, definition) in source.footnotes.enumerated() {
      // One that is written twice is a finding already.
      guard seen.insert(definition.label).inserted, survey.numbers[index] == nil else { continue }
      findings.add(
        Diagnostic(
          .markdownFootnoteUnused, .warning, at: source.source.location(at: definition.start),
          ["found": definition.label]))
    }
    let shown = survey.order.filter { $0 < footnotes.texts.count }
    guard !shown.isEmpty else { return }
    writeLine("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n")
    for index in shown { writeFootnote(index) }
    output.write("</ol>\n</section>\n")
  }

  private mutating func writeFootnote(_ index: Int) {
    guard let number = survey.numbers[index] else { return }
    output.write(string: "<li id=\"fn.\(number)\">\n")
    var text = footnotes.texts[index]
    text.startLine()
    let endsInParagraph = text.dropSuffix("</p>\n")
    output.append(contentsOf: text.finished())
    if !endsInParagraph { output.write("<p>") }
    for place in footnotes.written[index].sorted() {
      if endsInParagraph || place != footnotes.written[index].min() { output.write(" ") }
      output.write(
        string: "<a href=\"#\(Self.id(number, place))\" class=\"footnote-back\" role=\"doc-backlink\"")
      output.write(" aria-label=\"")
      output.write(escaped: options.words.backToText.utf8)
      if footnotes.written[index].count > 1 { output.write(string: " \(place)") }
      output.write("\">↩</a>")
    }
    output.write("</p>\n</li>\n")
  }
}

extension Piece {
  /// The piece without references to footnotes and without ids: for a page on which the notes do not stand.
  var withoutFootnotes: Piece {
    guard case .html(let bytes) = self else { return self }
    let (open, close) = (Array("<sup class=\"footnote-ref\">".utf8), Array("</sup>".utf8))
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x3C, bytes[index...].starts(with: open) {
        while index < bytes.count, !bytes[index...].starts(with: close) { index += 1 }
        index += close.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return .html(result)
  }
}
