import Archive
import Common
import Comparing
import Output
import Pages
import Reading
import Rendering

/// Finds what `diff` is asked for: a release of the archive, a bag's folder, a day, or the working content.
struct ReleaseLoader {
  let source: SourceOptions
  let archive: ArchiveFolder
  let jobs: Int

  /// The working content, as `diff` names it.
  static let working = "content"

  /// - Parameter name: `2020-02-14-2`, `archive/2020-02-14`, `2020-02-14` or `content`. A day means its last release; a
  ///   day that has none, the working content as of that day.
  /// - Returns: `nil` when findings say why there is nothing to compare.
  func load(_ name: String, findings: inout Findings) async -> ReleaseContents? {
    if name == Self.working { return await working(asOf: source.asOf, name: name, findings: &findings) }
    if let release = ReleaseName(name), let index = try? archive.index() {
      let exact = index.releases.first { $0.name.description == name }
      let last = CivilDate(iso: name).flatMap { index.releases(of: $0).last { $0.state == .whole } }
      if let found = last ?? exact {
        guard found.state == .whole else {
          findings.add(Diagnostic(.releaseWithdrawn, at: Location(file: archive.path(of: found.name))))
          return nil
        }
        return ArchivedContents(folder: archive.path(of: found.name), name: found.name).load(
          findings: &findings)
      }
      if let day = CivilDate(iso: name) { return await working(asOf: day, name: name, findings: &findings) }
      findings.add(
        Diagnostic(
          .releaseNotFound, at: Location(file: archive.path), ["found": release.description],
          suggestions: NearestNames.find(name, in: index.releases.map(\.name.description))))
      return nil
    }
    let last = name.split(separator: "/").last.map(String.init) ?? name
    guard name.contains("/"), let release = ReleaseName(last) else {
      findings.add(Diagnostic(.releaseNotFound, at: Location(file: archive.path), ["found": name]))
      return nil
    }
    return ArchivedContents(folder: name, name: release).load(findings: &findings)
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
    let pages = draft.manifest.entries.filter { $0.key.hasSuffix(".html") }.mapValues(\.digest.hex)
    var texts: [String: [UInt8]] = [:]
    for file in site.project.markdown {
      texts[file.path] = site.project.read(file, findings: &own)?.bytes
    }
    return ReleaseContents(
      name: name, asOf: site.cube.asOf, files: SiteRenderer.tables(of: site.renderer.plan.context),
      pages: pages,
      texts: texts)
  }
}
