import Common
import CommonMark

/// Writes a Markdown body's HTML as literals and slots, event by event.
///
/// The HTML is CommonMark's, but for: headings have ids, raw HTML is left out, dangerous addresses are refused,
/// images load lazily, line breaks between Chinese characters are none, and pipe tables are tables.
struct BodyWriter {
  let source: PreparedSource
  var output = PieceBuffer()
  var headings: [Heading] = []
  var links: [InternalLink] = []
  var findings = Findings()
  var opening: String?

  var headingIDs = HeadingIDs()
  /// Inside an image everything is its alternative text, which has been written.
  var imageDepth = 0
  /// Whether the link that is open has a tag: a refused one has none.
  var linkHasTag = false
  var table: TableWriter?
  /// Raw tags left out in this block whose end tags need no finding of their own.
  var openRawTags = 0
  /// The last character printed in this block; `nil` at its start and behind a figure or an image.
  var lastPrinted: Unicode.Scalar?
  /// Where a line break goes in the open literal, if what follows turns out not to be Chinese.
  var pendingBreak: Int?

  init(source: PreparedSource) {
    self.source = source
  }

  mutating func handle(_ event: borrowing MarkdownEvent) {
    if imageDepth > 0 {
      if event.kind == .image { imageDepth += event.isEntering ? 1 : -1 }
      return
    }
    if table?.isSkipping == true, !event.kind.isBreak, event.kind != .paragraph { return }
    switch event.kind {
    case .document: break
    case .blockQuote, .list, .item, .thematicBreak, .heading: block(event)
    case .paragraph: event.isEntering ? enterParagraph(event) : leaveParagraph(event)
    case .codeBlock: codeBlock(event)
    case .htmlBlock: htmlBlock(event)
    case .text: text(event)
    case .softBreak, .lineBreak: lineBreak(event.kind)
    case .code: code(event)
    case .htmlInline: htmlInline(event)
    case .emphasis: inline(event, "<em>", "</em>")
    case .strong: inline(event, "<strong>", "</strong>")
    case .link: event.isEntering ? enterLink(event) : leaveLink()
    case .image: image(event)
    }
  }

  mutating func finish() {
    output.flush()
  }

  private mutating func block(_ event: borrowing MarkdownEvent) {
    startBlock()
    switch (event.kind, event.isEntering) {
    case (.blockQuote, true): writeLine("<blockquote>\n")
    case (.blockQuote, false): writeLine("</blockquote>\n")
    case (.list, true) where !event.isOrderedList: writeLine("<ul>\n")
    case (.list, true) where event.listStart == 1: writeLine("<ol>\n")
    case (.list, true):
      output.startLine()
      output.write(string: "<ol start=\"\(event.listStart)\">\n")
    case (.list, false): output.write(event.isOrderedList ? "</ol>\n" : "</ul>\n")
    case (.item, true): writeLine("<li>")
    case (.item, false): output.write("</li>\n")
    case (.thematicBreak, _): writeLine("<hr />\n")
    case (.heading, true):
      let text = PlainText(inside: event, source: source).string
      let heading = Heading(level: event.headingLevel, id: headingIDs.id(for: text), text: text)
      headings.append(heading)
      output.startLine()
      output.write(string: "<h\(heading.level) id=\"\(heading.id)\">")
    case (.heading, false): output.write(string: "</h\(event.headingLevel)>\n")
    default: break
    }
  }

  mutating func writeLine(_ text: StaticString) {
    output.startLine()
    output.write(text)
  }

  /// Forgets what a block's text left behind.
  mutating func startBlock() {
    settleBreak(before: nil)
    lastPrinted = nil
    openRawTags = 0
  }

  private mutating func enterParagraph(_ event: borrowing MarkdownEvent) {
    startBlock()
    openTable(event)
    if table?.startsNow == true {
      startTable()
      return
    }
    if opening == nil, event.isTopLevel {
      let text = PlainText(inside: event, source: source)
      let words = text.string
      if text.figures.isEmpty, !words.isEmpty { opening = words }
    }
    if table != nil || !event.isInTightList { writeLine("<p>") }
  }

  private mutating func leaveParagraph(_ event: borrowing MarkdownEvent) {
    settleBreak(before: nil)
    if table != nil {
      finishTable()
    } else if !event.isInTightList {
      output.write("</p>\n")
    }
  }
}

extension MarkdownKind {
  var isBreak: Bool { self == .softBreak || self == .lineBreak }
}
