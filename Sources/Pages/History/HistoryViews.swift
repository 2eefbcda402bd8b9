import Common

/// A published figure that reads otherwise now.
package struct RevisionRow: Sendable, Hashable {
  package var title: LinkText
  package var place: LinkText
  package var day: String
  package var old: String
  package var new: String
}

/// Revisions of one kind that one release brought.
package struct RevisionGroup: Sendable, Hashable {
  /// Of the release: `2020-02-14`.
  package var id: String
  package var title: String
  package var rows: [RevisionRow]
  /// Says how many more there are; empty where all are told.
  package var rest: String
}

/// A correction with the published figures that it changed.
package struct CorrectionEntry: Sendable, Hashable {
  /// Stays the same however many others there are.
  package var id: String
  package var on: CivilDate?
  package var subject: String
  package var old: String
  package var new: String
  package var reason: String
  package var byline: String
  package var figures: [RevisionRow]
  package var rest: String
}

/// A release in the list of all.
package struct ReleaseRow: Sendable, Hashable {
  package var name: LinkText
  package var day: String
  /// The issue that was new in it.
  package var bulletin: LinkText?
  /// SHA-256 of its tag manifest.
  package var digest: String
  package var isWithdrawn: Bool
}

/// A release's own page.
package struct ReleaseDetail: Sendable, Hashable {
  package var row: ReleaseRow
  /// Why it was withdrawn.
  package var reason: String
  package var previous: ReleaseRow?
  /// The next release of the same day, which took its place.
  package var successor: ReleaseRow?
  /// Its pages as they were published.
  package var pages: LinkText?
}

/// What the pages of the archive and of revisions show; each fills what concerns it.
package struct HistoryView: Sendable, Hashable {
  /// The newest first.
  package var corrections: [CorrectionEntry] = []
  /// Changes that nobody explained.
  package var unexplained: [RevisionGroup] = []
  package var definitions: [RevisionGroup] = []
  package var late: [RevisionGroup] = []
  /// The newest first.
  package var releases: [ReleaseRow] = []
  package var release: ReleaseDetail?
}

/// What a bulletin says that stays as it was published.
package struct PublishedNote: Sendable, Hashable {
  /// `本期保持2020年2月13日刊出时的原样`
  package var text: String
  package var release: LinkText
  /// Figures of its day that read otherwise now.
  package var changed: String
  package var rows: [RevisionRow]
  package var revisions: LinkText
  /// The issue after it. Not the newest: the page would be another every day, and the archive keep each.
  package var next: LinkText?
}
