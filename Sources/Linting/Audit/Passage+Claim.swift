import Common
import Pages
import Reading
import Statistics

/// A number beside a name, held against the figure.
extension Passage {
  func checkClaim(
    _ at: Int, _ subject: NumbersAudit.Subject, named name: Clause.Token, _ findings: inout Findings
  ) {
    guard case .number(let number) = tokens[at].kind else { return }
    let indicator = site.indicators[subject.indicator]
    guard let unitEnd = unitEnd(number, indicator) else { return }
    let isRough = number.isRounded || isAbout(at) || isFollowedByAbout(unitEnd)
    let day = self.day(of: subject)
    let figure = site.cube.figure(subject.indicator, subject.place, day)
    guard let value = figure.value, figure.state != .suppressed else { return }
    var shown = figure
    var agrees = self.agrees(number, value, figure, isRough: isRough)
    if !agrees, subject.day == nil, !scope.fixesDay {
      let latest = site.cube.figure(subject.indicator, subject.place, latestDay(subject))
      if let value = latest.value, self.agrees(number, value, latest, isRough: isRough) {
        (shown, agrees) = (latest, true)
      }
    }
    let found = prose.string(tokens[at].range.lowerBound..<unitEnd)
    let printed = site.formatter.text(shown).text
    let place = site.tree[subject.place].name
    let binding = binding(subject, day: shown.day)
    findings.add(
      agrees
        ? Diagnostic(
          .lintFigureUnbound, .remark, at: location(tokens[at]),
          ["found": found, "title": indicator.title, "binding": binding])
        : Diagnostic(
          .lintFigureContradicts, .warning, at: location(tokens[at]),
          [
            "found": found, "title": indicator.title, "place": place, "day": shown.day.description,
            "printed": printed, "binding": binding,
          ]))
  }

  /// What a writer types to have the figure.
  private func binding(_ subject: NumbersAudit.Subject, day: CivilDate) -> String {
    let indicator = site.indicators[subject.indicator]
    let name = audit.indicator(indicator.title) == subject.indicator ? indicator.title : indicator.id
    let printedDay = scope.fixesDay ? scope.day ?? day : latestDay(subject)
    let needsDay = day != printedDay && value(subject, on: printedDay) != value(subject, on: day)
    // A day needs a place before it.
    let place = subject.place != scope.place || needsDay ? " @" + site.tree[subject.place].name : ""
    return "{{" + name + place + (needsDay ? " \(day)" : "") + "}}"
  }

  private func value(_ subject: NumbersAudit.Subject, on day: CivilDate) -> Rational? {
    site.cube.figure(subject.indicator, subject.place, day).value
  }

  private func latestDay(_ subject: NumbersAudit.Subject) -> CivilDate {
    site.cube.currentDay(subject.indicator, for: subject.place) ?? site.cube.asOf
  }

  /// The day the text speaks of: the one it names, its own where there is a figure, or the latest.
  func day(of subject: NumbersAudit.Subject) -> CivilDate {
    if let day = subject.day { return day }
    if let day = scope.day,
      scope.fixesDay || site.cube.figure(subject.indicator, subject.place, day).value != nil
    {
      return day
    }
    return latestDay(subject)
  }

  private func agrees(_ number: Numeral, _ value: Rational, _ figure: Figure, isRough: Bool) -> Bool {
    let distance = (number.value - value).magnitude
    if isRough || figure.exactness != .exact {
      return distance * Rational(10) <= value.magnitude || distance < number.step
    }
    // 100% and 0% are said only of what is exact.
    if number.isPercent, number.value.isZero || number.value == Rational(1) { return distance.isZero }
    return distance < number.step
  }

  private func isAbout(_ at: Int) -> Bool {
    at > 0 && tokens[at - 1].kind == .word(.about)
  }

  private func isFollowedByAbout(_ index: Int) -> Bool {
    guard let first = prose.text(index), let second = prose.text(index + 1) else { return false }
    return (first == "左" && second == "右") || (first == "上" && second == "下")
  }

  /// Where the number ends with its unit; `nil` where it is counted in something else than the indicator.
  private func unitEnd(_ number: Numeral, _ indicator: IndicatorDeclaration) -> Int? {
    if number.isPercent { return indicator.form == .percent ? behindPercent(number.end) : nil }
    guard indicator.form == .number else { return nil }
    guard let unit = indicator.unit, !unit.isEmpty else {
      return prose.isHan(number.end) ? nil : number.end
    }
    for candidate in Self.alike.first(where: { $0.contains(unit) }) ?? [unit] {
      let end = number.end + candidate.unicodeScalars.count
      if end <= prose.scalars.count, prose.string(number.end..<end) == candidate { return end }
    }
    return prose.isHan(number.end) ? nil : number.end
  }

  private func behindPercent(_ end: Int) -> Int? {
    // `5%个百分点` and the like are no value.
    prose.text(end) == "个" ? nil : end
  }

  private static let alike = [["人", "名", "位"], ["个", "处"], ["平方千米", "平方公里"]]
}
