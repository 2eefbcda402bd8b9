internal import CArchive

/// libarchive's reader over the bytes of a zip: the headers one behind the other, by the zip's own directory.
struct ZipReader: ~Copyable {
  private let archive: OpaquePointer
  private let locale: UTF8Locale

  /// - Parameter bytes: valid for as long as the reader lives.
  init(_ bytes: UnsafeRawBufferPointer) throws(PackingError) {
    guard let archive = Self.open(bytes) else { throw .notAnArchive }
    self.archive = archive
    locale = UTF8Locale()
  }

  private static func open(_ bytes: UnsafeRawBufferPointer) -> OpaquePointer? {
    guard let archive = archive_read_new() else { return nil }
    // Only what is found by the directory at the end: a zip without one is not whole.
    archive_read_support_format_zip_seekable(archive)
    if archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK { return archive }
    archive_read_free(archive)
    return nil
  }

  deinit {
    archive_read_free(archive)
  }

  /// The next entry; `nil` behind the last one.
  mutating func next() throws(PackingError) -> PackedEntry? {
    var header: OpaquePointer?
    let status = archive_read_next_header(archive, &header)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let header else {
      throw archive_format(archive) == 0 ? .notAnArchive : .damaged(entry: nil)
    }
    guard let raw = archive_entry_pathname_utf8(header) ?? archive_entry_pathname(header) else {
      throw .damaged(entry: nil)
    }
    // Some programs on Windows wrote backslashes, against the specification.
    let name = String(decoding: String(cString: raw).utf8.map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self)
    guard EntryName.isSafe(name) else { throw .unsafeName(name) }
    guard archive_entry_is_encrypted(header) == 0 else { throw .encrypted(entry: name) }
    let size = archive_entry_size_is_set(header) == 0 ? nil : Int(archive_entry_size(header))
    return PackedEntry(name: name, size: size, isFolder: name.hasSuffix("/"))
  }

  /// The data of the entry that came last.
  func stream(_ entry: PackedEntry, limits: PackingLimits) -> EntryStream {
    EntryStream(archive, name: entry.name, limits: limits)
  }
}
