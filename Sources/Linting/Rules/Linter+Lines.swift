import Common

/// Slips at the beginning of a line.
extension Linter {
  func checkLines(_ report: inout LintReport) {
    var isListLike = false
    for (number, line) in lines.enumerated() {
      switch line.kind {
      case .indentedCode: checkIndentedCode(line, &report)
      case .underline: checkUnderline(line, above: number > 0 ? lines[number - 1] : line, &report)
      case .heading: isListLike = false
      case .text:
        checkFullWidthIndent(line, &report)
        checkHashes(line, &report)
        let start = line.isFirst || isListLike
        isListLike = checkMarker(line, startsBlock: start, &report) || line.startsItem
      default: if line.kind != .blank { isListLike = false }
      }
    }
  }

  /// A line's first characters: enough for any marker.
  private func head(_ line: BlockLine, from start: Int? = nil) -> Prose {
    var short = line
    short.content = start ?? line.content
    short.end = min(line.end, short.content + 400)
    while short.end > short.content, short.end < source.bytes.count, source.bytes[short.end] & 0xC0 == 0x80 {
      short.end -= 1
    }
    return Prose([short], bytes: source.bytes)
  }

  private func checkIndentedCode(_ line: BlockLine, _ report: inout LintReport) {
    guard line.isFirst, head(line).scalars.contains(where: Characters.isHan) else { return }
    report.add(Diagnostic(.lintIndentedCode, .warning, at: source.location(at: line.content)))
  }

  private func checkUnderline(_ line: BlockLine, above: BlockLine, _ report: inout LintReport) {
    let isDash = source.bytes[line.content] == 0x2D
    let bytes = source.bytes
    var fix: [SourceEdit] = []
    if isDash, bytes[line.content..<line.end].count(where: { $0 == 0x2D }) >= 3 {
      let ending = bytes[above.end..<line.start]
      let prefix = line.quotes > 0 ? bytes[line.start..<line.content] : []
      let quote = prefix.lastIndex(of: 0x3E).map { prefix[...$0] } ?? []
      fix = [SourceEdit(range: line.start..<line.start, replacement: Array(quote) + Array(ending))]
    }
    let text = String(decoding: bytes[above.content..<above.end], as: UTF8.self)
    report.add(
      Diagnostic(
        .lintSetextHeading, .warning, at: source.location(at: line.content),
        [
          "found": String(decoding: bytes[line.content..<line.end], as: UTF8.self),
          "text": String(text.prefix(20)),
        ]),
      fix: fix)
  }

  private func checkFullWidthIndent(_ line: BlockLine, _ report: inout LintReport) {
    let prose = head(line)
    guard prose.text(0) == "\u{3000}" else { return }
    let end = prose.indices.first { !Characters.isSpace(prose.scalars[$0]) } ?? prose.scalars.count
    // What the indentation has kept from being a block must not become one unasked.
    let next = prose.text(end)
    let isSafe = next.map { Characters.isHan($0) || !Characters.isASCIIPunctuation($0) } ?? false
    report.add(
      Diagnostic(.lintFullWidthIndent, .warning, at: location(prose, 0)),
      fix: isSafe ? [edit(prose, 0..<end, "")] : [])
  }

  /// `#标题`
  private func checkHashes(_ line: BlockLine, _ report: inout LintReport) {
    let prose = head(line)
    let run = prose.scalars.prefix { $0 == "#" || $0 == "＃" }.count
    guard (1...6).contains(run), let next = prose.text(run) else { return }
    // `#话题#` is a topic and `#5` a number.
    let isTopic = prose.scalars.dropFirst(run).contains { $0 == "#" || $0 == "＃" }
    guard !isTopic,
      Characters.isHan(next) || Characters.isChinesePunctuation(next) || Characters.isSpace(next)
    else { return }
    let isWide = prose.scalars.prefix(run).contains("＃")
    let end = run + prose.scalars.dropFirst(run).prefix(while: Characters.isSpace).count
    guard end < prose.scalars.count, isWide || end == run || prose.scalars[run] == "\u{3000}" else { return }
    report.add(
      Diagnostic(
        .lintHeadingSpace, .warning, at: location(prose, 0),
        [
          "found": prose.string(0..<min(prose.scalars.count, end + 8)),
          "marks": String(repeating: "#", count: run),
        ]),
      fix: [edit(prose, 0..<end, String(repeating: "#", count: run) + " ")])
  }

  /// `1.复工`, `-复工`, `1.　复工`.
  ///
  /// - Returns: Whether the line was meant as a list's.
  private func checkMarker(_ line: BlockLine, startsBlock: Bool, _ report: inout LintReport) -> Bool {
    let prose = head(line)
    let digits = prose.scalars.prefix(while: Characters.isDigit).count
    let mark = prose.text(digits)
    guard digits > 0 ? digits <= 3 && [".", ")", "．"].contains(mark) : mark == "-" else { return false }
    let end = digits + 1 + prose.scalars.dropFirst(digits + 1).prefix(while: { $0 == "\u{3000}" }).count
    guard let next = prose.text(end), Characters.isHan(next) || "「“《（【".unicodeScalars.contains(next) else {
      return false
    }
    guard startsBlock || prose.string(0..<digits) == "1" else { return false }
    let marker = prose.string(0..<digits) + (mark == "．" ? "." : prose.string(digits..<digits + 1))
    report.add(
      Diagnostic(
        .lintListSpace, .warning, at: location(prose, 0),
        ["found": prose.string(0..<min(prose.scalars.count, end + 6)), "marker": marker]),
      fix: [edit(prose, digits..<end, (mark == "．" ? "." : prose.string(digits..<digits + 1)) + " ")])
    return true
  }
}
