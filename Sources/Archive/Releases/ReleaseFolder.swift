import Output

/// A release's files in a folder: its own, or a temporary one that goes with the value.
package struct ReleaseFolder: ~Copyable {
  package let path: String
  private let isTemporary: Bool

  /// Unpacks what is no folder: the sources, which is what a release is made again from.
  ///
  /// - Complexity: O(bytes) for a packed release.
  package init(_ reader: ReleaseReader) throws(OutputError) {
    (path, isTemporary) = try Self.prepare(reader)
  }

  private static func prepare(
    _ reader: ReleaseReader
  ) throws(OutputError) -> (path: String, isTemporary: Bool) {
    if let folder = reader.folder { return (folder, false) }
    let path = try TemporaryFolder.make()
    do throws(OutputError) {
      try reader.packed?.unpack(below: "data/source/", into: path)
    } catch {
      try? FolderTree.remove(path)
      throw error
    }
    return (path, true)
  }

  deinit {
    if isTemporary { try? FolderTree.remove(path) }
  }
}
