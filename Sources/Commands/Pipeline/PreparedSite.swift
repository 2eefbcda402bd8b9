import Common
import Output

/// A site read and rendered once without writing: every finding is made, and what would be written is known.
struct PreparedSite {
  let site: SiteLoader.Loaded
  let draft: OutputFolder.Draft
  let folder: OutputFolder
  private let build: SiteBuild

  /// - Parameters:
  ///   - folder: Where it would be written: what is in the way there is a finding.
  ///   - unexplained: How grave it is that a published figure changes without a reason.
  /// - Returns: `nil` when there is no site to build; findings say why.
  static func prepare(
    _ source: SourceOptions, for folder: OutputFolder, jobs: Int, shard: Shard? = nil,
    unexplained severity: Severity = .warning,
    strict: Bool,
    progress: inout Progress, findings: inout Findings
  ) async throws -> PreparedSite? {
    guard let site = SiteLoader(source: source).load(progress: &progress, findings: &findings),
      !findings.hasErrors(strict: strict)
    else { return nil }
    for finding in site.revisionFindings(severity) { findings.add(finding) }
    site.completeness().runSilence(findings: &findings)
    progress.step("cli.progress.checking")
    let build = SiteBuild(site, jobs: jobs, shard: shard)
    let draft = await build.draft(findings: &findings)
    for obstacle in try folder.foreign(draft) {
      findings.add(
        Diagnostic(.foreignFile, at: Location(file: folder.path + "/" + obstacle), ["address": obstacle]))
    }
    return PreparedSite(site: site, draft: draft, folder: folder, build: build)
  }

  func write(progress: inout Progress) async throws(OutputError) -> OutputFolder.Report {
    progress.step("cli.progress.writing")
    return try await build.write(draft, to: folder)
  }
}
