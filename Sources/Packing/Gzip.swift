internal import CArchive

/// gzip (RFC 1952) as web servers send it, by libarchive.
package enum Gzip {
  /// The bytes compressed at level 9, without a name and without a time: the same bytes give the same bytes.
  ///
  /// - Returns: `nil` when the library refuses, as for want of memory.
  /// - Complexity: O(bytes)
  package static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard let archive = archive_write_new() else { return nil }
    defer { archive_write_free(archive) }
    // What deflate cannot make smaller it stores, in blocks with a few bytes each.
    let bound = bytes.count + bytes.count / 64 + 4096
    var count = 0
    var isWhole = false
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, filled in
      isWhole = write(bytes, to: archive, buffer: buffer, count: &count)
      filled = isWhole ? count : 0
    }
    return isWhole ? packed : nil
  }

  private static func write(
    _ bytes: [UInt8], to archive: OpaquePointer, buffer: UnsafeMutableBufferPointer<UInt8>, count: inout Int
  ) -> Bool {
    guard let entry = archive_entry_new() else { return false }
    defer { archive_entry_free(entry) }
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_pathname(entry, "data")
    guard archive_write_add_filter_gzip(archive) == ARCHIVE_OK,
      archive_write_set_filter_option(archive, "gzip", "compression-level", "9") == ARCHIVE_OK,
      archive_write_set_filter_option(archive, "gzip", "timestamp", nil) == ARCHIVE_OK,
      archive_write_set_format_raw(archive) == ARCHIVE_OK,
      archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &count) == ARCHIVE_OK,
      archive_write_header(archive, entry) == ARCHIVE_OK
    else { return false }
    var written = 0
    while written < bytes.count {
      let more = bytes.withUnsafeBytes { data in
        archive_write_data(archive, data.baseAddress?.advanced(by: written), data.count - written)
      }
      guard more > 0 else { return false }
      written += more
    }
    return archive_write_close(archive) == ARCHIVE_OK
  }
}
