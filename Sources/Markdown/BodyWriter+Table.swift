import Common
import CommonMark

/// Where in a pipe table the writer is.
struct TableWriter {
  let shape: TableShape
  /// The paragraph's first line, as libcmark counts.
  let firstLine: Int
  /// The paragraph's line that is a caption below the rows.
  let captionLine: Int?
  /// The paragraph's line, from 0.
  var line = 0
  /// How many inline nodes are open.
  var depth = 0
  var column = 0
  var isCellOpen = false
  var isRowOpen = false
  var sawOuterPipe = false
  var isHead = true
  var hasBody = false
  /// Emphasis or a link runs over a pipe of the row.
  var isMerged = false
  /// Where the row's cells begin that the header has no column for.
  var excess: PieceBuffer.Mark?
  /// Where the caption goes, in a table that has none.
  var captionPlace: PieceBuffer.Mark?

  init(shape: TableShape, firstLine: Int, captionLine: Int?) {
    self.shape = shape
    self.firstLine = firstLine
    self.captionLine = captionLine
  }

  /// Whether the line is the table's header.
  var startsNow: Bool { line == shape.headerLine }
  /// Whether the line is the row of dashes.
  var isSkipping: Bool { line == shape.headerLine + 1 }
  var isInside: Bool { line >= shape.headerLine }
  /// Whether the line is the caption, below the rows.
  var isAtCaption: Bool { line == captionLine }
  var splitsAtPipes: Bool { isInside && depth == 0 }
}

extension BodyWriter {
  /// Looks for a table in a paragraph that begins.
  ///
  /// Where emphasis, a link or code runs over a line's end the rows cannot be told apart: the paragraph stays one.
  mutating func openTable(_ event: borrowing MarkdownEvent) {
    var first = event.line
    var lines = (first...max(first, event.endLine)).map { number in
      let line = source.line(number)
      return number == first
        ? line.dropFirst(event.column - 1) : line.drop { [0x20, 0x09, 0x3E].contains($0) }
    }
    guard lines.count > 1, TableShape(in: lines) != nil else { return }
    var (breaks, depth, isBroken) = (0, 0, false)
    event.forEachInside { inner in
      switch inner.kind {
      case .softBreak, .lineBreak:
        breaks += 1
        if depth > 0 { isBroken = true }
      case .emphasis, .strong, .link, .image: depth += inner.isEntering ? 1 : -1
      default: break
      }
    }
    let missing = lines.count - 1 - breaks
    if missing > 0, lines[0].first == 0x5B {
      // libcmark has taken link definitions from the paragraph's start.
      lines.removeFirst(missing)
      first += missing
    } else if missing != 0 {
      isBroken = true
    }
    guard let shape = TableShape(in: lines) else { return }
    if isBroken {
      findings.add(
        Diagnostic(.markdownTableRowBroken, at: source.location(line: first + shape.headerLine, column: 1)))
    } else {
      let last = lines.count - 1
      let hasCaption =
        last > shape.headerLine + 1 && !lines[last].contains(0x7C) && CaptionState.isCaption(lines[last])
      table = TableWriter(shape: shape, firstLine: first, captionLine: hasCaption ? last : nil)
    }
  }

  mutating func startTable(caption: [Piece]?) {
    writeLine("<table>\n")
    if let caption { writeCaption(caption) } else { table?.captionPlace = output.mark() }
    output.write("<thead>\n")
    startRow()
  }

  private mutating func startRow() {
    guard var state = table else { return }
    if !state.isHead, !state.hasBody {
      output.write("<tbody>\n")
      state.hasBody = true
    }
    output.write("<tr>\n")
    (state.column, state.isCellOpen, state.sawOuterPipe, state.isRowOpen) = (0, false, false, true)
    table = state
    lastPrinted = nil
  }

