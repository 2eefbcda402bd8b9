import Common

/// Writes a tree as HTML.
enum MarkupWriter {
  private static let void: Set<String> = ["br", "hr", "img"]
  /// Shapes without content close themselves, as XML has it.
  private static let shapes: Set<String> = ["rect", "line", "circle", "path"]

  static func write(_ nodes: [Markup], into buffer: inout ByteBuffer) {
    for node in nodes { write(node, into: &buffer) }
  }

  static func write(_ node: Markup, into buffer: inout ByteBuffer) {
    switch node {
    case .text(let text): buffer.write(escaped: text)
    case .element(let element):
      buffer.write("<")
      buffer.write(string: element.name)
      for attribute in element.attributes {
        buffer.write(" ")
        buffer.write(string: attribute.name)
        buffer.write("=\"")
        buffer.write(escaped: attribute.value)
        buffer.write("\"")
      }
      if shapes.contains(element.name), element.children.isEmpty { return buffer.write("/>") }
      buffer.write(">")
      if void.contains(element.name) { return }
      write(element.children, into: &buffer)
      buffer.write("</")
      buffer.write(string: element.name)
      buffer.write(">")
    }
  }
}
