import Common
import Pages
import Reading
import Statistics

/// One clause under audit.
struct Passage {
  let audit: NumbersAudit
  let linter: Linter
  let prose: Prose
  let clause: Clause
  let scope: NumbersAudit.Scope

  var site: SiteContext { audit.site }
  var tokens: [Clause.Token] { clause.tokens }

  func check(_ sentence: inout NumbersAudit.Sentence, _ findings: inout Findings) {
    // No clause that says something is as long as this.
    guard tokens.count <= 200 else { return }
    if clause.isForeign { sentence.isClosed = true }
    for token in tokens {
      switch token.kind {
      case .source(isNamed: false):
        findings.add(
          Diagnostic(.lintSourceEmpty, .warning, at: location(token), ["found": prose.string(token.range)]))
      case .word(.respectively): sentence.isClosed = true
      case .place(let region): sentence.place = .some(region)
      case .level(let title): sentence.place = .some(ancestor(title))
      default: break
      }
    }
    defer { rememberDay(&sentence) }
    guard !sentence.isClosed, !clause.namesSource else {
      sentence.subject = nil
      return
    }
    var found: (at: Int, subject: NumbersAudit.Subject)?
    for (at, token) in tokens.enumerated() {
      guard case .indicator(let indicator) = token.kind, let subject = subject(indicator, at: at, sentence)
      else {
        continue
      }
      if let number = number(behind: at) ?? number(before: at) {
        checkClaim(number, subject, named: token, &findings)
      }
      if found == nil { found = (at, subject) }
    }
    if found == nil { found = boundSubject(sentence) }
    if let found {
      checkDirection(from: found.at + 1, found.subject, sentence, &findings)
      sentence.subject = found.subject
    } else if let subject = sentence.subject {
      checkDirection(from: 0, subject, sentence, &findings)
    }
  }

  func location(_ token: Clause.Token) -> Location { linter.location(prose, token.range.lowerBound) }

  private func rememberDay(_ sentence: inout NumbersAudit.Sentence) {
    for (at, token) in tokens.enumerated() {
      if at > 0, tokens[at - 1].kind == .word(.than) { continue }
      if let day = day(token) { sentence.day = day }
    }
  }

  /// The region of the level above the text's place.
  private func ancestor(_ title: String) -> RegionIndex? {
    guard let place = scope.place else { return nil }
    return site.tree.path(to: place).last { site.tree.levels[site.tree[$0].level].title == title }
  }

  /// The day a token names: outer `nil` where it is no date, inner where nobody knows which.
  func day(_ token: Clause.Token) -> CivilDate?? {
    switch token.kind {
    case .date(.full(let day)): return .some(day)
    case .date(.monthDay(let month, let day)):
      let year = (scope.day ?? site.cube.asOf).year
      return .some(CivilDate(year: year, month: month, day: day))
    case .date(.vague): return .some(nil)
    case .word(.day(let distance)): return .some((scope.day ?? site.cube.asOf).adding(days: distance))
    default: return nil
    }
  }

  /// Of whom the name at `at` speaks; `nil` where something that cannot be read stands before it.
  private func subject(_ indicator: IndicatorIndex, at: Int, _ sentence: NumbersAudit.Sentence)
    -> NumbersAudit.Subject?
  {
    var place: RegionIndex?? = sentence.place
    var named: CivilDate?? = sentence.day
    for (index, token) in tokens[..<at].enumerated() {
      switch token.kind {
      case .other, .word(.hedge), .word(.limit), .word(.than): return nil
      case .word(.direction): return nil
      case .place(let region): place = .some(region)
      case .level(let title): place = .some(ancestor(title))
      case .number, .figure:
        // `98%的排查覆盖率`, or what belongs to a name before this one.
        let isBefore = index + 2 == at && tokens[index + 1].kind == .word(.of)
        let hasName = tokens[..<index].contains { if case .indicator = $0.kind { true } else { false } }
        guard isBefore || hasName else { return nil }
      default: break
      }
      if let day = day(token) { named = .some(day) }
    }
    if case .some(.none) = named { return nil }
    guard let region = place ?? scope.place else { return nil }
    return NumbersAudit.Subject(indicator: indicator, place: region, day: named ?? nil)
  }

  /// The number that stands behind a name with nothing between them but words that say it is its value.
  private func number(behind at: Int) -> Int? {
    var index = at + 1
    while index < tokens.count {
      switch tokens[index].kind {
      case .number: return isValue(index) ? index : nil
      case .word(.filler), .word(.equals), .word(.about), .word(.direction(_, to: true)): break
      default: return nil
      }
      index += 1
    }
    return nil
  }

  private func number(before at: Int) -> Int? {
    guard at >= 2, tokens[at - 1].kind == .word(.of), case .number(let number) = tokens[at - 2].kind,
      number.isPercent
    else { return nil }
    return at - 2
  }

  /// Whether nothing behind a number makes it a limit, a range or a part of something else.
  private func isValue(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    let unit = tokens[index].range.upperBound..<tokens[index + 1].range.upperBound
    if unit.count <= 2, tokens[index + 1].kind == .other { return isValueBehindUnit(index + 1) }
    switch tokens[index + 1].kind {
    case .word(.of), .word(.limit), .number: return false
    default: return true
    }
  }

  private func isValueBehindUnit(_ unit: Int) -> Bool {
    guard unit + 1 < tokens.count else { return true }
    switch tokens[unit + 1].kind {
    case .word(.limit), .word(.of): return false
    default: return true
    }
  }
}
