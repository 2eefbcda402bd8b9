import Common
import Output

extension BagVerifier {
  /// Every file that is listed is there, and every payload file is listed: since 1.0 in each manifest, before in one.
  func checkCompleteness(
    _ bag: Bag, _ expected: Expectations, isWithdrawn: Bool, findings: inout Findings
  ) {
    let toFetch = Set((bag.fetch?.entries ?? []).map(\.written.path))
    for (path, manifests) in expected.missing.sorted(by: { $0.key < $1.key }) {
      if isWithdrawn, path.isPayload { continue }
      if toFetch.contains(path) { continue }
      findings.add(
        Diagnostic(.missing, at: bag.place(path), ["manifests": manifests.joined(separator: ", ")]))
    }
    let payloadManifests = bag.manifests.filter { !$0.isForTags && $0.algorithm != nil }.map(\.name)
    let tagManifests = bag.manifests.filter { $0.isForTags && $0.algorithm != nil }.map(\.name)
    for path in bag.files.keys.sorted() {
      if path.isPayload {
        // Without a manifest, which was said, every file would be one too many.
        if payloadManifests.isEmpty { continue }
        checkListed(path, in: payloadManifests, bag, expected, findings: &findings)
      } else if BagManifest(named: path.description)?.isForTags != true {
        checkTag(path, in: tagManifests, bag, expected, findings: &findings)
      }
    }
  }

  private func checkListed(
    _ path: BagPath, in manifests: [String], _ bag: Bag, _ expected: Expectations, findings: inout Findings
  ) {
    let without = manifests.filter { expected.listed[$0]?.contains(path) != true }
    if without.count == manifests.count {
      findings.add(Diagnostic(.unexpected, at: bag.place(path)))
    } else if !without.isEmpty {
      findings.add(
        Diagnostic(
          .notInEveryManifest, bag.version < .current ? .warning : .error, at: bag.place(path),
          ["manifests": without.joined(separator: ", ")]))
    }
  }

  /// Other programs may put files beside the payload as they like; we do not.
  private func checkTag(
    _ path: BagPath, in manifests: [String], _ bag: Bag, _ expected: Expectations, findings: inout Findings
  ) {
    let without = manifests.filter { expected.listed[$0]?.contains(path) != true }
    if WithdrawalMarker.files.contains(path.description), bag.isOurs { return }
    if bag.isOurs, !without.isEmpty {
      findings.add(Diagnostic(.unexpected, at: bag.place(path)))
    } else if !manifests.isEmpty, without.count == manifests.count {
      findings.add(Diagnostic(.tagNotListed, .remark, at: bag.place(path)))
    }
  }

  /// Payload-Oxum: bytes, a point, files.
  func checkOxum(_ bag: Bag, findings: inout Findings) {
    let elements = bag.info.all("Payload-Oxum")
    guard let first = elements.first else { return }
    let name = bag.version.infoName
    for element in elements.dropFirst() {
      findings.add(
        Diagnostic(
          .oxumTwice, bag.version < .current ? .warning : .error, at: bag.place(name, line: element.line)))
    }
    let place = bag.place(name, line: first.line)
    let parts = first.value.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let bytes = parts[0], let files = parts[1], bytes >= 0, files >= 0 else {
      findings.add(Diagnostic(.oxumForm, at: place, ["found": first.value]))
      return
    }
    let payload = bag.payload
    let found = (bytes: payload.reduce(0) { $0 + $1.size }, files: payload.count)
    if found != (bytes, files) {
      findings.add(
        Diagnostic(
          .oxum, at: place,
          ["wanted": first.value, "found": "\(found.bytes).\(found.files)"]))
    }
  }

  /// What is to be fetched is listed with its digests, and a bag is complete only when it has been fetched.
  func checkFetch(_ bag: Bag, _ expected: Expectations, findings: inout Findings) {
    var isListed: Set<BagPath> = []
    for manifest in bag.manifests where !manifest.isForTags {
      isListed.formUnion(manifest.entries.map(\.written.path))
    }
    for entry in bag.fetch?.entries ?? [] {
      let place = bag.place(FetchList.name, line: entry.line)
      let words: KeyValuePairs = ["path": entry.written.undecoded.description]
      if entry.written.fault != nil || entry.written.path.bytes.isEmpty {
        findings.add(Diagnostic(.pathLeavesBag, at: place, words))
      } else if !entry.written.path.isPayload {
        findings.add(Diagnostic(.tagInManifest, at: place, words))
      } else if !isListed.contains(entry.written.path) {
        findings.add(Diagnostic(.fetchNotListed, at: place, words))
      } else if let file = bag.file(entry.written), let size = bag.files[file.path]?.size {
        if let length = entry.length, length != size {
          findings.add(
            Diagnostic(
              .fetchLength, at: place,
              ["path": file.path.description, "wanted": String(length), "found": String(size)]))
        }
      } else {
        findings.add(
          Diagnostic(
            .toFetch, at: place, ["path": entry.written.path.description, "address": entry.address]))
      }
    }
  }
}
