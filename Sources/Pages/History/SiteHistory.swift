import Common
import Comparing

/// What the archive tells a build: the releases before this one, and what they printed.
///
/// It never holds the release that is being made, so that the same content gives the same pages before and after it was
/// archived.
package struct SiteHistory: Sendable {
  /// The name of the release that is being made: its reporting day, and a number where that day's figures were
  /// published before with other values.
  package var release: ReleaseName
  /// The releases before it, by day and number.
  package var index: ArchiveIndex
  /// The same in the order in which they were archived: each is bound to the one before.
  package var chain: [ArchivedRelease] = []
  /// Of withdrawn releases: why.
  package var withdrawals: [ReleaseName: String]
  /// All revisions so far, the oldest release first; those of this release are the last.
  package var revisions: [Revision]
  /// Bulletins that stay as they were published.
  package var bulletins: [CivilDate: PublishedBulletin]
  /// What those lead to and the site would not have otherwise, by address: their tables, an older stylesheet.
  package var files: [String: [UInt8]]
  /// Releases whose documents of `api/v1/` are kept, the earliest first.
  package var documented: [ReleaseName]
  /// Releases whose pages stand on the site as they were published.
  package var opened: Set<ReleaseName> = []
  /// In those, pages of the archive as it then was: they lead to the archive as it is.
  package var redirects: [Redirect] = []

  package init(
    release: ReleaseName, index: ArchiveIndex = ArchiveIndex(), withdrawals: [ReleaseName: String] = [:],
    revisions: [Revision] = [], bulletins: [CivilDate: PublishedBulletin] = [:],
    files: [String: [UInt8]] = [:], documented: [ReleaseName] = []
  ) {
    self.release = release
    self.index = index
    self.withdrawals = withdrawals
    self.revisions = revisions
    self.bulletins = bulletins
    self.files = files
    self.documented = documented
  }

  /// The release that the pages are compared with: the last one that is whole.
  package var last: ArchivedRelease? { index.releases.last { $0.state == .whole } }

  /// The head of the chain as a day's bulletin prints it: the last release of the days before. Whoever has the paper can
  /// tell whether the archive up to there is still what it was.
  package func head(before day: CivilDate) -> ArchivedRelease? { chain.last { $0.name.day < day } }

  /// The revisions of figures of a day since a release.
  package func revisions(of day: CivilDate, since release: ReleaseName) -> [Revision] {
    revisions.filter { $0.key.day == day && $0.release > release }
  }
}

/// A bulletin's page as a release published it.
package struct PublishedBulletin: Sendable {
  /// The release that it comes from: the last of its day.
  package var release: ReleaseName
  /// The page's bytes, with the digest that the release's manifest has.
  package var page: [UInt8]
  /// In hexadecimal digits: SHA-256.
  package var digest: String
  /// Its entry of `feed.xml`; `nil` where the release had no feed, or the entry was too old for it.
  package var feedEntry: [UInt8]?

  package init(release: ReleaseName, page: [UInt8], digest: String, feedEntry: [UInt8]? = nil) {
    self.release = release
    self.page = page
    self.digest = digest
    self.feedEntry = feedEntry
  }
}
