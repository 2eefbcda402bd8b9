import Common
import CommonMark

/// Writes a Markdown body's HTML as literals and slots, event by event.
///
/// The HTML is CommonMark's, but for: headings have ids, raw HTML is left out, dangerous addresses are refused,
/// images load lazily and an image alone is a figure, line breaks between Chinese characters are none, bare addresses
/// are links, and there are tables, footnotes, task lists, struck out text and a table of contents.
struct BodyWriter {
  let source: PreparedSource
  let options: MarkdownCompiler.Options
  let survey: BodySurvey
  let imageSize: (String) -> ImageSize?
  var output = PieceBuffer()
  var links: [InternalLink] = []
  var findings = Findings()
  var opening: String?
  /// What stands above `<!-- more -->`.
  var excerpt: [Piece]?
  private var leadingTexts: [String] = []
  private var headingsWritten = 0

  /// Inside an image everything is its alternative text, which has been written.
  var imageDepth = 0
  var linkDepth = 0
  /// Whether the link that is open has a tag: a refused one has none.
  var linkHasTag = false
  var table: TableWriter?
  /// Cells made up for rows that are too short.
  var paddedCells = 0
  var paragraph = ParagraphState()
  var caption = CaptionState()
  var footnotes: FootnoteWriter
  /// Whether the first paragraph of the item that is open is a task: done or not.
  var task: Bool?
  /// Raw tags left out in this block whose end tags need no finding of their own.
  var openRawTags = 0
  /// The last character printed in this block; `nil` at its start and behind a figure or an image.
  var lastPrinted: Unicode.Scalar?
  /// Where a line break goes in the open literal, if what follows turns out not to be Chinese.
  var pendingBreak: Int?
  var strikethrough = Strikethrough()
  /// How many texts of the block have been met.
  var textNumber = 0

  init(
    source: PreparedSource, survey: BodySurvey, options: MarkdownCompiler.Options,
    imageSize: @escaping (String) -> ImageSize?
  ) {
    self.source = source
    self.survey = survey
    self.options = options
    self.imageSize = imageSize
    footnotes = FootnoteWriter(count: source.footnotes.count, references: survey.references)
  }

  mutating func handle(_ event: borrowing MarkdownEvent) {
    if event.kind == .text { textNumber += 1 }
    if imageDepth > 0 {
      if event.kind == .image { imageDepth += event.isEntering ? 1 : -1 }
      return
    }
    if paragraph.isSilent, event.kind != .paragraph { return }
    if table?.isSkipping == true, !event.kind.isBreak, event.kind != .paragraph { return }
    switch event.kind {
    case .document: break
    case .blockQuote where isFootnote(event): footnote(event)
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
    writeFootnotes()
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
    case (.item, true): startItem(event)
    case (.item, false):
      task = nil
      output.write("</li>\n")
    case (.thematicBreak, _): writeLine("<hr />\n")
    case (.heading, true):
      startInlines(event, hasCells: false)
      let heading = survey.headings[headingsWritten]
      headingsWritten += 1
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
    caption.forget()
  }

  mutating func startInlines(_ event: borrowing MarkdownEvent, hasCells: Bool) {
    textNumber = 0
    strikethrough = Strikethrough(inside: event, source: source, hasCells: hasCells)
  }

  /// Keeps a paragraph's text where it may be what the story opens with.
  mutating func keepOpening(_ event: borrowing MarkdownEvent) {
    guard excerpt == nil, event.isTopLevel, opening == nil || survey.hasMore else { return }
    let text = PlainText(inside: event, source: source)
    let words = text.string
    guard text.figures.isEmpty, !words.isEmpty else { return }
    if opening == nil { opening = words }
    if survey.hasMore { leadingTexts.append(words) }
  }

  /// `<!-- more -->`: what stands above it is the opening.
  mutating func endExcerpt() {
    guard excerpt == nil else { return }
    var pieces = output
    pieces.flush()
    excerpt = pieces.pieces.map(\.withoutFootnotes)
    var text = ""
    for paragraph in leadingTexts {
      if let last = text.unicodeScalars.last, let first = paragraph.unicodeScalars.first,
        !EastAsianText.joins(last, first)
      {
        text += " "
      }
      text += paragraph
    }
    if !text.isEmpty { opening = text }
  }
}

extension MarkdownKind {
  var isBreak: Bool { self == .softBreak || self == .lineBreak }
}
