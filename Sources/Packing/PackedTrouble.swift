/// Why a packed file cannot be read or written on.
package struct PackedTrouble: Error, Hashable, Sendable {
  /// The system's number; 0 where the trouble is the file's own.
  package var code: Int32
  /// In libarchive's words.
  package var text: String

  package init(code: Int32, text: String) {
    self.code = code
    self.text = text
  }
}
