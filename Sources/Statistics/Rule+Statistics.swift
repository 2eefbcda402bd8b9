import Common

extension Rule {
  /// A region's own total differs from the sum of its units, all of which have reported.
  package static let ownTotalDiffers = Rule("statistics.own-total-differs")
  /// Something is divided by nothing.
  package static let zeroDenominator = Rule("statistics.zero-denominator")
  /// A share of more than the whole.
  package static let overWhole = Rule("statistics.over-100-percent")
  /// A sum beyond 64 bits.
  package static let overflow = Rule("statistics.overflow")
  /// Rows counted by another date field than the dataset's own, outside the site's period: they count for no day.
  package static let daysOutsidePeriod = Rule("statistics.days-outside-period")
  /// Cases of a cohort whose end lies before their start.
  package static let endsBeforeBeginning = Rule("statistics.ends-before-beginning")
  /// Rows of places that are no units that day and stand above none.
  package static let rowsOutside = Rule("statistics.rows-outside-units")
  /// Nobody has sent the report that was due: the data are stale.
  package static let nobodyReported = Rule("statistics.nobody-reported")
  package static let neverReported = Rule("statistics.never-reported")
  /// Units that have not.
  package static let notReported = Rule("statistics.not-reported")
  package static let reportedLate = Rule("statistics.reported-late")
  package static let notYetDue = Rule("statistics.not-yet-due")
}
