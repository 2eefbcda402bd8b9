import Common

/// A published figure that a later release prints differently: a row of `data/revisions.csv`.
package struct Revision: Sendable, Hashable {
  /// The release that printed it anew.
  package var release: ReleaseName
  /// The one before, which printed the old figure.
  package var previous: ReleaseName
  package var key: PublishedFigure.Key
  /// As it was printed: `96.2%`; empty where there was no such figure.
  package var old: String
  /// Empty where there is none any more.
  package var new: String
  package var reason: ChangeReason
  /// Why, who and when, as `corrections.yaml` says; empty where it says nothing.
  package var explanation: String
  package var by: String
  package var on: CivilDate?

  package init(
    release: ReleaseName, previous: ReleaseName, key: PublishedFigure.Key, old: String, new: String,
    reason: ChangeReason, explanation: String = "", by: String = "", on: CivilDate? = nil
  ) {
    self.release = release
    self.previous = previous
    self.key = key
    self.old = old
    self.new = new
    self.reason = reason
    self.explanation = explanation
    self.by = by
    self.on = on
  }
}

extension Revision {
  /// What a comparison of two releases tells of figures that both could have: new days are no revisions, and neither is
  /// the first figure of a cohort of which nothing had come due.
  package static func all(
    of comparison: [FigureChange], release: ReleaseName, previous: ReleaseName
  ) -> [Revision] {
    comparison.compactMap { change in
      guard change.reason != .newDay, change.old?.printed != change.new?.printed,
        change.reason != .maturing || change.old?.hasValue ?? false
      else { return nil }
      return Revision(
        release: release, previous: previous, key: change.key, old: change.old?.printed ?? "",
        new: change.new?.printed ?? "", reason: change.reason, explanation: change.explanation?.reason ?? "",
        by: change.explanation?.by ?? "", on: change.explanation?.on)
    }
  }
}
