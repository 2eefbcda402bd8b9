internal import CCmark

/// A step of a walk over a ``MarkdownTree``: a node, entered or left.
///
/// It cannot be copied or kept: what it shows belongs to the tree.
package struct MarkdownEvent: ~Copyable {
  package let kind: MarkdownKind
  /// `false` when a container is left; leaves are only entered.
  package let isEntering: Bool
  private let node: OpaquePointer

  private init(kind: MarkdownKind, isEntering: Bool, node: OpaquePointer) {
    self.kind = kind
    self.isEntering = isEntering
    self.node = node
  }

  /// The line of the text that was parsed, from 1. For a link over several lines it is the last one.
  package var line: Int { Int(cmark_node_get_start_line(node)) }
  /// The byte of the line, from 1. libcmark does not count what it strips from the start of a continued line.
  package var column: Int { Int(cmark_node_get_start_column(node)) }
  package var endLine: Int { Int(cmark_node_get_end_line(node)) }

  /// Where the first leaf inside begins; `nil` where there is none.
  package var contentStart: (line: Int, column: Int)? {
    guard let leaf = firstLeaf, cmark_node_get_start_line(leaf) > 0 else { return nil }
    return (Int(cmark_node_get_start_line(leaf)), Int(cmark_node_get_start_column(leaf)))
  }

  /// Whether the first leaf inside is text.
  package var beginsWithText: Bool {
    firstLeaf.map { cmark_node_get_type($0) == CMARK_NODE_TEXT } ?? false
  }

  private var firstLeaf: OpaquePointer? {
    var first = cmark_node_first_child(node)
    while let child = first, let next = cmark_node_first_child(child) { first = next }
    return first
  }

  /// The kind of the first node directly inside; `nil` where there is none.
  package var firstChild: MarkdownKind? {
    cmark_node_first_child(node).flatMap { MarkdownKind(cmark_node_get_type($0)) }
  }

  /// The kind of the one node directly inside; `nil` where there are none or several.
  package var onlyChild: MarkdownKind? {
    guard let child = cmark_node_first_child(node), cmark_node_next(child) == nil else { return nil }
    return MarkdownKind(cmark_node_get_type(child))
  }

  /// From 1 to 6.
  package var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }
  package var isOrderedList: Bool { cmark_node_get_list_type(node) == CMARK_ORDERED_LIST }
  package var listStart: Int { Int(cmark_node_get_list_start(node)) }
  package var isTightList: Bool { cmark_node_get_list_tight(node) != 0 }

  /// Whether the node stands directly in the document.
  package var isTopLevel: Bool {
    guard let parent = cmark_node_parent(node) else { return false }
    return cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT
  }

  /// Whether the node is directly in an item of a tight list, where a paragraph has no tags.
  package var isInTightList: Bool {
    guard let item = cmark_node_parent(node), let list = cmark_node_parent(item) else { return false }
    return cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0
  }

  /// Shows the text of a leaf, which is empty for other nodes.
  package func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let text = cmark_node_get_literal(node) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return Self.withBytes(text, body)
  }

  /// A link's or image's address, with entities and escapes resolved.
  package var url: [UInt8] { cmark_node_get_url(node).map(Self.bytes) ?? [] }
  /// A link's or image's title.
  package var title: [UInt8] { cmark_node_get_title(node).map(Self.bytes) ?? [] }
  /// What follows the opening fence; empty for indented code.
  package var info: [UInt8] { cmark_node_get_fence_info(node).map(Self.bytes) ?? [] }

  /// Visits the node's descendants, as ``MarkdownTree/forEach(_:)`` does, and not the node itself.
  package func forEachInside(_ body: (borrowing MarkdownEvent) -> Void) {
    let own = node
    Self.walk(own) { event in
      if event.node != own { body(event) }
    }
  }

  static func walk(_ root: OpaquePointer, _ body: (borrowing MarkdownEvent) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let step = cmark_iter_next(iterator)
      guard step == CMARK_EVENT_ENTER || step == CMARK_EVENT_EXIT, let node = cmark_iter_get_node(iterator)
      else {
        return
      }
      guard let kind = MarkdownKind(cmark_node_get_type(node)) else { continue }
      body(MarkdownEvent(kind: kind, isEntering: step == CMARK_EVENT_ENTER, node: node))
    }
  }

  static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    withBytes(text) { Array($0) }
  }

  private static func withBytes<Result>(
    _ text: UnsafePointer<CChar>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeRawPointer(text).withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}

extension MarkdownKind {
  /// `nil` for libcmark's custom nodes, which its parser never makes.
  fileprivate init?(_ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_DOCUMENT: self = .document
    case CMARK_NODE_BLOCK_QUOTE: self = .blockQuote
    case CMARK_NODE_LIST: self = .list
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_CODE_BLOCK: self = .codeBlock
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_TEXT: self = .text
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .code
    case CMARK_NODE_HTML_INLINE: self = .htmlInline
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK: self = .link
    case CMARK_NODE_IMAGE: self = .image
    default: return nil
    }
  }
}
