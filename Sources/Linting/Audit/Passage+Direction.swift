import Common
import Pages
import Reading
import Statistics

/// 上升 beside a fall, and the reverse.
extension Passage {
  /// The subject of a clause that has no name but a figure: `较2月8日的{{口罩可用天数 …}}已有回升`.
  func boundSubject(_ sentence: NumbersAudit.Sentence) -> (at: Int, subject: NumbersAudit.Subject)? {
    for token in tokens {
      switch token.kind {
      case .figure(let figure):
        guard let indicator = audit.indicator(figure.name), let place = place(figure, sentence) else {
          return nil
        }
        // The figure's own day may be what it is held against: the direction is read from the clause's beginning.
        return (-1, NumbersAudit.Subject(indicator: indicator, place: place, day: nil))
      case .other, .word(.hedge), .indicator: return nil
      default: continue
      }
    }
    return nil
  }

  private func place(_ figure: BoundFigure, _ sentence: NumbersAudit.Sentence) -> RegionIndex? {
    guard let name = figure.place else { return scope.place }
    if case .found(let region) = site.tree.find(name, on: figure.day) { return region }
    return nil
  }

  /// Reads on from a subject to a direction word, over nothing but dates, figures, numbers and empty words.
  func checkDirection(
    from start: Int, _ subject: NumbersAudit.Subject, _ sentence: NumbersAudit.Sentence,
    _ findings: inout Findings
  ) {
    var base: CivilDate?
    var isBase = false
    for token in tokens[start...] {
      switch token.kind {
      case .word(.direction(let up, _)):
        report(token, up: up, subject, base: base, &findings)
        return
      case .word(.than): isBase = true
      case .word(.day(let distance)):
        base = day(of: subject).adding(days: distance)
      case .date:
        guard case .some(.some(let day)) = day(token) else { return }
        if isBase { base = day } else if day != self.day(of: subject) { return }
      case .figure(let figure):
        guard audit.indicator(figure.name) == subject.indicator else { return }
        if let day = figure.day, day != self.day(of: subject) { base = day }
      case .number, .word(.filler), .word(.equals), .word(.about), .word(.of): break
      default: return
      }
    }
  }

  private func report(
    _ token: Clause.Token, up: Bool, _ subject: NumbersAudit.Subject, base: CivilDate?,
    _ findings: inout Findings
  ) {
    let day = self.day(of: subject)
    // What prints as 基本持平 contradicts neither word.
    func direction(since start: CivilDate) -> ChangeText.Direction {
      let change = site.cube.change(subject.indicator, subject.place, from: start, to: day)
      return site.formatter.text(change, of: subject.indicator).direction
    }
    let wrong: ChangeText.Direction = up ? .down : .up
    let first = base ?? day.adding(days: -1)
    guard first < day, direction(since: first) == wrong else { return }
    // Without a word on since when, the text may speak of more than a day.
    if base == nil, ![wrong, .unknown].contains(direction(since: day.adding(days: -7))) { return }
    let start = site.cube.figure(subject.indicator, subject.place, first)
    let end = site.cube.figure(subject.indicator, subject.place, day)
    guard start.state != .suppressed, end.state != .suppressed else { return }
    findings.add(
      Diagnostic(
        .lintDirectionContradicts, .warning, at: location(token),
        [
          "found": prose.string(token.range), "title": site.indicators[subject.indicator].title,
          "place": site.tree[subject.place].name, "from": first.description, "to": day.description,
          "before": site.formatter.text(start).text, "after": site.formatter.text(end).text,
        ]))
  }
}
