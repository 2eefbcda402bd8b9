import Common
import Digests
import Output

extension BagVerifier {
  /// What a system leaves in folders without being asked.
  private static let systemFiles: Set<String> = [
    ".ds_store", "thumbs.db", "desktop.ini", ".directory", ".spotlight-v100", ".trashes", ".apdisk",
  ]

  /// Names that another file system would lose or confuse.
  func checkNames(_ bag: Bag, findings: inout Findings) {
    var cases: [String: BagPath] = [:]
    for path in bag.files.keys.sorted() {
      let name = String(decoding: path.name, as: UTF8.self).lowercased()
      if Self.systemFiles.contains(name) || name.hasPrefix("._") {
        findings.add(Diagnostic(.systemFile, .warning, at: bag.place(path)))
      }
      guard let other = cases.updateValue(path, forKey: path.folded.lowercased()) else { continue }
      let rule: Rule = other.folded == path.folded ? .twoForms : .twoCases
      findings.add(Diagnostic(rule, .warning, at: bag.place(path), ["other": other.description]))
    }
  }

  /// A bag of ours has one form: its tag files, written again from what they say, are the same bytes.
  func checkForm(_ bag: Bag, findings: inout Findings) throws(OutputError) {
    for manifest in bag.manifests {
      let entries = manifest.entries.compactMap { entry -> (path: BagPath, digest: [UInt8])? in
        Hexadecimal.bytes(entry.digest.utf8).map { (entry.written.path, $0) }
      }
      try checkForm(manifest.name, BagManifest.bytes(entries), bag, findings: &findings)
    }
    try checkForm(BagDeclaration.name, BagDeclaration.bytes, bag, findings: &findings)
    try checkForm(bag.version.infoName, bag.info.bytes, bag, findings: &findings)
  }

  private func checkForm(
    _ name: String, _ wanted: [UInt8], _ bag: Bag, findings: inout Findings
  ) throws(OutputError) {
    guard let entry = bag.files[BagPath(name)] else { return }
    if try source.bytes(of: entry, limit: Bag.tagLimit) != wanted {
      findings.add(Diagnostic(.otherThanWritten, at: bag.place(name)))
    }
  }
}
