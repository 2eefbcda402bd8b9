import Common
import Output
import Packing

/// What a packed file lists, and the tag files of the bag in it.
struct PackedContents: Sendable {
  /// Below the bag's folder, in byte order.
  private(set) var entries: [BagEntry] = []
  /// What is wrong with the packed file itself.
  private(set) var findings: [Diagnostic] = []
  /// By path: the contents of small files at the bag's top.
  private(set) var tagFiles: [BagPath: [UInt8]] = [:]
  /// The folder that holds the bag, with a slash; empty where the bag is the top.
  private var top: [UInt8] = []
  /// One more name of a file: the file it is a name of.
  private var targets: [BagPath: BagPath] = [:]

  /// So much of tag files is kept in memory.
  private static let keptBytes = 64 << 20

  /// - Returns: `nil` when the file is no tar, tar.gz or zip.
  init?(path: String) throws(OutputError) {
    var listed: [(path: BagPath, entry: PackedFileReader.Entry)] = []
    var kept: [BagPath: [UInt8]] = [:]
    var room = Self.keptBytes
    var isPacked = false
    var faults: [Diagnostic] = []
    let hasName = PackedFormat(fileName: path) != nil
    try Self.reading(path, orElse: { isPacked = hasName }) { reader throws(OutputError) in
      while true {
        do throws(OutputError) {
          guard let entry = try Self.next(&reader, path) else {
            return isPacked = isPacked || !listed.isEmpty
          }
          isPacked = true
          guard let name = Self.name(entry.name, path, &faults) else { continue }
          listed.append((name, entry))
          guard entry.kind == .file, Self.isTagFile(name), entry.size <= room else { continue }
          var bytes: [UInt8] = []
          try Self.eachPiece(of: &reader, path) { chunk in
            if bytes.count <= Self.keptBytes { bytes.append(contentsOf: chunk) }
          }
          room -= bytes.count
          if kept[name] == nil, room >= 0 { kept[name] = bytes }
        } catch {
          // Without a single entry it is no archive at all; else it ends too early.
          if isPacked {
            faults.append(
              Diagnostic(.packedDamaged, at: Location(file: path), ["problem": error.description]))
          }
          return
        }
      }
    }
    guard isPacked else { return nil }
    if listed.isEmpty, faults.isEmpty { faults = [Diagnostic(.packedDamaged, at: Location(file: path))] }
    findings = faults
    top = Self.top(of: listed.map(\.path))
    add(listed, in: path)
    for (name, bytes) in kept { if let below = below(name) { tagFiles[below] = bytes } }
  }

  /// The file whose bytes a path has.
  func target(of path: BagPath) -> BagPath { targets[path] ?? path }

  /// Where an entry of the packed file lies in the bag.
  func path(of name: [UInt8]) -> BagPath? {
    var ignored: [Diagnostic] = []
    return Self.name(name, "", &ignored).flatMap { below($0) }
  }

  private func below(_ path: BagPath) -> BagPath? {
    path.bytes.starts(with: top) && path.bytes.count > top.count
      ? BagPath(bytes: path.bytes.dropFirst(top.count)) : nil
  }

  private mutating func add(_ listed: [(path: BagPath, entry: PackedFileReader.Entry)], in file: String) {
    var seen: [BagPath: BagEntry] = [:]
    var outside = 0
    for (whole, entry) in listed {
      guard let path = below(whole) else {
        if entry.kind != .folder { outside += 1 }
        continue
      }
      let place = Location(file: "\(file)/\(path)")
      if let first = seen[path] {
        // A reader takes the first, another the last: they would not agree on what is in it.
        if entry.kind != .folder || first.kind != .folder {
          findings.append(Diagnostic(.packedTwice, at: place))
        }
        continue
      }
      let known = seen
      seen[path] = make(entry, path, known)
    }
    if outside > 0 {
      findings.append(
        Diagnostic(.packedOutside, .warning, at: Location(file: file), ["files": String(outside)]))
    }
    entries = seen.values.sorted { $0.path < $1.path }
  }

  private mutating func make(
    _ entry: PackedFileReader.Entry, _ path: BagPath, _ seen: [BagPath: BagEntry]
  ) -> BagEntry {
    switch entry.kind {
    case .file: return BagEntry(path: path, kind: .file, size: entry.size)
    case .folder: return BagEntry(path: path, kind: .folder, size: 0)
    case .symbolicLink: return BagEntry(path: path, kind: .link(staysInside: false), size: 0)
    case .special: return BagEntry(path: path, kind: .special, size: 0)
    case .link(let name):
      guard let first = self.path(of: name), let target = seen[first], target.kind == .file else {
        return BagEntry(path: path, kind: .link(staysInside: false), size: 0)
      }
      targets[path] = self.target(of: first)
      return BagEntry(path: path, kind: .file, size: target.size)
    }
  }

  /// A name as a path; one that leaves the folder it is unpacked into is a finding, and is not looked at any more.
  private static func name(_ raw: [UInt8], _ file: String, _ faults: inout [Diagnostic]) -> BagPath? {
    let straight = BagPath.straight(raw).0
    if straight.isEmpty { return nil }
    guard BagPath.fault(of: raw) == nil else {
      faults.append(
        Diagnostic(.pathLeavesBag, at: Location(file: file), ["path": String(decoding: raw, as: UTF8.self)]))
      return nil
    }
    return BagPath(bytes: straight)
  }

  private static func isTagFile(_ path: BagPath) -> Bool {
    path.bytes.count { $0 == 0x2F } <= 1 && path.bytes.suffix(4).elementsEqual(".txt".utf8)
  }

  /// The folder with the bag's declaration: the top, or else the only one below it that has one. Without any, the one
  /// folder that holds everything.
  private static func top(of paths: [BagPath]) -> [UInt8] {
    let declarations = paths.filter { $0.name.elementsEqual(BagDeclaration.name.utf8) }
    if declarations.contains(where: \.isAtTop) { return [] }
    let below = Set(declarations.filter { $0.bytes.count { $0 == 0x2F } == 1 })
    let candidates = below.isEmpty ? Set(paths) : below
    let tops = Set(candidates.map { $0.bytes.prefix { $0 != 0x2F } })
    guard tops.count == 1, let top = tops.first, candidates.contains(where: { !$0.isAtTop }) else {
      return []
    }
    return Array(top) + [0x2F]
  }
}

extension PackedContents {
  /// - Parameter refused: Is called instead when the file is no archive.
  static func reading(
    _ path: String, orElse refused: () -> Void = {},
    _ body: (inout PackedFileReader) throws(OutputError) -> Void
  ) throws(OutputError) {
    var reader: PackedFileReader
    do throws(PackedTrouble) {
      reader = try PackedFileReader(path: path)
    } catch {
      guard error.code == 0 else { throw OutputError(error, action: "read", path: path) }
      return refused()
    }
    try body(&reader)
  }

  static func next(
    _ reader: inout PackedFileReader, _ path: String
  ) throws(OutputError) -> PackedFileReader.Entry? {
    do throws(PackedTrouble) { return try reader.next() } catch {
      throw OutputError(error, action: "read", path: path)
    }
  }

  /// Lends the bytes of the entry that came last.
  static func eachPiece(
    of reader: inout PackedFileReader, _ path: String,
    _ body: (UnsafeRawBufferPointer) throws(OutputError) -> Void
  ) throws(OutputError) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count: Int
      do throws(PackedTrouble) { count = try reader.read(into: room) } catch {
        throw OutputError(error, action: "read", path: path)
      }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }
}
