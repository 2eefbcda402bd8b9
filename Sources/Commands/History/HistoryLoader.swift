import Archive
import Common
import Comparing
import Digests
import Output
import Pages
import Rendering

/// Reads from the archive what a build says of the releases before it.
///
/// A release that has this very day's figures is the one being made again and is passed over, so that building, archiving
/// and building again give the same pages. A release of the day with other figures is the one before.
struct HistoryLoader {
  let archive: ArchiveFolder
  /// The release that is made again; `nil` where one is made for the first time.
  let remade: ReleaseName?
  /// Everything that pages are filled from, still without a history.
  let context: SiteContext
  /// Addresses that the site has anyway.
  let known: Set<String>

  struct Outcome: Sendable {
    var history: SiteHistory
    /// Files of earlier releases that are published as they lie there.
    var stored: [StoredFile] = []
    /// Links of bulletins that stay as they were published: they may lead to what is no more.
    var formerLinks: Set<String> = []
    /// The release compared with and the changes since it; `nil` where there is none.
    var changes: [FigureChange] = []
    var previous: ReleaseName?
    /// All that has been archived, this very release with it, as it was found.
    var archived = ArchiveIndex()
    /// The files of earlier releases' sites that the pages were made from.
    var used: [ReleaseName: Set<String>] = [:]
  }

  /// - Returns: What can be read; findings say what cannot.
  func load(findings: inout Findings) -> Outcome {
    let own = Outcome(history: SiteHistory(release: ReleaseName(day: context.cube.asOf)))
    do throws(OutputError) {
      let index = try archive.index()
      guard !index.releases.isEmpty else { return own }
      return try load(index, findings: &findings)
    } catch {
      findings.add(
        Diagnostic(.archiveUnreadable, at: Location(file: archive.path), ["error": error.description]))
      return own
    }
  }

  private func load(_ index: ArchiveIndex, findings: inout Findings) throws(OutputError) -> Outcome {
    let tables = SiteRenderer.tables(of: context)
    let figures = Digest(of: tables[Addresses.figures] ?? [])
    let made =
      remade.flatMap { name in index.releases.firstIndex { $0.name == name } } ?? index.releases.count
    var releases = index.releases[..<made].filter { $0.name.day <= context.cube.asOf }.sorted {
      $0.name < $1.name
    }
    while let last = releases.last, last.name.day == context.cube.asOf, last.state == .whole,
      try ReleaseReader(archive, last.name).site[Addresses.figures] == figures
    {
      releases.removeLast()
    }
    let number = releases.last { $0.name.day == context.cube.asOf }.map { $0.name.number + 1 } ?? 1
    var history = SiteHistory(
      release: ReleaseName(day: context.cube.asOf, number: number), index: ArchiveIndex(releases: releases))
    for release in releases where release.state == .withdrawn {
      history.withdrawals[release.name] = try archive.reason(of: release.name)?.reason
    }
    let names = Set(releases.map(\.name))
    history.chain = index.releases.filter { names.contains($0.name) }
    var outcome = Outcome(history: history, archived: index)
    guard let last = history.last else { return outcome }
    outcome.used[last.name, default: []].formUnion(ReleaseContents.tables + [Addresses.revisionTable])
    let reader = try ReleaseReader(archive, last.name)
    let old = try ReleaseContents(reader, name: last.name)
    let new = ReleaseContents(
      name: history.release.description, asOf: context.cube.asOf, files: tables, pages: [:], texts: [:])
    outcome.changes = ReleaseComparison(old: old, new: new).figures
    outcome.previous = last.name
    outcome.history.revisions =
      RevisionTable.read(try reader.site(Addresses.revisionTable) ?? [])
      + Revision.all(of: outcome.changes, release: history.release, previous: last.name)
    try addDocuments(of: reader, to: &outcome)
    try addBulletins(to: &outcome, findings: &findings)
    try addCopies(to: &outcome)
    return outcome
  }

