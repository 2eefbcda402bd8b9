import Common

/// A correction as a release published it in `data/corrections.csv`.
package struct CorrectionNote: Sendable, Hashable {
  /// A dataset's name, or an indicator's id.
  package var subject: String
  package var isIndicator: Bool
  package var region: String
  package var day: CivilDate
  package var field: String
  package var old: String
  package var new: String
  package var reason: String
  package var by: String
  package var on: CivilDate?

  package init(
    subject: String, isIndicator: Bool, region: String, day: CivilDate, field: String, old: String,
    new: String, reason: String, by: String, on: CivilDate?
  ) {
    self.subject = subject
    self.isIndicator = isIndicator
    self.region = region
    self.day = day
    self.field = field
    self.old = old
    self.new = new
    self.reason = reason
    self.by = by
    self.on = on
  }
}
