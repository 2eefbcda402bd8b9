internal import CArchive

/// Writes an archive that is the same bytes for the same contents: nothing in it depends on who writes it, where and when.
///
/// Owners are 0, modes 0644; a tar's files all have one time, a zip's have none, since zip keeps local time. A tar is
/// ustar with a pax header only where a name is long or not ASCII.
package struct PackedFileWriter: ~Copyable {
  private let archive: OpaquePointer
  private let entry: OpaquePointer
  private let format: PackedFormat
  private let seconds: Int
  private let locale: UTF8Locale

  /// - Parameters:
  ///   - descriptor: An open file of the system; it stays the caller's to close.
  ///   - seconds: Since 1970: when the files are said to have been written.
  package init(to descriptor: Int32, format: PackedFormat, seconds: Int) throws(PackedTrouble) {
    (archive, entry) = try UTF8Locale.during { () throws(PackedTrouble) in
      try Self.open(descriptor, format)
    }
    self.format = format
    self.seconds = seconds
    locale = UTF8Locale()
  }

  private static func open(
    _ descriptor: Int32, _ format: PackedFormat
  ) throws(PackedTrouble) -> (archive: OpaquePointer, entry: OpaquePointer) {
    guard let archive = archive_write_new() else { throw PackedTrouble(code: 0, text: "archive_write_new") }
    guard prepare(archive, format), archive_write_open_fd(archive, descriptor) == ARCHIVE_OK,
      let entry = archive_entry_new()
    else {
      let trouble = PackedTrouble(of: archive)
      archive_write_free(archive)
      throw trouble
    }
    return (archive, entry)
  }

  deinit {
    archive_entry_free(entry)
    archive_write_free(archive)
  }

  private static func prepare(_ archive: OpaquePointer, _ format: PackedFormat) -> Bool {
    switch format {
    case .tar: return archive_write_set_format_pax_restricted(archive) == ARCHIVE_OK
    case .tarGzip:
      return archive_write_set_format_pax_restricted(archive) == ARCHIVE_OK
        && archive_write_add_filter_gzip(archive) == ARCHIVE_OK
        && archive_write_set_filter_option(archive, "gzip", "compression-level", "9") == ARCHIVE_OK
        && archive_write_set_filter_option(archive, "gzip", "timestamp", nil) == ARCHIVE_OK
    case .zip:
      return archive_write_set_format_zip(archive) == ARCHIVE_OK
        && archive_write_set_format_option(archive, "zip", "hdrcharset", "UTF-8") == ARCHIVE_OK
        && archive_write_set_format_option(archive, "zip", "compression", "deflate") == ARCHIVE_OK
    }
  }

  private var trouble: PackedTrouble { PackedTrouble(of: archive) }

  /// Begins a file; its bytes follow by ``write(_:)``.
  ///
  /// - Parameter name: With `/` between its parts.
  package mutating func begin(_ name: String, size: Int) throws(PackedTrouble) {
    archive_entry_clear(entry)
    archive_entry_set_pathname_utf8(entry, name)
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_size(entry, Int64(size))
    if format != .zip { archive_entry_set_mtime(entry, seconds, 0) }
    guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw trouble }
  }

  /// - Complexity: O(bytes)
  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(PackedTrouble) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = archive_write_data(archive, base, rest.count)
      // Of more than was announced nothing is taken.
      guard count > 0 else { throw trouble }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Writes what stands behind the last file.
  package mutating func finish() throws(PackedTrouble) {
    guard archive_write_close(archive) == ARCHIVE_OK else { throw trouble }
  }
}

extension PackedTrouble {
  init(of archive: OpaquePointer) {
    let number = archive_errno(archive)
    // libarchive's own numbers, such as those of a format that is broken, are negative or EILSEQ.
    self.init(
      code: number > 0 && number != 84 ? number : 0,
      text: archive_error_string(archive).map { String(cString: $0) } ?? "")
  }
}
