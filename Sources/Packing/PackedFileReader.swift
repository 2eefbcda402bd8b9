internal import CArchive

/// Reads a tar, tar.gz or zip from beginning to end, as it lies on the disk; nothing is unpacked.
package struct PackedFileReader: ~Copyable {
  private let archive: OpaquePointer
  private let locale: UTF8Locale

  /// What stands under a name.
  package enum Kind: Hashable, Sendable {
    case file, folder, symbolicLink
    /// One more name of an earlier entry.
    case link(to: [UInt8])
    case special
  }

  package struct Entry: Hashable, Sendable {
    /// As the archive has it, safe or not.
    package var name: [UInt8]
    package var kind: Kind
    /// Bytes, as the header says.
    package var size: Int
  }

  /// - Throws: when the file cannot be opened. One that is no archive is so at the first entry.
  package init(path: String) throws(PackedTrouble) {
    archive = try Self.open(path)
    locale = UTF8Locale()
  }

  private static func open(_ path: String) throws(PackedTrouble) -> OpaquePointer {
    guard let archive = archive_read_new() else { throw PackedTrouble(code: 0, text: "archive_read_new") }
    archive_read_support_filter_gzip(archive)
    archive_read_support_format_tar(archive)
    // By the directory at its end only: a zip without one is not whole.
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_filename(archive, path, 1 << 17) == ARCHIVE_OK else {
      let trouble = PackedTrouble(of: archive)
      archive_read_free(archive)
      throw trouble
    }
    return archive
  }

  deinit {
    archive_read_free(archive)
  }

  /// The next entry; `nil` behind the last one.
  package mutating func next() throws(PackedTrouble) -> Entry? {
    var header: OpaquePointer?
    let status = archive_read_next_header(archive, &header)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let header else { throw PackedTrouble(of: archive) }
    let name = (archive_entry_pathname(header) ?? archive_entry_pathname_utf8(header)).map(Self.bytes) ?? []
    let link = (archive_entry_hardlink(header) ?? archive_entry_hardlink_utf8(header)).map(Self.bytes)
    return Entry(name: name, kind: kind(header, name, link), size: Int(archive_entry_size(header)))
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    while text[bytes.count] != 0 { bytes.append(UInt8(bitPattern: text[bytes.count])) }
    return bytes
  }

  private func kind(_ header: OpaquePointer, _ name: [UInt8], _ link: [UInt8]?) -> Kind {
    if let link { return .link(to: link) }
    if name.last == 0x2F { return .folder }
    return switch archive_entry_filetype(header) {
    case 0o100000, 0: .file
    case 0o040000: .folder
    case 0o120000: .symbolicLink
    default: .special
    }
  }

  /// Fills a buffer, or less of it, with the data of the entry that came last.
  ///
  /// - Returns: how many bytes there were; 0 at the end.
  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(PackedTrouble) -> Int {
    guard let base = buffer.baseAddress, buffer.count > 0 else { return 0 }
    let count = archive_read_data(archive, base, buffer.count)
    // A checksum that does not hold is a warning to libarchive, and data nobody wrote to us.
    guard count >= 0 else { throw PackedTrouble(of: archive) }
    return count
  }
}
