/// Why a text is not read as XML, or no further.
package enum XMLError: Error, Hashable, Sendable {
  /// Not well-formed, over one of libxml2's limits, or its bytes ended early.
  case malformed(line: Int)
  /// It declares a document type: the door to entities and other files, and nothing that data need.
  case documentType
  case outOfMemory
}
