import Archive
import Common
import Digests
import Messages
import Output
import Pages
import Reading

/// Makes a site and archives it.
struct Snapshot {
  let source: SourceOptions
  let baggingDate: CivilDate?
  let jobs: Int
  let strict: Bool

  struct Outcome {
    var release: ArchivedRelease
    var isNew: Bool
    /// Payload files.
    var files = 0
    /// Those that are stored with an earlier release.
    var shared = 0
  }

  private static let site = "data/site/"
  private static let figures = "data/figures.csv"
  private static let findings = "data/findings.json"

  /// - Returns: `nil` when findings say why nothing was archived.
  func run(progress: inout Progress, findings: inout Findings) async throws -> Outcome? {
    let archive = ArchiveFolder(path: source.archive)
    // What a killed writer left is finished before the archive is read.
    if archive.exists { _ = try ArchiveWriter.open(archive) }
    let theme = ThemeFolder(theme: source.theme, language: "")
    let before = SourceState(content: source.source, themes: theme.folders ?? [])
    guard let site = SiteLoader(source: source).load(progress: &progress, findings: &findings),
      !findings.hasErrors(strict: strict)
    else { return nil }
    progress.step("cli.progress.checking")
    let build = SiteBuild(site, jobs: jobs)
    let draft = await build.draft(findings: &findings)
    guard !findings.hasErrors(strict: strict) else { return nil }
    progress.step("cli.progress.archiving")
    var writer = try ArchiveWriter.open(archive)
    let staging = try writer.begin(after: try writer.previous())
    do {
      var own = Findings()
      let sources = SnapshotSources(site: site, theme: theme, findings: &own)
      let pages = try await stage(draft, build, in: staging)
      var files = pages
      if let figures = files.first(where: { $0.path == BagPath(Self.site + Self.figures) }) {
        files.append(try staging.alias(figures, as: BagPath(Self.figures)))
      }
      files.append(try staging.write(report(findings, site), to: BagPath(Self.findings)))
      let earlier = try SnapshotArchive(site.history, in: archive)
      for (path, item) in sources.items + earlier.items {
        switch item {
        case .file(let name): files.append(try staging.copy(name, to: path))
        case .bytes(let bytes): files.append(try staging.write(bytes, to: path))
        }
      }
      if writer.index != site.history.archived {
        findings.add(Diagnostic(.sourceChanged, at: Location(file: source.archive + "/chain.sha256")))
      }
      // What was archived is what was read: a file that changed meanwhile would make pages and sources disagree.
      let after = SourceState(content: source.source, themes: theme.folders ?? [])
      if let changed = before.difference(from: after) {
        findings.add(Diagnostic(.sourceChanged, at: Location(file: changed)))
      }
      guard !findings.hasErrors, !own.hasErrors else {
        findings.add(contentsOf: own)
        writer.discard(staging)
        return nil
      }
      let outcome = try writer.publish(
        staging, files: files, day: site.cube.asOf, info: info(site, sources))
      switch outcome {
      case .published(let release):
        return Outcome(
          release: release, isNew: true, files: files.count, shared: files.count(where: \.isShared))
      case .unchanged(let release): return Outcome(release: release, isNew: false)
      }
    } catch {
      writer.discard(staging)
      throw error
    }
  }

  /// The pages: those of the release before where they are the same, the others made again.
  private func stage(
    _ draft: OutputFolder.Draft, _ build: SiteBuild, in staging: Staging
  ) async throws(OutputError) -> [StagedFile] {
    // A release holds no copies of those before it.
    let entries = draft.manifest.entries.filter { !Addresses.isCopy($0.key) }
    let wanted = entries.map { (path: BagPath(Self.site + $0.key), digest: $0.value.digest) }
    let linked = try await staging.link(wanted.sorted { $0.path < $1.path }, jobs: jobs)
    let done = Set(linked.map(\.path))
    let rest = entries.keys.filter { !done.contains(BagPath(Self.site + $0)) }
    let made = try await build.remake(draft, only: Set(rest)) { address, bytes throws(OutputError) in
      try staging.write(bytes, to: BagPath(Self.site + address))
    }
    var stored: [StagedFile] = []
    for file in draft.stored
    where !Addresses.isCopy(file.address) && !done.contains(BagPath(Self.site + file.address)) {
      stored.append(try staging.write(file.read(), to: BagPath(Self.site + file.address)))
    }
    return linked + made + stored
  }

  /// The findings as JSON in the site's language, with paths as they are in the release.
  private func report(_ findings: Findings, _ site: SiteLoader.Loaded) -> [UInt8] {
    let language = Language(rawValue: site.project.site.language) ?? .chinese
    let folder = site.project.folder.path + "/"
    let items = findings.sorted().map { item in
      var item = item
      if let file = item.location?.file, file.hasPrefix(folder) {
        item.location?.file = "source/content/" + file.dropFirst(folder.count)
      }
      return item
    }
    var buffer = ByteBuffer()
    DiagnosticPrinter(catalogue: MessageCatalogue.load(language), version: Version.text)
      .write(items, as: .json, into: &buffer)
    return buffer.bytes
  }

  private func info(_ site: SiteLoader.Loaded, _ sources: SnapshotSources) -> ReleaseInfo {
    let declared = site.project.site
    return ReleaseInfo(
      organization: declared.publisher, title: declared.title, group: declared.url ?? declared.title,
      baggingDate: baggingDate ?? site.cube.asOf, agent: "jianbao " + Version.text,
      rebuild: RebuildOrder(
        asOf: site.cube.asOf, hasDrafts: source.drafts, theme: sources.themePath
      ).command)
  }
}
