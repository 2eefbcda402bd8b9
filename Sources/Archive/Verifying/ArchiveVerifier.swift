import Common
import Digests
import Output

/// Checks an archive: every release, and the chain that binds them.
package struct ArchiveVerifier: Sendable {
  let archive: ArchiveFolder
  let jobs: Int

  package init(_ archive: ArchiveFolder, jobs: Int = 1) {
    self.archive = archive
    self.jobs = jobs
  }

  /// Whether a folder is an archive: it has a chain, or releases.
  package static func isArchive(_ path: String) -> Bool {
    let folder = ArchiveFolder(path: path)
    if (try? SmallFile.read(path + "/" + BagDeclaration.name)) != nil { return false }
    if (try? SmallFile.read(path + "/" + Chain.name)) != nil { return true }
    return (try? folder.releaseFolders().isEmpty) == false
  }

  /// - Parameter each: Is told of each release when it has been checked.
  /// - Returns: A report on each release that is there, in the order of the chain.
  /// - Complexity: O(bytes), those of a file that several releases share counted once.
  package func verify(
    findings: inout Findings, each: (BagReport) -> Void = { _ in }
  ) async throws(OutputError) -> [BagReport] {
    var cache = DigestCache()
    let place = Location(file: archive.path + "/" + Chain.name)
    guard let bytes = try SmallFile.read(archive.path + "/" + Chain.name) else {
      findings.add(Diagnostic(.chainMissing, at: place))
      return []
    }
    let chain = Chain(bytes)
    for line in chain.brokenLines {
      findings.add(Diagnostic(.chainLine, at: Location(file: place.file, line: line, column: 1)))
    }
    let folders = try archive.releaseFolders()
    try checkStrangers(findings: &findings)
    var reports: [BagReport] = []
    var before: ArchivedRelease?
    var seen: Set<ReleaseName> = []
    for (name, files) in chain.releases {
      if !seen.insert(name).inserted {
        findings.add(Diagnostic(.chainTwice, at: place, ["release": name.description]))
        continue
      }
      guard folders.contains(name) else {
        findings.add(Diagnostic(.releaseMissing, at: place, ["release": name.description]))
        before = nil
        continue
      }
      let report = try await BagVerifier(BagFolder(path: archive.path(of: name)), jobs: jobs).verify(
        cache: &cache, findings: &findings)
      try check(report, name, files, findings: &findings)
      checkPrevious(report, after: before, isFirst: reports.isEmpty && seen.count == 1, findings: &findings)
      let index = chain.index.releases.first { $0.name == name }
      before = index
      each(report)
      reports.append(report)
    }
    try checkUnlisted(folders.filter { !seen.contains($0) }, after: before, findings: &findings)
    return reports
  }

  /// The chain's digests are those of the files.
  private func check(
    _ report: BagReport, _ name: ReleaseName, _ files: [Chain.Entry], findings: inout Findings
  ) throws(OutputError) {
    var wanted = Set(TagFiles.tagManifests)
    if report.state == .withdrawn { wanted.formUnion(WithdrawalMarker.files) }
    for entry in files {
      let path = "\(archive.path(of: name))/\(entry.file)"
      let bytes = try SmallFile.read(path)
      if bytes.map({ Digest(of: $0) }) != entry.digest {
        findings.add(Diagnostic(.chainApart, at: Location(file: path)))
      }
    }
    for file in wanted.subtracting(files.map(\.file)).sorted() {
      findings.add(
        Diagnostic(.chainWithout, at: Location(file: "\(archive.path(of: name))/\(file)")))
    }
  }

  /// A release names the one before it.
  private func checkPrevious(
    _ report: BagReport, after before: ArchivedRelease?, isFirst: Bool, findings: inout Findings
  ) {
    // Without the one before there is nothing to hold it against; that it is missing was said.
    if before == nil, !isFirst { return }
    let wanted = before.map { BagReport.Previous(release: $0.name.description, digest: $0.digest) }
    guard report.previous != wanted else { return }
    findings.add(
      Diagnostic(
        .chainBroken, at: Location(file: report.name + "/bag-info.txt"),
        ["found": report.previous?.release ?? "—", "wanted": wanted?.release ?? "—"]))
  }

  /// A release that is not in the chain: one whose writer was killed at the very end, or one that somebody put there.
  private func checkUnlisted(
    _ names: [ReleaseName], after head: ArchivedRelease?, findings: inout Findings
  ) throws(OutputError) {
    let note = try SmallFile.read(archive.statePath + "/" + ArchiveFolder.publishing)
    for name in names {
      let isUnderWay = note.map { String(decoding: $0, as: UTF8.self) } == name.description
      findings.add(
        Diagnostic(
          isUnderWay ? .publishingUnfinished : .releaseUnlisted, isUnderWay ? .warning : .error,
          at: Location(file: archive.path(of: name))))
    }
  }

  private func checkStrangers(findings: inout Findings) throws(OutputError) {
    for name in try FolderListing.names(in: FolderListing.path(archive.path)) {
      let text = String(decoding: name, as: UTF8.self)
      if text == Chain.name || text == Chain.name + ".new" || text == ArchiveFolder.stateFolder { continue }
      if ReleaseName(text) != nil { continue }
      findings.add(Diagnostic(.strangerInArchive, .remark, at: Location(file: archive.path + "/" + text)))
    }
  }
}
