/// An entry of an archive, as its header describes it.
package struct PackedEntry: Hashable, Sendable {
  /// With `/` between its parts.
  package var name: String
  /// Bytes, unpacked, as the header says; the data may be of another size. `nil` where it does not say.
  package var size: Int?
  package var isFolder: Bool

  package init(name: String, size: Int?, isFolder: Bool) {
    self.name = name
    self.size = size
    self.isFolder = isFolder
  }
}
