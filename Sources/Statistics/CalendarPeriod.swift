import Common

/// A week from Monday to Sunday, as ISO 8601 has it, or a month of the calendar.
package struct CalendarPeriod: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable { case week, month }

  package let kind: Kind
  package let days: ClosedRange<CivilDate>

  /// The period that holds a day.
  package init(_ kind: Kind, around day: CivilDate) {
    self.kind = kind
    switch kind {
    case .week:
      let monday = day.adding(days: 1 - day.weekday)
      days = monday...monday.adding(days: 6)
    case .month:
      let first = day.adding(days: 1 - day.day)
      days = first...first.adding(days: CivilDate.daysInMonth(year: day.year, month: day.month) - 1)
    }
  }

  package var next: CalendarPeriod { CalendarPeriod(kind, around: days.upperBound.adding(days: 1)) }
}

/// A period's figure, and on how many of its days it stands.
package struct PeriodFigure: Hashable, Sendable {
  package var figure: Figure
  /// Days on which the region was heard of.
  package var reported: Int
  /// Days on which it should have been.
  package var days: Int

  package var isComplete: Bool { reported >= days }
}
