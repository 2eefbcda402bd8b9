/// The name of a release in the archive: its day, and a number where that day has several: `2020-02-14`, `2020-02-14-2`.
package struct ReleaseName: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var day: CivilDate
  /// From 1.
  package var number: Int

  package init(day: CivilDate, number: Int = 1) {
    self.day = day
    self.number = number
  }

  /// `nil` for anything else than such a name.
  package init?(_ text: some StringProtocol) {
    guard let day = CivilDate(iso: text.prefix(10)) else { return nil }
    self.init(day: day)
    let rest = text.dropFirst(10)
    guard !rest.isEmpty else { return }
    guard let number = Int(rest.dropFirst()), number > 1, rest == "-\(number)" else { return nil }
    self.number = number
  }

  package var description: String { number == 1 ? day.description : "\(day)-\(number)" }

  package static func < (left: ReleaseName, right: ReleaseName) -> Bool {
    (left.day, left.number) < (right.day, right.number)
  }
}

/// A release as the archive's chain has it.
package struct ArchivedRelease: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// Pages, sources and figures are there.
    case whole
    /// Only its digests are left.
    case withdrawn
  }

  package var name: ReleaseName
  /// The SHA-256 of its tag manifest in hexadecimal digits: it stands for every byte of the release.
  package var digest: String
  package var state: State

  package init(name: ReleaseName, digest: String, state: State) {
    self.name = name
    self.digest = digest
    self.state = state
  }
}

/// What has been archived: the releases in the order in which they were made, each bound to the one before.
package struct ArchiveIndex: Hashable, Sendable {
  package var releases: [ArchivedRelease]

  package init(releases: [ArchivedRelease] = []) {
    self.releases = releases
  }

  /// The newest release: its digest stands for the whole archive.
  package var head: ArchivedRelease? { releases.last }

  /// The archive as it stood before a day was archived for the first time: what that day's own pages may print, so that
  /// they are the same however often they are made.
  package func before(_ day: CivilDate) -> ArchiveIndex {
    ArchiveIndex(releases: Array(releases.prefix { $0.name.day != day }))
  }

  /// The releases of a day, oldest first.
  package func releases(of day: CivilDate) -> [ArchivedRelease] {
    releases.filter { $0.name.day == day }
  }
}
