import Common
import Output

/// A bag as far as its tag files tell, with all that stands in it.
struct Bag: Sendable {
  /// Bytes of a tag file that is read whole.
  static let tagLimit = 256 << 20

  let name: String
  /// That of the declaration, or RFC 8493's where it cannot be read.
  var version = BagVersion.current
  var encoding = TagEncoding.utf8
  var info = BagInfo()
  var manifests: [BagManifest] = []
  var fetch: FetchList?
  /// By path; links to files of the bag are among them.
  var files: [BagPath: BagEntry] = [:]
  /// Files by their names without normal form.
  var folded: [String: [BagPath]] = [:]
  var hasPayloadFolder = false
  /// Whether `bagit.txt` is there.
  var isBag = false

  init(name: String) {
    self.name = name
  }

  /// Where a file of the bag is, for findings.
  func place(_ path: String, line: Int? = nil) -> Location {
    let file = name + "/" + path
    return line.map { Location(file: file, line: $0, column: 1) } ?? Location(file: file)
  }

  func place(_ path: BagPath) -> Location { place(path.description) }

  /// Whether this program wrote it: such a bag has one form only, to the byte.
  var isOurs: Bool {
    info["Bag-Software-Agent"].contains { $0 == "jianbao" || $0.hasPrefix("jianbao ") } && version == .current
  }

  var payload: [BagEntry] { files.values.filter { $0.path.isPayload } }

  /// Reads what there is.
  static func read(_ source: some BagSource, findings: inout Findings) throws(OutputError) -> Bag {
    var bag = Bag(name: source.name)
    for entry in try source.entries(findings: &findings) { bag.add(entry, findings: &findings) }
    var reader = TagReader(source: source, bag: bag)
    try reader.read(findings: &findings)
    return reader.bag
  }

  private mutating func add(_ entry: BagEntry, findings: inout Findings) {
    switch entry.kind {
    case .folder:
      if entry.path == BagPath("data") { hasPayloadFolder = true }
      return
    case .special:
      findings.add(Diagnostic(.specialInBag, at: place(entry.path)))
      return
    case .link(let staysInside):
      findings.add(
        Diagnostic(
          staysInside ? .linkInside : .linkOutside, staysInside ? .warning : .error, at: place(entry.path)))
      if !staysInside { return }
    case .file: break
    }
    if entry.path.isPayload { hasPayloadFolder = true }
    files[entry.path] = entry
    folded[entry.path.folded, default: []].append(entry.path)
  }

  /// The file that a manifest means: by its bytes, then as older programs wrote it, then in another normal form.
  func file(_ written: BagPath.Written) -> (path: BagPath, isOtherForm: Bool)? {
    if files[written.path] != nil { return (written.path, false) }
    if files[written.undecoded] != nil { return (written.undecoded, false) }
    if let others = folded[written.path.folded], others.count == 1 { return (others[0], true) }
    return nil
  }
}