  /// The documents of `api/v1/` that earlier releases published: the last one has them all.
  private func addDocuments(of reader: ReleaseReader, to outcome: inout Outcome) throws(OutputError) {
    let history = outcome.history
    let names = Set(history.index.releases.filter { $0.state == .whole }.map(\.name))
    var documented: Set<ReleaseName> = []
    for (address, digest) in reader.site {
      guard address.hasPrefix(APIDocument.releases),
        let name = ReleaseName(address.dropFirst(APIDocument.releases.utf8.count).prefix { $0 != "/" }),
        names.contains(name), name != history.release,
        let file = reader.stored(address, digest)
      else { continue }
      documented.insert(name)
      outcome.used[history.last?.name ?? name, default: []].insert(address)
      outcome.stored.append(file)
    }
    outcome.history.documented = documented.sorted()
  }

  /// The bulletins of earlier days, as the last release of each day published them.
  private func addBulletins(to outcome: inout Outcome, findings: inout Findings) throws(OutputError) {
    var latest: [CivilDate: ReleaseName] = [:]
    for release in outcome.history.index.releases where release.state == .whole {
      if release.name.day < context.cube.asOf { latest[release.name.day] = release.name }
    }
    for (day, name) in latest.sorted(by: { $0.key < $1.key }) where context.bulletinDays.contains(day) {
      let reader = try ReleaseReader(archive, name)
      let address = Addresses.bulletin(day)
      guard let page = try whole(address, of: reader, findings: &findings) else { continue }
      outcome.history.bulletins[day] = PublishedBulletin(
        release: name, page: page, digest: reader.site[address]?.hex ?? "",
        feedEntry: try reader.site(Addresses.feed).flatMap { FeedEntry.find(address, in: $0) })
      let links = LinkScanner.internalLinks(in: page, at: address)
      outcome.formerLinks.formUnion(links)
      outcome.used[name, default: []].formUnion([address, Addresses.feed])
      for file in links where !file.hasSuffix(".html") && !known.contains(file) {
        if outcome.history.files[file] != nil { continue }
        outcome.used[name, default: []].insert(file)
        outcome.history.files[file] = try whole(file, of: reader, findings: &findings)
      }
    }
  }

  /// The pages of the newest releases, to be opened as they were published.
  private func addCopies(to outcome: inout Outcome) throws(OutputError) {
    let whole = outcome.history.index.releases.filter { $0.state == .whole }.map(\.name)
    for name in whole.suffix(max(0, context.site.publish.openReleases ?? whole.count)) {
      let reader = try ReleaseReader(archive, name)
      let folder = Addresses.copy(of: name)
      outcome.history.opened.insert(name)
      // In a release's own sources is what its pages tell of the others, and not their pages.
      guard reader.site[Addresses.home] != nil else {
        outcome.formerLinks.insert(folder + Addresses.home)
        continue
      }
      let title = context.words.fill(.releaseName, ["release": name.description])
      for (address, digest) in reader.site {
        guard address.hasPrefix("archive/") else {
          if let file = reader.stored(address, digest, as: folder + address) { outcome.stored.append(file) }
          continue
        }
        guard address.hasSuffix(".html"), isPage(address, outcome.history) else {
          continue
        }
        outcome.history.redirects.append(Redirect(address: folder + address, target: address, title: title))
      }
    }
    outcome.stored.sort { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
    outcome.history.redirects.sort { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
  }

  /// Whether the archive's own page still stands there.
  private func isPage(_ address: String, _ history: SiteHistory) -> Bool {
    address == Addresses.releases
      || history.index.releases.contains { Addresses.release($0.name) == address }
  }

  /// A file of a release whose bytes are what its manifest says; `nil` where there is none, or a finding says that it was
  /// changed.
  private func whole(
    _ address: String, of reader: ReleaseReader, findings: inout Findings
  ) throws(OutputError) -> [UInt8]? {
    guard let digest = reader.site[address] else { return nil }
    guard let bytes = try reader.site(address), Digest(of: bytes) == digest else {
      findings.add(
        Diagnostic(.releaseAltered, at: Location(file: reader.name + "/data/site/" + address)))
      return nil
    }
    return bytes
  }
}
