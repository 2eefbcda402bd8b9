import Common
import Digests
import Output

/// Checks one bag: that it is complete, that nothing in it changed, and that it is a bag as its version wants it.
package struct BagVerifier: Sendable {
  let source: any BagSource
  let jobs: Int

  package init(_ source: any BagSource, jobs: Int = 1) {
    self.source = source
    self.jobs = jobs
  }

  /// - Parameters:
  ///   - cache: Digests of files that were read before, and of those that are read now.
  ///   - findings: All that is wrong.
  /// - Throws: When the bag cannot be read at all.
  /// - Complexity: O(bytes)
  package func verify(
    cache: inout DigestCache, findings: inout Findings
  ) async throws(OutputError) -> BagReport {
    var own = Findings()
    let bag = try Bag.read(source, findings: &own)
    guard bag.isBag || !bag.manifests.isEmpty else {
      findings.add(contentsOf: own)
      return BagReport(name: bag.name, state: .invalid)
    }
    let marker = try WithdrawalMarker.read(from: source, bag, findings: &own)
    let expected = Expectations(bag, findings: &own)
    checkStructure(bag, findings: &own)
    checkCompleteness(bag, expected, isWithdrawn: marker != nil, findings: &own)
    if marker == nil { checkOxum(bag, findings: &own) }
    checkFetch(bag, expected, findings: &own)
    checkNames(bag, findings: &own)
    await checkDigests(bag, expected, cache: &cache, findings: &own)
    if bag.isOurs { try checkForm(bag, findings: &own) }
    var report = BagReport(name: bag.name, state: own.hasErrors ? .invalid : .valid)
    report.version = bag.version.description
    report.files = bag.payload.count
    report.bytes = bag.payload.reduce(0) { $0 + $1.size }
    report.algorithms = bag.manifests.filter { !$0.isForTags }.compactMap(\.algorithm).sorted()
    report.digest = try digest(of: Chain.tagManifest, bag)
    if let release = bag.info[ReleaseInfo.Label.previousRelease].first {
      report.previous = BagReport.Previous(
        release: release, digest: bag.info[ReleaseInfo.Label.previousDigest].first ?? "")
    }
    if let marker {
      marker.check(against: report.digest, bag, findings: &own)
      report.state = own.hasErrors ? .invalid : .withdrawn
    }
    findings.add(contentsOf: own)
    return report
  }

  private func digest(
    of name: String, _ bag: Bag
  ) throws(OutputError) -> Digest? {
    guard let entry = bag.files[BagPath(name)] else { return nil }
    return try source.bytes(of: entry, limit: Bag.tagLimit).map { Digest(of: $0) }
  }

  private func checkStructure(_ bag: Bag, findings: inout Findings) {
    if !bag.hasPayloadFolder, bag.files[BagPath(WithdrawalMarker.name)] == nil {
      findings.add(Diagnostic(.noPayloadFolder, at: Location(file: bag.name)))
    }
    let payload = bag.manifests.filter { !$0.isForTags }
    if payload.allSatisfy({ $0.algorithm == nil }) {
      findings.add(Diagnostic(.noManifest, at: Location(file: bag.name)))
    } else if payload.allSatisfy({ $0.algorithm?.resistsAttack != true }) {
      findings.add(Diagnostic(.weakDigests, .warning, at: Location(file: bag.name)))
    }
    if !bag.manifests.contains(where: \.isForTags) {
      findings.add(Diagnostic(.noTagManifest, .warning, at: Location(file: bag.name)))
    }
  }

  /// Reads every listed file once, and holds its digests against each manifest.
  private func checkDigests(
    _ bag: Bag, _ expected: Expectations, cache: inout DigestCache, findings: inout Findings
  ) async {
    var found: [BagPath: [DigestAlgorithm: [UInt8]]] = [:]
    var wanted: [WantedDigest] = []
    for (path, claims) in expected.claims.sorted(by: { $0.key < $1.key }) {
      guard let entry = bag.files[path] else { continue }
      let algorithms = Array(Set(claims.map(\.algorithm))).sorted()
      if let known = cache.digests(entry.identity, algorithms) {
        found[path] = known
      } else {
        wanted.append(WantedDigest(entry: entry, algorithms: algorithms))
      }
    }
    for (want, outcome) in zip(wanted, await source.digests(wanted, jobs: jobs)) {
      switch outcome {
      case .unreadable(let problem):
        findings.add(Diagnostic(.unreadable, at: bag.place(want.entry.path), ["problem": problem]))
      case .read(let digests, _):
        found[want.entry.path] = digests
        cache.add(digests, of: want.entry.identity)
      }
    }
    for (path, digests) in found.sorted(by: { $0.key < $1.key }) {
      let apart = (expected.claims[path] ?? []).filter { claim in
        digests[claim.algorithm].map { Hexadecimal.text($0) } != claim.digest
      }
      guard !apart.isEmpty else { continue }
      findings.add(
        Diagnostic(
          .changed, at: bag.place(path), ["manifests": apart.map(\.manifest).joined(separator: ", ")]))
    }
  }
}
