import Common

/// Half-width punctuation between Chinese characters, and Chinese punctuation set twice.
extension Linter {
  private static let wide: [Unicode.Scalar: String] = [
    ",": "，", ";": "；", ":": "：", "?": "？", "!": "！",
  ]

  func checkPunctuation(_ prose: Prose, _ report: inout LintReport) {
    var index = 0
    while index < prose.scalars.count {
      defer { index += 1 }
      guard let scalar = prose.text(index) else { continue }
      switch scalar {
      case ",", ";", ":", "?", "!": checkMark(prose, index, &report)
      case ".": checkDot(prose, index, &report)
      case "(": checkBrackets(prose, index, &report)
      case "。", "，", "、", "；", "：":
        let end = run(prose, from: index)
        guard end > index + 1 else { continue }
        report.add(
          Diagnostic(
            .lintDoubledPunctuation, .warning, at: location(prose, index),
            ["found": prose.string(index..<end)]))
        index = end - 1
      default: break
      }
    }
  }

  private func run(_ prose: Prose, from start: Int) -> Int {
    var end = start
    while let scalar = prose.text(end), "。，、；：".unicodeScalars.contains(scalar) { end += 1 }
    return end
  }

  /// Whether the character is set as Chinese is: a Chinese character, its punctuation, or a figure among them.
  private func isChinese(_ prose: Prose, _ index: Int) -> Bool {
    guard prose.indices.contains(index) else { return false }
    if prose.kinds[index] == .figure { return true }
    guard let scalar = prose.text(index) else { return false }
    return Characters.isHan(scalar) || Characters.isChinesePunctuation(scalar)
  }

  private func isLineEnd(_ prose: Prose, _ index: Int) -> Bool {
    index == prose.scalars.count || prose.kinds[index] == .lineEnd
  }

  private func checkMark(_ prose: Prose, _ index: Int, _ report: inout LintReport) {
    guard
      prose.isHan(index - 1) || (index > 0 && prose.kinds[index - 1] == .figure && prose.isHan(index + 1)),
      isChinese(prose, index + 1) || isLineEnd(prose, index + 1),
      let wide = Self.wide[prose.scalars[index]]
    else { return }
    // A picture's mark is no exclamation mark.
    if let next = prose.text(index + 1), next == "【" && prose.scalars[index] == "!" { return }
    report.add(
      Diagnostic(
        .lintHalfWidthPunctuation, .warning, at: location(prose, index),
        ["found": prose.string(index..<index + 1), "wanted": wide]),
      fix: [edit(prose, index..<index + 1, wide)])
  }

  /// Between two characters a dot may be a full stop or stand in a foreigner's name: only at a line's end it is sure.
  private func checkDot(_ prose: Prose, _ index: Int, _ report: inout LintReport) {
    guard prose.isHan(index - 1) else { return }
    if isLineEnd(prose, index + 1) {
      report.add(
        Diagnostic(
          .lintHalfWidthPunctuation, .warning, at: location(prose, index), ["found": ".", "wanted": "。"]),
        fix: [edit(prose, index..<index + 1, "。")])
    } else if prose.isHan(index + 1) {
      report.add(Diagnostic(.lintHalfWidthDot, .warning, at: location(prose, index)))
    }
  }

  private func checkBrackets(_ prose: Prose, _ open: Int, _ report: inout LintReport) {
    guard prose.isHan(open + 1), prose.isHan(open - 1) || open == 0 || isChinese(prose, open - 1) else {
      return
    }
    var close = open + 1
    while let scalar = prose.text(close), scalar != "(", scalar != ")" { close += 1 }
    guard prose.text(close) == ")", prose.isHan(close - 1) else { return }
    let isInside = prose.isHan(open - 1) || prose.isHan(close + 1)
    guard isInside, isChinese(prose, close + 1) || isLineEnd(prose, close + 1) else { return }
    report.add(
      Diagnostic(
        .lintHalfWidthPunctuation, .warning, at: location(prose, open), ["found": "()", "wanted": "（）"]),
      fix: [edit(prose, open..<open + 1, "（"), edit(prose, close..<close + 1, "）")])
  }
}
