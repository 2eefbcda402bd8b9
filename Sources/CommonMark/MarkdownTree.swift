internal import CCmark

/// A parsed CommonMark document: the owner of libcmark's tree.
///
/// Memory is libcmark's own. A bump allocator is faster by a third, but libcmark calls an allocator without a context,
/// so one of ours would need thread-local state behind every tree; at 150 MB/s it would save a site hundredths of a second.
package struct MarkdownTree: ~Copyable {
  /// Why a text is not parsed.
  package enum Refusal: Error, Hashable, Sendable {
    case tooLarge(bytes: Int)
    /// One paragraph opens so many images and closes so many links that libcmark would need its square in time.
    case tooManyImages(line: Int)
    case outOfMemory
  }

  /// The most bytes a document may have.
  package static let sizeLimit = 1 << 20

  private let root: OpaquePointer

  /// Parses UTF-8 that holds no NUL; both have been checked by who read the file.
  ///
  /// Quotes and dashes stay as they are written: libcmark's smart punctuation is wrong for Chinese.
  /// - Throws: ``Refusal`` when the text is over a limit.
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8], sizeLimit: Int = MarkdownTree.sizeLimit) throws(Refusal) {
    guard bytes.count <= sizeLimit else { throw .tooLarge(bytes: bytes.count) }
    if let line = ImageStackGuard.firstCostlyLine(in: bytes) { throw .tooManyImages(line: line) }
    let parsed = bytes.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let parsed else { throw .outOfMemory }
    root = parsed
  }

  deinit {
    cmark_node_free(root)
  }

  /// Visits each node in document order: containers when entered and when left, leaves once.
  ///
  /// - Complexity: O(nodes), without recursion: depth costs no stack.
  package func forEach(_ body: (borrowing MarkdownEvent) -> Void) {
    MarkdownEvent.walk(root, body)
  }

  /// The document as libcmark itself prints it. Unless `unsafe`, raw HTML and dangerous addresses are left out.
  package func html(unsafe: Bool) -> [UInt8] {
    guard let text = cmark_render_html(root, unsafe ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return MarkdownEvent.bytes(text)
  }
}

/// CommonMark to HTML by libcmark alone, as the specification's examples expect it with `unsafe`.
///
/// - Throws: ``MarkdownTree/Refusal`` when the text is over a limit.
package func renderCommonMarkHTML(
  _ bytes: [UInt8], unsafe: Bool
) throws(MarkdownTree.Refusal) -> [UInt8] {
  try MarkdownTree(bytes).html(unsafe: unsafe)
}
