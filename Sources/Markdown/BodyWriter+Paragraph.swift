import Common
import CommonMark

/// What a paragraph is that is being written.
struct ParagraphState {
  /// It holds an image and nothing else.
  var isFigure = false
  /// Its text has been written, or is not to be.
  var isSilent = false
  /// The caption of the figure.
  var figureCaption: [UInt8] = []
  /// It began a task with its box.
  var isTask = false
  /// Bytes of its first text that are no text: the brackets of a task.
  var skipped = 0
  /// Its tags are left out, as in a tight list.
  var isTight = false
  /// It has tags in a tight list too: it is a line behind a table.
  var hasOwnTags = false
}

extension BodyWriter {
  mutating func enterParagraph(_ event: borrowing MarkdownEvent) {
    let isBelowTable = caption.takeTable()
    let above = caption.takeParagraph()
    startBlock()
    paragraph = ParagraphState()
    paragraph.isTight = event.isInTightList
    openTable(event)
    startInlines(event, hasCells: table != nil)
    if table?.startsNow == true {
      startTable(caption: above.map { output.cut(from: $0) })
      return
    }
    if table == nil, isContents(event) {
      writeContents()
      paragraph.isSilent = true
      return
    }
    paragraph.isFigure = event.onlyChild == .image && !paragraph.isTight
    if !paragraph.isFigure { keepOpening(event) }
    if table == nil || table?.shape.headerLine == 1, CaptionState.isCaption(sourceText(of: event)) {
      caption.start(at: output.mark(), table: isBelowTable)
    }
    if paragraph.isFigure {
      writeLine("<figure>")
    } else if table != nil || !paragraph.isTight {
      writeLine("<p>")
    }
    startTask()
  }

  mutating func leaveParagraph(_ event: borrowing MarkdownEvent) {
    settleBreak(before: nil)
    if paragraph.isSilent {
      paragraph.isSilent = false
      return
    }
    if table != nil {
      finishTable()
      return
    }
    endTask()
    if paragraph.isFigure {
      endFigure()
    } else if !paragraph.isTight || paragraph.hasOwnTags {
      output.write("</p>\n")
    }
    paragraph.isFigure = false
    finishCaption()
  }

  /// The paragraph's first line as it is parsed, behind its indentation.
  private func sourceText(of event: borrowing MarkdownEvent) -> ArraySlice<UInt8> {
    source.line(event.line).dropFirst(max(0, event.column - 1))
  }

  private mutating func endFigure() {
    if !paragraph.figureCaption.isEmpty {
      output.write("<figcaption>")
      output.write(escaped: paragraph.figureCaption)
      output.write("</figcaption>")
    }
    output.write("</figure>\n")
  }
}

// Task lists.
extension BodyWriter {
  /// Opens an item of a list; one that begins with `[ ]` or `[x]` is a task.
  mutating func startItem(_ event: borrowing MarkdownEvent) {
    task = isTask(event)
    writeLine(task == nil ? "<li>" : "<li class=\"task\">")
  }

  private func isTask(_ event: borrowing MarkdownEvent) -> Bool? {
    guard event.firstChild == .paragraph, event.beginsWithText, let start = event.contentStart else {
      return nil
    }
    let offset = source.offset(line: start.line) + start.column - 1
    guard offset + 3 < source.bytes.count, source.bytes[offset] == 0x5B, source.bytes[offset + 2] == 0x5D,
      [0x20, 0x09].contains(source.bytes[offset + 3])
    else { return nil }
    switch source.bytes[offset + 1] {
    case 0x20: return false
    case 0x58, 0x78: return true
    default: return nil
    }
  }

  /// The box is in a label with the words, so that a screen reader says what is done.
  private mutating func startTask() {
    guard let isDone = task, table == nil, !paragraph.isFigure else { return }
    task = nil
    paragraph.isTask = true
    paragraph.skipped = 3
    output.write("<label><input type=\"checkbox\" disabled=\"\"")
    if isDone { output.write(" checked=\"\"") }
    output.write(" />")
  }

  private mutating func endTask() {
    if paragraph.isTask { output.write("</label>") }
    paragraph.isTask = false
  }
}

// The table of contents.
extension BodyWriter {
  /// Whether the paragraph is `[TOC]` or `[[toc]]` and nothing else.
  private func isContents(_ event: borrowing MarkdownEvent) -> Bool {
    guard event.onlyChild == .text, event.line == event.endLine, event.isTopLevel else { return false }
    let text = sourceText(of: event)
    guard text.count < 32 else { return false }
    let word = String(decoding: text, as: UTF8.self).lowercased().filter { !$0.isWhitespace }
    return word == "[toc]" || word == "[[toc]]"
  }

  /// Links to the headings of the two upper levels below the title.
  private mutating func writeContents() {
    let levels = survey.headings.map(\.level).filter { $0 > 1 }
    let top = levels.min() ?? 1
    let shown = survey.headings.filter { (top...top + 1).contains($0.level) && !$0.text.isEmpty }
    guard !shown.isEmpty else { return }
    writeLine("<nav class=\"toc\">\n<ol>\n")
    var isNested = false
    for (index, heading) in shown.enumerated() {
      let isInner = heading.level > top && (isNested || index > 0)
      if isInner != isNested {
        output.write(isInner ? "\n<ol>\n" : "</li>\n</ol>\n</li>\n")
        isNested = isInner
      } else if index > 0 {
        output.write("</li>\n")
      }
      output.write("<li><a href=\"#")
      output.write(address: Array(heading.id.utf8))
      output.write("\">")
      output.write(escaped: heading.text.utf8)
      output.write("</a>")
    }
    output.write(isNested ? "</li>\n</ol>\n</li>\n</ol>\n</nav>\n" : "</li>\n</ol>\n</nav>\n")
  }
}
