/// What names entries of an archive may have.
package enum EntryName {
  /// Whether a path stays below the folder it is unpacked into, on every system.
  package static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.utf8.contains(0) else { return false }
    let parts = name.split(separator: "/", omittingEmptySubsequences: true)
    // `C:` and `a:b` mean a drive or a stream on Windows.
    return !parts.isEmpty && !parts.contains { $0 == ".." || $0.utf8.contains(0x3A) }
  }
}
