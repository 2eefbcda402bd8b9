import Digests
import Glibc
import Output
import Packing

/// The compressed files that go beside the pages of a build: kept with it, so that each is made once.
struct PackedFiles: Sendable {
  /// Text that gzip makes a few times smaller.
  static let endings = ["html", "css", "js", "svg", "json", "csv", "xml", "txt", "webmanifest"]
  /// Bytes below which a compressed file saves nothing: an answer fills one packet in any case.
  static let least = 512

  let path: String
  private let pages: String

  init(folder: OutputFolder) {
    pages = folder.path
    path = folder.path + "/" + OutputFolder.stateFolder + "/packed"
  }

  static func isWorth(_ address: String, size: Int) -> Bool {
    size >= least && endings.contains { address.hasSuffix("." + $0) }
  }

  /// Makes what is missing or out of date, and removes what no page has any more.
  ///
  /// A compressed file is known by the digest of what it was made from: it is never older than that.
  /// - Returns: the compressed files, each smaller than what it was made from.
  func update(_ manifest: Manifest, jobs: Int) async throws(PublishError) -> Manifest {
    try PublishError.output { () throws(OutputError) in try OutputFolder.createFolders(path) }
    let known = try PublishError.output { () throws(OutputError) in
      Index(bytes: try Directory(path: path).read(Self.index) ?? [])
    }
    // Where the site has a file of that name itself, that is what is sent.
    let wanted = manifest.entries.filter {
      Self.isWorth($0.key, size: $0.value.size) && manifest.entries[$0.key + ".gz"] == nil
    }
    .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let outcomes = await Workers.run(items: wanted.count, jobs: jobs) { range in
      Result { () throws(PublishError) -> [Index.Line] in
        var lines: [Index.Line] = []
        for (address, entry) in wanted[range] {
          lines.append(try line(of: address, entry, known: known.lines[address]))
        }
        return lines
      }
    }
    var index = Index()
    for outcome in outcomes {
      for line in try outcome.get() { index.lines[line.address] = line }
    }
    try PublishError.output { () throws(OutputError) in
      let top = try Directory(path: path)
      try top.replace(Self.index, with: index.bytes)
      for address in known.lines.keys where index.lines[address]?.packed == nil {
        _ = try OutputFolder.remove(address + ".gz", below: top)
      }
    }
    var packed = Manifest()
    for line in index.lines.values {
      if let entry = line.packed { packed.entries[line.address + ".gz"] = entry }
    }
    return packed
  }

  /// Beside addresses, which never begin with a dot.
  private static let index = ".index"

  private func line(
    of address: String, _ entry: Manifest.Entry, known: Index.Line?
  ) throws(PublishError) -> Index.Line {
    if let known, known.source == entry.digest, try isThere(known) { return known }
    let read: [UInt8]?
    do throws(OutputError) {
      read = try OutputFolder.read(address, below: Directory(path: pages))
    } catch {
      throw .trouble(error)
    }
    guard let bytes = read, Digest(of: bytes) == entry.digest else { throw .sourceChanged(address: address) }
    guard let packed = Gzip.compressed(bytes) else { throw .notCompressed(address: address) }
    guard packed.count < bytes.count else {
      return Index.Line(address: address, source: entry.digest, packed: nil)
    }
    do throws(OutputError) {
      try OutputFolder.write(packed, to: address + ".gz", below: Directory(path: path))
    } catch {
      throw .trouble(error)
    }
    return Index.Line(
      address: address, source: entry.digest,
      packed: Manifest.Entry(digest: Digest(of: packed), size: packed.count))
  }

  private func isThere(_ line: Index.Line) throws(PublishError) -> Bool {
    guard let packed = line.packed else { return true }
    do throws(OutputError) {
      guard
        case .file(packed.size, _, _) = try OutputFolder.standing(
          at: line.address + ".gz", below: Directory(path: path))
      else { return false }
      let bytes = try OutputFolder.read(line.address + ".gz", below: Directory(path: path))
      return bytes.map { Digest(of: $0) } == packed.digest
    } catch {
      throw .trouble(error)
    }
  }
}
