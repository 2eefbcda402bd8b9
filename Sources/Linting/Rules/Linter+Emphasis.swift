import Common

/// Asterisks that make nothing bold.
extension Linter {
  func checkEmphasis(_ prose: Prose, _ report: inout LintReport) {
    var left = EmphasisRuns(prose).unmatched[...]
    while let run = left.popFirst() {
      if let other = left.first, let inner = spaced(run, other, prose) {
        left.removeFirst()
        var fix: [SourceEdit] = []
        if inner.lowerBound > run.end { fix.append(edit(prose, run.end..<inner.lowerBound, "")) }
        if inner.upperBound < other.start { fix.append(edit(prose, inner.upperBound..<other.start, "")) }
        let isAlone = left.first.map { prose.kinds[other.end..<$0.start].contains(.lineEnd) } ?? true
        report.add(
          Diagnostic(
            .lintEmphasisSpace, .warning, at: location(prose, run.start),
            ["found": prose.string(run.start..<min(other.end, run.start + 40)), "text": prose.string(inner)]),
          fix: isAlone ? fix : [])
      } else {
        let end = min(prose.scalars.count, run.end + 8)
        let found = prose.string(run.start..<end).split(separator: "\n").first.map(String.init) ?? "**"
        report.add(
          Diagnostic(.lintEmphasisUnbalanced, .warning, at: location(prose, run.start), ["found": found]))
      }
    }
  }

  /// The text of `** 粗体 **` without the spaces around it.
  private func spaced(_ open: EmphasisRuns.Run, _ close: EmphasisRuns.Run, _ prose: Prose) -> Range<Int>? {
    guard open.isWhole, close.isWhole, open.count == close.count, open.end < close.start else { return nil }
    let whole = open.end..<close.start
    guard !prose.kinds[whole].contains(.lineEnd) else { return nil }
    let isSpace = { (index: Int) in Characters.isSpace(prose.scalars[index]) }
    guard let first = whole.first(where: { !isSpace($0) }), let last = whole.last(where: { !isSpace($0) })
    else {
      return nil
    }
    guard first > open.end || last < close.start - 1, prose.scalars[whole].contains(where: Characters.isHan)
    else {
      return nil
    }
    return first..<last + 1
  }
}
