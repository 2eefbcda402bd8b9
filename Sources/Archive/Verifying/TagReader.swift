import Common
import Output

/// Reads the tag files at the top of a bag.
struct TagReader {
  let source: any BagSource
  var bag: Bag

  mutating func read(findings: inout Findings) throws(OutputError) {
    try readDeclaration(findings: &findings)
    if let text = try text(bag.version.infoName, findings: &findings) {
      bag.info = BagInfo(text)
      reportInfo(findings: &findings)
    }
    let names = bag.files.keys.filter(\.isAtTop).sorted().map(\.description)
    for name in names {
      guard var manifest = BagManifest(named: name) else { continue }
      if manifest.algorithm == nil {
        findings.add(Diagnostic(.unknownAlgorithm, .warning, at: bag.place(name)))
      } else if let text = try text(name, findings: &findings) {
        manifest.read(text)
        for line in manifest.brokenLines {
          findings.add(Diagnostic(.manifestLine, at: bag.place(name, line: line)))
        }
      }
      bag.manifests.append(manifest)
    }
    if let text = try text(FetchList.name, findings: &findings) {
      let fetch = FetchList(text)
      for line in fetch.brokenLines {
        findings.add(Diagnostic(.fetchLine, at: bag.place(FetchList.name, line: line)))
      }
      bag.fetch = fetch
    }
  }

  private mutating func readDeclaration(findings: inout Findings) throws(OutputError) {
    guard let bytes = try bytes(BagDeclaration.name, findings: &findings) else {
      findings.add(Diagnostic(.notABag, at: Location(file: bag.name)))
      return
    }
    bag.isBag = true
    let declaration = BagDeclaration(bytes)
    bag.version = declaration.version ?? .current
    bag.encoding = declaration.encoding ?? .utf8
    for fault in declaration.faults { findings.add(diagnostic(fault)) }
    if declaration.version.map({ $0 < .current }) == true {
      findings.add(
        Diagnostic(
          .oldVersion, .remark, at: bag.place(BagDeclaration.name), ["found": bag.version.description]))
    }
  }

  private func diagnostic(_ fault: BagDeclaration.Fault) -> Diagnostic {
    let place = bag.place(BagDeclaration.name, line: fault.line)
    switch fault {
    case .mark: return Diagnostic(.declarationMark, at: place)
    case .notUTF8: return Diagnostic(.tagNotText, at: place, ["encoding": "UTF-8"])
    case .versionLine(let found):
      return Diagnostic(.declarationLine, at: place, ["found": found, "wanted": "BagIt-Version: 1.0"])
    case .encodingLine(let found):
      return Diagnostic(
        .declarationLine, at: place, ["found": found, "wanted": "Tag-File-Character-Encoding: UTF-8"])
    case .unknownVersion(let found): return Diagnostic(.unknownVersion, at: place, ["found": found])
    case .unknownEncoding(let found): return Diagnostic(.unknownEncoding, at: place, ["found": found])
    case .lines(let count):
      // The drafts did not say that nothing else may stand there.
      return Diagnostic(
        .declarationLines, bag.version < .current ? .warning : .error, at: place, ["found": String(count)])
    case .unended: return Diagnostic(.declarationUnended, .warning, at: place)
    }
  }

  private func reportInfo(findings: inout Findings) {
    let severity: Severity = bag.version < .current ? .warning : .error
    for line in bag.info.brokenLines {
      findings.add(Diagnostic(.infoLine, severity, at: bag.place(bag.version.infoName, line: line)))
    }
    for line in bag.info.looseLines {
      findings.add(Diagnostic(.infoBlank, .remark, at: bag.place(bag.version.infoName, line: line)))
    }
  }

  private func bytes(_ name: String, findings: inout Findings) throws(OutputError) -> [UInt8]? {
    guard let entry = bag.files[BagPath(name)] else { return nil }
    let bytes = try source.bytes(of: entry, limit: Bag.tagLimit)
    if bytes == nil {
      findings.add(Diagnostic(.tagTooLarge, at: bag.place(name), ["limit": String(Bag.tagLimit)]))
    }
    return bytes
  }

  private func text(_ name: String, findings: inout Findings) throws(OutputError) -> TagText? {
    guard let bytes = try bytes(name, findings: &findings) else { return nil }
    let decoded = bag.encoding.utf8(bytes)
    if decoded == nil {
      findings.add(Diagnostic(.tagNotText, at: bag.place(name), ["encoding": bag.encoding.name]))
    }
    // Bytes that are not what is declared may still name files of the same bytes.
    let text = TagText(utf8: decoded ?? bytes)
    if text.hadMark { findings.add(Diagnostic(.tagMark, .warning, at: bag.place(name))) }
    return text
  }
}
