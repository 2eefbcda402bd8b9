/// A template as it was read.
package struct TemplateFile: Sendable {
  /// The path as the user would type it.
  package var path: String
  /// What partials and roots call it, `layouts/page`.
  package var name: String
  /// UTF-8, checked when it was read.
  package var bytes: [UInt8]

  package init(path: String, name: String, bytes: [UInt8]) {
    self.path = path
    self.name = name
    self.bytes = bytes
  }
}

/// A template that pages are made with, and the schema of what fills it.
package struct TemplateRoot: Sendable {
  package var name: String
  package var schema: Schema

  package init(_ name: String, _ schema: Schema) {
    self.name = name
    self.schema = schema
  }
}
