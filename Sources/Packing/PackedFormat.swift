/// The archive formats that are written.
package enum PackedFormat: Hashable, Sendable, CaseIterable {
  case tar, tarGzip, zip

  /// By a file's name: `.tar`, `.tar.gz`, `.tgz`, `.zip`.
  package init?(fileName: String) {
    let name = fileName.lowercased()
    if name.hasSuffix(".tar") {
      self = .tar
    } else if name.hasSuffix(".tar.gz") || name.hasSuffix(".tgz") {
      self = .tarGzip
    } else if name.hasSuffix(".zip") {
      self = .zip
    } else {
      return nil
    }
  }
}