  /// Opens a cell if a table's row waits for one.
  mutating func openCell() {
    guard var state = table, state.isInside, !state.isCellOpen, !state.isSkipping else { return }
    if !state.isRowOpen {
      startRow()
      state = table ?? state
    }
    if state.column == state.shape.alignments.count, state.excess == nil { state.excess = output.mark() }
    let alignment = state.column < state.shape.alignments.count ? state.shape.alignments[state.column] : nil
    output.write(state.isHead ? "<th scope=\"col\"" : "<td")
    if let alignment { output.write(string: " class=\"align-\(alignment.rawValue)\"") }
    output.write(">")
    state.isCellOpen = true
    table = state
  }

  /// Ends a cell at its pipe; the pipe that begins a row ends none.
  mutating func endCell() {
    guard let state = table else { return }
    if !state.isCellOpen, state.column == 0, !state.sawOuterPipe {
      if !state.isRowOpen { startRow() }
      table?.sawOuterPipe = true
      return
    }
    openCell()
    closeCell()
  }

  private mutating func closeCell() {
    guard let state = table, state.isCellOpen else { return }
    settleBreak(before: nil)
    output.trimSpaces()
    output.write(state.isHead ? "</th>\n" : "</td>\n")
    table?.isCellOpen = false
    table?.column += 1
    lastPrinted = nil
  }

  private mutating func endRow() {
    closeCell()
    guard let state = table, state.isRowOpen else { return }
    let missing = state.shape.alignments.count - state.column
    pad(missing)
    if let excess = state.excess {
      _ = output.cut(from: excess)
      report(
        .markdownTableRowTooLong,
        ["found": String(state.column), "columns": String(state.shape.alignments.count)])
    }
    if state.isMerged { report(.markdownTableCellsMerged, [:]) }
    output.write("</tr>\n")
    if state.isHead { output.write("</thead>\n") }
    table?.isHead = false
    table?.isRowOpen = false
    table?.isMerged = false
    table?.excess = nil
    table?.column = 0
    table?.sawOuterPipe = false
  }

  /// Fills a short row up; without a bound, a wide header over many short rows would be a page of gigabytes.
  private mutating func pad(_ missing: Int) {
    guard missing > 0, let state = table else { return }
    guard paddedCells + missing <= Self.mostPaddedCells else {
      if paddedCells != Int.max / 2 {
        findings.add(
          Diagnostic(
            .markdownTableTooLarge, at: source.location(line: state.firstLine + state.line, column: 1)))
      }
      paddedCells = Int.max / 2
      return
    }
    paddedCells += missing
    for _ in 0..<missing {
      openCell()
      closeCell()
    }
  }

  private static let mostPaddedCells = 100_000

  private mutating func report(_ rule: Rule, _ values: KeyValuePairs<String, String>) {
    guard let state = table else { return }
    findings.add(
      Diagnostic(rule, .warning, at: source.location(line: state.firstLine + state.line, column: 1), values))
  }

  /// Whether a line break ended a table's row.
  mutating func rowEnds() -> Bool {
    guard let state = table else { return false }
    if state.isInside, !state.isSkipping { endRow() }
    table?.line += 1
    if table?.startsNow == true {
      settleBreak(before: nil)
      output.write("</p>\n")
      startTable(caption: caption.end().map { output.cut(from: $0.paragraph) })
    } else if table?.isAtCaption == true {
      finishTable()
      startCaptionLine()
      return true
    }
    return state.isInside || table?.isInside == true
  }

  /// The last line of a table's paragraph, if it is its caption.
  private mutating func startCaptionLine() {
    let place = caption.takeTable()
    caption.start(at: output.mark(), table: place)
    paragraph.hasOwnTags = true
    output.write("<p>")
  }

  mutating func finishTable() {
    endRow()
    guard let state = table else { return }
    if state.hasBody { output.write("</tbody>\n") }
    output.write("</table>\n")
    if let place = state.captionPlace { caption.offer(place) }
    table = nil
  }
}
