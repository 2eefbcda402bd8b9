import Common
import Output
import Pages
import Reading
import Rendering

/// Checks every page, and only then writes.
struct SiteBuild {
  let renderer: SiteRenderer
  let content: SourceFolder
  /// Files of earlier releases; of a shard's build the first part has them.
  let stored: [StoredFile]
  /// Links that need not lead anywhere any more: those of bulletins that stay as they were published.
  let formerLinks: Set<String>
  let jobs: Int
  /// The pieces of work that are done here: all, or a shard's.
  let items: Range<Int>

  init(_ site: SiteLoader.Loaded, jobs: Int, shard: Shard? = nil) {
    renderer = site.renderer
    content = site.project.folder
    self.jobs = jobs
    let count = site.renderer.items.count
    items = shard?.share(of: count) ?? 0..<count
    stored = items.lowerBound == 0 ? site.history.stored : []
    formerLinks = site.history.formerLinks.union(site.history.stored.map(\.address))
  }

  /// Renders everything once without writing: digests, links, collisions.
  func draft(findings: inout Findings) async -> OutputFolder.Draft {
    let draft = await OutputFolder.draft(
      items: items.count, jobs: jobs, stored: stored, known: renderer.addresses.union(formerLinks), make: make
    )
    report(draft.brokenLinks, findings: &findings)
    for clash in draft.collisions {
      let copied = [clash.address, clash.other].first(where: renderer.isCopied)
      findings.add(
        Diagnostic(
          .addressTwice, at: Location(file: copied.map(content.display) ?? clash.address),
          ["address": clash.address, "other": clash.other]))
    }
    for address in draft.manifest.entries.keys where !SafeAddress.isSafe(address) {
      let file = renderer.isCopied(address) ? content.display(address) : address
      findings.add(Diagnostic(.unsafeAddress, at: Location(file: file), ["address": address]))
    }
    return draft
  }

  /// One finding for each target, however many pages lead to it: a theme's broken link stands on all of them.
  private func report(_ links: [(page: String, target: String)], findings: inout Findings) {
    var pages: [String: [String]] = [:]
    for link in links { pages[link.target, default: []].append(link.page) }
    for (target, pages) in pages.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      guard let first = pages.min(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) else { continue }
      findings.add(
        Diagnostic(
          .brokenOutputLink, at: Location(file: first), ["target": target, "pages": String(pages.count)]))
    }
  }

  func write(_ draft: OutputFolder.Draft, to folder: OutputFolder) async throws(OutputError)
    -> OutputFolder.Report
  {
    try await folder.write(draft, jobs: jobs, make: make)
  }

  /// Makes some of the draft's files again, and hands each over.
  ///
  /// - Returns: What `accept` made of each, in no order.
  func remake<Made: Sendable>(
    _ draft: OutputFolder.Draft, only wanted: Set<String>,
    _ accept: @escaping @Sendable (String, [UInt8]) throws(OutputError) -> Made
  ) async throws(OutputError) -> [Made] {
    try await OutputFolder.remake(draft, only: wanted, jobs: jobs, make: make, accept: accept)
  }

  private var make: @Sendable (Int, inout FileSink) -> Void {
    { [renderer, items] number, sink in
      renderer.make(items.lowerBound + number) { address, fill in sink.file(address, fill) }
    }
  }
}

extension SiteRenderer {
  /// Whether a file of the content folder is copied to the address.
  fileprivate func isCopied(_ address: String) -> Bool {
    items.contains { item in
      if case .file(address, _) = item { true } else { false }
    }
  }
}
