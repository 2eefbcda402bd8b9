import Common
import Output
import Pages
import Rendering

/// Checks every page, and only then writes.
struct SiteBuild {
  let renderer: SiteRenderer
  let jobs: Int

  /// Renders everything once without writing: digests, links, collisions.
  func draft(findings: inout Findings) async -> OutputFolder.Draft {
    let known = Set(renderer.plan.pages.map(\.address))
    let draft = await OutputFolder.draft(items: renderer.items.count, jobs: jobs, known: known, make: make)
    for link in draft.brokenLinks {
      findings.add(Diagnostic(.brokenLink, at: Location(file: link.page), ["target": link.target, "page": link.page]))
    }
    for address in draft.collisions {
      findings.add(Diagnostic(.addressTwice, at: Location(file: address), ["address": address]))
    }
    for address in draft.manifest.entries.keys.sorted() where !SafeAddress.isSafe(address) {
      findings.add(Diagnostic(.unsafeAddress, at: Location(file: address), ["address": address]))
    }
    return draft
  }

  func write(_ draft: OutputFolder.Draft, to folder: OutputFolder) async throws(OutputError) -> OutputFolder.Report {
    try await folder.write(draft, jobs: jobs, make: make)
  }

  private var make: @Sendable (Int, inout FileSink) -> Void {
    { [renderer] number, sink in
      renderer.make(number) { address, fill in sink.file(address, fill) }
    }
  }
}
