import Archive
import Common
import Comparing
import Glibc
import Output
import Pages
import Reading
import Rendering

/// Finds what `diff` is asked for: a release of the archive, a bag, a day, or the working content.
struct ReleaseLoader {
  let source: SourceOptions
  let archive: ArchiveFolder
  let jobs: Int

  /// The working content, as `diff` names it.
  static let working = "content"

  /// - Parameter name: `2020-02-14-2`, `archive/2020-02-14`, `2020-02-14.tar.gz`, `2020-02-14` or `content`. A day means
  ///   its last release; a day that has none, the working content as of that day.
  /// - Returns: `nil` when findings say why there is nothing to compare.
  func load(_ name: String, findings: inout Findings) async throws(OutputError) -> ReleaseContents? {
    if name == Self.working { return await working(asOf: source.asOf, name: name, findings: &findings) }
    guard let release = ReleaseName(name) else { return try bag(name, findings: &findings) }
    let index = try archive.index()
    let exact = index.releases.first { $0.name == release }
    let last = CivilDate(iso: name).flatMap { index.releases(of: $0).last { $0.state == .whole } }
    if let found = last ?? exact {
      guard found.state == .whole else {
        findings.add(Diagnostic(.releaseWithdrawn, at: Location(file: archive.path(of: found.name))))
        return nil
      }
      return try ReleaseContents.whole(ReleaseReader(archive, found.name), name: found.name)
    }
    if let day = CivilDate(iso: name) { return await working(asOf: day, name: name, findings: &findings) }
    findings.add(
      Diagnostic(
        .releaseNotFound, at: Location(file: archive.path), ["found": name],
        suggestions: NearestNames.find(name, in: index.releases.map(\.name.description))))
    return nil
  }

  /// A bag of ours that lies somewhere, as a folder or packed.
  private func bag(_ path: String, findings: inout Findings) throws(OutputError) -> ReleaseContents? {
    let source: (any BagSource)?
    do throws(OutputError) { source = try BagOpener.open(path) } catch {
      guard error.code == ENOENT else { throw error }
      source = nil
    }
    if let source {
      let reader = try ReleaseReader(source)
      if reader.isWithdrawn {
        findings.add(Diagnostic(.releaseWithdrawn, at: Location(file: path)))
        return nil
      }
      if let name = reader.info["External-Identifier"].first.flatMap({ ReleaseName($0) }) {
        return try ReleaseContents.whole(reader, name: name)
      }
    }
    findings.add(Diagnostic(.releaseNotFound, at: Location(file: archive.path), ["found": path]))
    return nil
  }

  /// What a build of the content would publish; nothing is written.
  private func working(asOf: CivilDate?, name: String, findings: inout Findings) async -> ReleaseContents? {
    var source = source
    source.asOf = asOf
    var progress = Progress.silent
    var own = Findings()
    guard let site = SiteLoader(source: source).load(progress: &progress, findings: &own), !own.hasErrors
    else {
      findings.add(contentsOf: own)
      return nil
    }
    let draft = await SiteBuild(site, jobs: jobs).draft(findings: &own)
    let pages = draft.manifest.entries.filter {
      $0.key.hasSuffix(".html") && !Addresses.isCopy($0.key)
    }.mapValues(\.digest.hex)
    var texts: [String: [UInt8]] = [:]
    for file in site.project.markdown where site.publishes(file.path) {
      texts[file.path] = site.project.read(file, findings: &own)?.bytes
    }
    return ReleaseContents(
      name: name, asOf: site.cube.asOf, files: SiteRenderer.tables(of: site.renderer.plan.context),
      pages: pages,
      texts: texts)
  }
}
