import Common

/// Compares the figures of two releases.
struct FigureComparison {
  let old: ReleaseContents
  let new: ReleaseContents

  /// Figures that differ, and those that only one of the two has, in the order of the files.
  ///
  /// Lines that are equal to the byte are passed over without being read; two releases of a year are compared in
  /// less than a second.
  ///
  /// - Complexity: O(bytes + changes · (corrections + datasets of an indicator))
  func changes() -> [FigureChange] {
    let redefined = self.redefined()
    return old.figures.withUnsafeBufferPointer { oldBytes in
      new.figures.withUnsafeBufferPointer { newBytes in
        var left = FigureLines(oldBytes)
        var right = FigureLines(newBytes)
        var changes: [FigureChange] = []
        while !left.isAtEnd || !right.isAtEnd {
          if !left.isAtEnd, !right.isAtEnd, LineOrder.areEqual(left.line, right.line) {
            left.advance()
            right.advance()
            continue
          }
          let order = left.isAtEnd ? 1 : right.isAtEnd ? -1 : LineOrder.compare(left.key, right.key)
          let before = order <= 0 ? PublishedFigure(line: left.line) : nil
          let after = order >= 0 ? PublishedFigure(line: right.line) : nil
          if order <= 0 { left.advance() }
          if order >= 0 { right.advance() }
          if before != nil || after != nil, Self.isVisible(before, after) {
            changes.append(change(before, after, redefined))
          }
        }
        return lateOnes(changes)
      }
    }
  }

  /// Whether a reader sees the difference: the text, the state or the completeness.
  private static func isVisible(_ old: PublishedFigure?, _ new: PublishedFigure?) -> Bool {
    guard let old, let new else { return true }
    return old.printed != new.printed || old.state != new.state || old.value != new.value
      || old.reported != new.reported || old.expected != new.expected
  }

  private func change(
    _ before: PublishedFigure?, _ after: PublishedFigure?, _ redefined: Set<String>
  ) -> FigureChange {
    var change = FigureChange(old: before, new: after, reason: .unexplained, explanation: nil)
    let key = change.key
    if before == nil, key.day > old.asOf {
      change.reason = .newDay
    } else if let note = note(on: key) {
      change.reason = .correction
      change.explanation = note
    } else if redefined.contains(key.indicator) {
      change.reason = .definitionChange
    } else if let before, let after, new.indicators[key.indicator]?.matures ?? false,
      after.denominator ?? Rational(0) > before.denominator ?? Rational(0)
    {
      change.reason = .maturing
    } else if let before, let after, after.reported > before.reported {
      change.reason = .lateReport
    }
    return change
  }

  /// For how many days more a day's value is part of others: of means of seven days, and of values carried forward.
  private static let echo = 6

  /// What stands on a late report without being of its day: the mean of the week, a value that was carried until now.
  private func lateOnes(_ changes: [FigureChange]) -> [FigureChange] {
    struct Report: Hashable {
      var dataset: String
      var region: String
      var day: CivilDate
    }
    func reports(_ key: PublishedFigure.Key, _ day: CivilDate) -> [Report] {
      (new.indicators[key.indicator]?.datasets ?? []).map {
        Report(dataset: $0, region: key.region, day: day)
      }
    }
    var late: Set<Report> = []
    for change in changes where change.reason == .lateReport {
      late.formUnion(reports(change.key, change.key.day))
    }
    guard !late.isEmpty else { return changes }
    return changes.map { change in
      guard change.reason == .unexplained else { return change }
      let key = change.key
      let isLate = (0...Self.echo).contains { days in
        reports(key, key.day.adding(days: -days)).contains(where: late.contains)
      }
      var change = change
      if isLate { change.reason = .lateReport }
      return change
    }
  }

  /// The newer release's correction of that figure: of the indicator, or of a dataset it stands on, for that day or one
  /// of the six before, in that place or below it. One that the older release told already explains nothing.
  private func note(on key: PublishedFigure.Key) -> CorrectionNote? {
    new.corrections.last { note in
      guard note.day <= key.day, key.day <= note.day.adding(days: Self.echo),
        !old.corrections.contains(note)
      else { return false }
      let isSubject =
        note.isIndicator
        ? note.subject == key.indicator
        : new.indicators[key.indicator]?.datasets.contains(note.subject) ?? false
      return isSubject && new.place(note.region, liesIn: key.region)
    }
  }

  /// Indicators whose formula or definition reads otherwise now.
  private func redefined() -> Set<String> {
    Set(
      new.indicators.filter { id, indicator in
        old.indicators[id].map { $0.formula != indicator.formula || $0.definition != indicator.definition }
          ?? false
      }.keys)
  }
}
