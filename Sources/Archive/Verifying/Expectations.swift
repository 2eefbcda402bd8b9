import Common
import Digests

/// What the manifests say of the files that are there.
struct Expectations: Sendable {
  struct Claim: Sendable {
    var algorithm: DigestAlgorithm
    /// In lower case.
    var digest: String
    var manifest: String
  }

  /// By file: what each manifest says of it.
  private(set) var claims: [BagPath: [Claim]] = [:]
  /// By manifest: the files it lists.
  private(set) var listed: [String: Set<BagPath>] = [:]
  /// Listed, and not there.
  private(set) var missing: [BagPath: [String]] = [:]

  /// Looks every entry up.
  ///
  /// - Complexity: O(entries)
  init(_ bag: Bag, findings: inout Findings) {
    for manifest in bag.manifests { read(manifest, bag, findings: &findings) }
  }

  private mutating func read(_ manifest: BagManifest, _ bag: Bag, findings: inout Findings) {
    var seen: [BagPath: BagManifest.Entry] = [:]
    var forms: [String: BagPath] = [:]
    listed[manifest.name] = []
    for entry in manifest.entries {
      let place = bag.place(manifest.name, line: entry.line)
      let path = entry.written.path
      guard isAllowed(entry, in: manifest, at: place, findings: &findings) else { continue }
      if entry.hadAsterisk {
        findings.add(Diagnostic(.manifestAsterisk, .warning, at: place))
      }
      if entry.written.isIndirect {
        findings.add(Diagnostic(.manifestIndirect, .warning, at: place, ["path": path.description]))
      }
      if let first = seen[path] {
        report(first, entry, bag, at: place, findings: &findings)
        continue
      }
      seen[path] = entry
      if let other = forms.updateValue(path, forKey: path.folded), other != path {
        findings.add(Diagnostic(.listedInTwoForms, .warning, at: place, ["path": path.description]))
      }
      add(entry, of: manifest, bag, at: place, findings: &findings)
    }
  }

  private func isAllowed(
    _ entry: BagManifest.Entry, in manifest: BagManifest, at place: Location, findings: inout Findings
  ) -> Bool {
    let path = entry.written.path
    let words: KeyValuePairs = ["path": entry.written.undecoded.description]
    if entry.written.fault != nil || path.bytes.isEmpty {
      findings.add(Diagnostic(.pathLeavesBag, at: place, words))
      return false
    }
    if path.isPayload == manifest.isForTags {
      findings.add(Diagnostic(manifest.isForTags ? .payloadInTagManifest : .tagInManifest, at: place, words))
      return false
    }
    return true
  }

  private func report(
    _ first: BagManifest.Entry, _ second: BagManifest.Entry, _ bag: Bag, at place: Location,
    findings: inout Findings
  ) {
    let isSame = first.digest == second.digest
    findings.add(
      Diagnostic(
        isSame ? .listedTwice : .listedTwiceApart, isSame && bag.version < .current ? .warning : .error,
        at: place,
        ["path": second.written.path.description, "line": String(first.line)]))
  }

  private mutating func add(
    _ entry: BagManifest.Entry, of manifest: BagManifest, _ bag: Bag, at place: Location,
    findings: inout Findings
  ) {
    guard let algorithm = manifest.algorithm else { return }
    guard let (path, isOtherForm) = bag.file(entry.written) else {
      missing[entry.written.path, default: []].append(manifest.name)
      return
    }
    if isOtherForm {
      findings.add(Diagnostic(.otherForm, .warning, at: place, ["path": path.description]))
    }
    listed[manifest.name, default: []].insert(path)
    claims[path, default: []].append(
      Claim(algorithm: algorithm, digest: entry.digest, manifest: manifest.name))
  }
}
