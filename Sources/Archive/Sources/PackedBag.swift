import Common
import Digests
import Output
import Packing

/// A bag in a tar, tar.gz or zip: in its one folder, or at its top. Nothing of it is unpacked to be read.
package struct PackedBag: BagSource {
  package let name: String
  private let path: String
  private let contents: PackedContents

  /// - Returns: `nil` when the file is no such archive.
  /// - Throws: When it cannot be opened.
  /// - Complexity: O(bytes)
  package init?(path: String) throws(OutputError) {
    guard let contents = try PackedContents(path: path) else { return nil }
    name = path
    self.path = path
    self.contents = contents
  }

  package func entries(findings: inout Findings) throws(OutputError) -> [BagEntry] {
    for finding in contents.findings { findings.add(finding) }
    return contents.entries
  }

  package func bytes(of entry: BagEntry, limit: Int) throws(OutputError) -> [UInt8]? {
    guard entry.size <= limit else { return nil }
    if let kept = contents.tagFiles[entry.path] { return kept }
    var bytes: [UInt8] = []
    var isFound = false
    try read([contents.target(of: entry.path)]) { _, chunk throws(OutputError) in
      isFound = true
      if let chunk { bytes.append(contentsOf: chunk) }
    }
    guard isFound else { throw OutputError(action: "read", path: "\(path)/\(entry.path)", code: 5) }
    return bytes
  }

  package func digests(_ wanted: [WantedDigest], jobs: Int) async -> [DigestOutcome] {
    var places: [BagPath: [Int]] = [:]
    for (place, want) in wanted.enumerated() {
      places[contents.target(of: want.entry.path), default: []].append(place)
    }
    var outcomes: [DigestOutcome?] = Array(repeating: nil, count: wanted.count)
    var sums = PackedDigests()
    var problem = "—"
    do throws(OutputError) {
      try read(Set(places.keys)) { path, chunk throws(OutputError) in
        if let chunk { return sums.update(chunk) }
        for (place, outcome) in sums.turn(to: path, of: places[path] ?? [], wanted) {
          outcomes[place] = outcome
        }
      }
    } catch {
      problem = error.description
      sums.fail()
    }
    for (place, outcome) in sums.turn(to: nil, of: [], wanted) { outcomes[place] = outcome }
    return outcomes.map { $0 ?? .unreadable(problem) }
  }

  /// Lends the bytes of some files, one behind the other.
  ///
  /// - Parameter body: Is told of each file as it begins, without bytes, and then of its pieces.
  /// - Complexity: O(bytes)
  private func read(
    _ wanted: Set<BagPath>,
    _ body: (BagPath, UnsafeRawBufferPointer?) throws(OutputError) -> Void
  ) throws(OutputError) {
    var left = wanted
    try PackedContents.reading(path) { reader throws(OutputError) in
      while !left.isEmpty, let entry = try PackedContents.next(&reader, path) {
        guard entry.kind == .file, let file = contents.path(of: entry.name), left.remove(file) != nil else {
          continue
        }
        try body(file, nil)
        try PackedContents.eachPiece(of: &reader, path) { chunk throws(OutputError) in try body(file, chunk) }
      }
    }
  }

  /// Writes the files below a folder of the bag into a folder of the system, which has nothing in it yet. Names that are
  /// not safe, and links, are not written.
  func unpack(below top: String, into folder: String) throws(OutputError) {
    let files = contents.entries.filter { $0.isReadable && $0.path.bytes.starts(with: top.utf8) }.map(\.path)
    let targets = Dictionary(grouping: files, by: contents.target)
    let staging = Staging(folder: folder, previous: nil)
    for (target, names) in targets where names.allSatisfy({ BagPath.fault(of: $0.bytes) == nil }) {
      // Two names of one file are two files.
      for name in names where name != target { _ = try staging.write(try bytes(of: target), to: name) }
    }
    let own = Set(files.filter { contents.target(of: $0) == $0 && BagPath.fault(of: $0.bytes) == nil })
    var current: (path: BagPath, bytes: [UInt8])?
    func flush() throws(OutputError) {
      if let (path, bytes) = current { _ = try staging.write(bytes, to: path) }
    }
    try read(own) { path, chunk throws(OutputError) in
      if let chunk {
        current?.bytes.append(contentsOf: chunk)
      } else {
        try flush()
        current = (path, [])
      }
    }
    try flush()
  }

  private func bytes(of path: BagPath) throws(OutputError) -> [UInt8] {
    try bytes(of: BagEntry(path: path, kind: .file, size: 0), limit: .max) ?? []
  }
}

/// The digests of the file that is being read.
private struct PackedDigests: ~Copyable {
  private var stream: DigestStream?
  private var places: [Int] = []
  private var algorithms: [[DigestAlgorithm]] = []

  mutating func update(_ chunk: UnsafeRawBufferPointer) {
    stream?.update(chunk)
  }

  /// Forgets the file: it could not be read to its end.
  mutating func fail() {
    stream = nil
    places = []
  }

  /// Ends the file that was read and begins another.
  mutating func turn(to path: BagPath?, of next: [Int], _ wanted: [WantedDigest]) -> [(Int, DigestOutcome)] {
    var ended: [(Int, DigestOutcome)] = []
    if let stream = stream.take() {
      let count = stream.count
      let digests = stream.finish()
      ended = places.map { ($0, .read(digests, count: count)) }
    }
    places = next
    if path != nil {
      let algorithms = Set(next.flatMap { wanted[$0].algorithms })
      stream = DigestStream(algorithms.sorted())
    }
    return ended
  }
}
