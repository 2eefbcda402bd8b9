import Common

/// A file of the content or theme folder, read whole.
package struct SourceFile: Sendable {
  /// As findings name it: relative to where the command runs, `content/site.yaml`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
