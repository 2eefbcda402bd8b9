import Archive
import Common
import Glibc
import Output

/// Verifies what is asked for, and keeps what became of each bag.
struct Verification {
  let jobs: Int
  let rebuilds: Bool
  private(set) var bags: [BagReport] = []
  /// Bags whose pages came out the same again, with how many files.
  private(set) var rebuilt: [(name: String, files: Int)] = []
  /// The archives among the paths.
  private(set) var chains: [Chain] = []

  struct Chain {
    var path: String
    var index: ArchiveIndex
    var isWhole: Bool
  }

  init(jobs: Int, rebuilds: Bool) {
    self.jobs = jobs
    self.rebuilds = rebuilds
  }

  mutating func verify(_ path: String, findings: inout Findings) async throws {
    if ArchiveVerifier.isArchive(path) { return try await verifyArchive(path, findings: &findings) }
    guard let source = try BagOpener.open(path) else {
      findings.add(Diagnostic(.notABag, at: Location(file: path)))
      bags.append(BagReport(name: path, state: .invalid))
      return
    }
    var cache = DigestCache()
    let report = try await BagVerifier(source, jobs: jobs).verify(cache: &cache, findings: &findings)
    bags.append(report)
    if rebuilds { try await rebuild(report, from: source, findings: &findings) }
  }

  private mutating func verifyArchive(_ path: String, findings: inout Findings) async throws {
    let archive = ArchiveFolder(path: path)
    var own = Findings()
    let reports = try await ArchiveVerifier(archive, jobs: jobs).verify(findings: &own)
    chains.append(Chain(path: path, index: try archive.index(), isWhole: !own.hasErrors))
    findings.add(contentsOf: own)
    bags += reports
    guard rebuilds else { return }
    for report in reports where report.state == .valid {
      try await rebuild(report, from: BagFolder(path: report.name), findings: &findings)
    }
  }

  private mutating func rebuild(
    _ report: BagReport, from source: any BagSource, findings: inout Findings
  ) async throws {
    guard report.state == .valid else { return }
    let files = try await Rebuild(source: source, jobs: jobs).run(findings: &findings)
    if let files { rebuilt.append((report.name, files)) }
  }
}
