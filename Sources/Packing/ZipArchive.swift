/// A zip in memory: what it holds, and the data of the entries that are asked for.
package struct ZipArchive: Sendable {
  /// In the order in which their data stand.
  package let entries: [PackedEntry]
  private let bytes: [UInt8]
  private let limits: PackingLimits

  /// Reads the directory.
  ///
  /// - Throws: when the bytes are no zip, or it is broken, encrypted, over a limit, or has names that leave it.
  /// - Complexity: O(n log n) in entries.
  package init(_ bytes: [UInt8], limits: PackingLimits = .standard) throws(PackingError) {
    self.bytes = bytes
    self.limits = limits
    entries = try Self.withReader(bytes) { reader throws(PackingError) in
      var entries: [PackedEntry] = []
      var names: Set<String> = []
      while let entry = try reader.next() {
        guard entries.count < limits.entries else { throw .tooManyEntries(limit: limits.entries) }
        // Names differ in more than case: readers that take one of two, each its own, would not agree on what is in it.
        guard names.insert(entry.name.lowercased()).inserted else { throw .nameTwice(entry.name) }
        entries.append(entry)
      }
      return entries
    }
  }

  /// Unpacks some of the entries, each once, in the order in which they stand.
  ///
  /// - Parameters:
  ///   - wanted: indices into ``entries``.
  ///   - body: is lent the data; what it leaves unread is passed over.
  /// - Complexity: O(entries + bytes read).
  package func read(
    _ wanted: Set<Int>, _ body: (Int, inout EntryStream) throws(PackingError) -> Void
  ) throws(PackingError) {
    guard let last = wanted.max() else { return }
    try Self.withReader(bytes) { reader throws(PackingError) in
      var index = 0
      while index <= last, let entry = try reader.next() {
        if wanted.contains(index) {
          var stream = reader.stream(entry, limits: limits)
          try body(index, &stream)
        }
        index += 1
      }
    }
  }

  private static func withReader<Result>(
    _ bytes: [UInt8], _ body: (inout ZipReader) throws(PackingError) -> Result
  ) throws(PackingError) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(PackingError) in
      var reader = try ZipReader(UnsafeRawBufferPointer(buffer))
      return try body(&reader)
    }
  }
}
