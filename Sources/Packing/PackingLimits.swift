/// How much an archive may hold before it is called harmful (SEMANTICS, rule 28).
package struct PackingLimits: Hashable, Sendable {
  package var entries: Int
  /// Bytes of one entry, unpacked.
  package var entryBytes: Int
  /// Bytes unpacked for each byte packed, once ``ratioFrom`` bytes have been unpacked.
  package var ratio: Int
  /// Below so many bytes no ratio is harmful.
  package var ratioFrom: Int

  package init(
    entries: Int = 65_536, entryBytes: Int = 1 << 30, ratio: Int = 1_000, ratioFrom: Int = 1 << 20
  ) {
    self.entries = entries
    self.entryBytes = entryBytes
    self.ratio = ratio
    self.ratioFrom = ratioFrom
  }

  package static let standard = PackingLimits()
}
