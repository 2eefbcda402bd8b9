internal import CArchive

/// The unpacked bytes of one entry, from its start to its end.
package struct EntryStream: ~Copyable {
  private let archive: OpaquePointer
  private let name: String
  private let limits: PackingLimits
  /// Where the entry's data begin in the archive.
  private let start: Int64
  private var unpacked = 0
  /// Why the bytes end before the entry does.
  package private(set) var failure: PackingError?

  init(_ archive: OpaquePointer, name: String, limits: PackingLimits) {
    self.archive = archive
    self.name = name
    self.limits = limits
    start = archive_filter_bytes(archive, 0)
  }

  /// Fills a buffer, or less of it.
  ///
  /// - Returns: how many bytes there were; 0 at the end; -1 when ``failure`` says why there are no more.
  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard failure == nil else { return -1 }
    guard let base = buffer.baseAddress, buffer.count > 0 else { return 0 }
    let count = archive_read_data(archive, base, buffer.count)
    // A checksum that does not hold is a warning to libarchive, and data nobody wrote to us.
    guard count >= 0 else { return fail(.damaged(entry: name)) }
    unpacked += count
    if unpacked > limits.entryBytes { return fail(.entryTooLarge(name, limit: limits.entryBytes)) }
    if unpacked > limits.ratioFrom {
      let packed = max(1, Int(archive_filter_bytes(archive, 0) - start))
      if unpacked / packed >= limits.ratio { return fail(.ratioTooHigh(name, limit: limits.ratio)) }
    }
    return count
  }

  /// The rest of the entry.
  ///
  /// - Returns: `nil` when ``failure`` says why not.
  /// - Complexity: O(n); never more than the limit is held.
  package mutating func readAll() -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = max(0, read(into: UnsafeMutableRawBufferPointer(buffer)))
      }
      if failure != nil { return nil }
      if chunk.isEmpty { return bytes }
      bytes.append(contentsOf: chunk)
    }
  }

  private mutating func fail(_ error: PackingError) -> Int {
    failure = error
    return -1
  }
}
