import Archive
import ArgumentParser
import Common
import Digests
import Output
import Pages

/// Makes a release's pages again from the sources in it, and holds them against its pages. Nothing is written.
struct Rebuild {
  let source: any BagSource
  let jobs: Int

  private static let site = "data/site/"

  /// - Returns: How many files came out the same; `nil` when findings say which did not.
  func run(findings: inout Findings) async throws -> Int? {
    let reader = try ReleaseReader(source)
    guard let order = reader.info["Rebuild-Command"].first.flatMap({ RebuildOrder($0) }) else {
      findings.add(Diagnostic(.rebuildUnknown, at: Location(file: source.name)))
      return nil
    }
    let folder = try ReleaseFolder(reader)
    var own = Findings()
    var progress = Progress.silent
    let options = try SourceOptions.parse(order.options(in: folder.path))
    let site = SiteLoader(source: options).load(progress: &progress, findings: &own)
    let draft =
      if let site { await SiteBuild(site, jobs: jobs).draft(findings: &own) } else {
        nil as OutputFolder.Draft?
      }
    guard let draft, !own.hasErrors else {
      findings.add(contentsOf: own)
      findings.add(Diagnostic(.rebuildFailed, at: Location(file: source.name)))
      return nil
    }
    return compare(draft.manifest, reader, findings: &findings)
  }

  private func compare(_ made: Manifest, _ reader: ReleaseReader, findings: inout Findings) -> Int? {
    let kept = reader.site
    // A release holds no copies of those before it.
    let made = made.entries.filter { !Addresses.isCopy($0.key) }
    var isSame = true
    for address in Set(made.keys).union(kept.keys).sorted(by: {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }) {
      let rule: Rule
      switch (made[address]?.digest, kept[address]) {
      case (let new?, let old?) where new == old: continue
      case (_?, _?): rule = .rebuildChanged
      case (_?, nil): rule = .rebuildAdded
      default: rule = .rebuildMissing
      }
      isSame = false
      findings.add(Diagnostic(rule, at: Location(file: "\(source.name)/\(Self.site)\(address)")))
    }
    return isSame ? kept.count : nil
  }
}
