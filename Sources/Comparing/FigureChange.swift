import Common

/// Why a published figure is another than before.
package enum ChangeReason: String, Sendable, CaseIterable {
  /// The earlier release had not reached that day.
  case newDay = "new_day"
  /// Units sent or re-sent their report later: a scheduled revision.
  case lateReport = "late_report"
  /// More cases of a cohort have come due: a scheduled revision.
  case maturing
  /// The indicator is computed otherwise than before.
  case definitionChange = "definition_change"
  /// `corrections.yaml` explains it.
  case correction
  /// Nothing explains it.
  case unexplained

  /// Whether it is expected to happen, and is no correction.
  package var isScheduled: Bool { kind == .revision }

  /// What statisticians set apart: revisions that are bound to come, and corrections that nobody planned.
  package enum Kind: String, Sendable, CaseIterable { case revision, definition, correction }

  package var kind: Kind {
    switch self {
    case .newDay, .lateReport, .maturing: .revision
    case .definitionChange: .definition
    case .correction, .unexplained: .correction
    }
  }
}

/// A figure that two releases print differently, or that one of them has not.
package struct FigureChange: Sendable, Hashable {
  package var old: PublishedFigure?
  package var new: PublishedFigure?
  package var reason: ChangeReason
  /// What `corrections.yaml` says of it.
  package var explanation: CorrectionNote?

  package var key: PublishedFigure.Key {
    // One of the two is always there.
    new?.key ?? old?.key ?? PublishedFigure.Key(indicator: "", region: "", day: CivilDate(dayNumber: 0))
  }
}
