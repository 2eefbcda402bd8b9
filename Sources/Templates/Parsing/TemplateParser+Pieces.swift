internal import Common

extension TemplateParser {
  /// Puts a piece where it belongs: into the innermost open tag.
  mutating func append(_ node: Node) {
    guard let last = stack.indices.last else {
      nodes.append(node)
      return
    }
    guard stack[last].kind == .parent else {
      stack[last].nodes.append(node)
      return
    }
    switch node {
    case .block(let block): addArgument(block, to: last)
    case .lineStart: break
    case .text(let bytes) where bytes.allSatisfy(TemplateSource.isSpace): break
    default: warnIgnored(in: last)
    }
  }

  /// Notes that a line begins here, once, before its first piece.
  mutating func startLine() {
    guard atLineStart else { return }
    append(.lineStart)
    atLineStart = false
  }

  /// - Complexity: O(bytes).
  mutating func appendText(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let newline = source.bytes[start..<range.upperBound].firstIndex(of: 0x0A)
      let end = newline.map { $0 + 1 } ?? range.upperBound
      startLine()
      append(.text(Array(source.bytes[start..<end])))
      atLineStart = newline != nil
      start = end
    }
  }

  private mutating func addArgument(_ block: Block, to index: Int) {
    if stack[index].arguments.contains(where: { $0.name.text == block.name.text }) {
      findings.add(Diagnostic(.duplicateBlock, at: block.name.location, ["name": block.name.text]))
    } else {
      stack[index].arguments.append(block)
    }
  }

  /// Mustache drops what stands in a parent outside of blocks; nobody writes that on purpose.
  private mutating func warnIgnored(in index: Int) {
    let name = stack[index].name
    findings.add(Diagnostic(.ignoredInParent, .warning, at: name.location, ["parent": name.text]))
  }

  /// Reads a closing tag.
  ///
  /// - Parameters:
  ///   - lead: Where the line's white space before the tag begins, when nothing else stands before it.
  ///   - next: Where the next line begins, when nothing else stands behind the tag.
  mutating func close(_ tag: Tag, lead: Int?, next: Int?) {
    let text = source.string(tag.content)
    guard let last = stack.last else {
      report(.unopenedSection, at: tag.content.lowerBound, ["name": text])
      return
    }
    if last.name.text != text && !last.name.text.isEmpty {
      guard let opener = stack.lastIndex(where: { $0.name.text == text }) else {
        report(
          .mismatchedSection, at: tag.content.lowerBound,
          ["name": text, "expected": last.name.text, "opened": last.name.location.description])
        finish(tag, lead: lead, next: next)
        return
      }
      while stack.count > opener + 1 {
        let name = stack[stack.count - 1].name
        findings.add(Diagnostic(.unclosedSection, at: name.location, ["name": name.text]))
        finish(nil, lead: nil, next: nil)
      }
    }
    finish(tag, lead: lead, next: next)
  }

  /// Takes the innermost open tag off the stack and puts its piece in its place.
  private mutating func finish(_ tag: Tag?, lead: Int?, next: Int?) {
    // A tag without a name has its finding already.
    guard let open = stack.popLast(), !open.name.text.isEmpty else { return }
    switch open.kind {
    case .parent:
      finishParent(open, tag, next: next)
    case .block:
      var block = Block(
        name: open.name, nodes: open.nodes, indent: open.indent ?? [], isStandalone: open.isStandalone)
      if stack.last?.kind == .parent {
        dropBlankTail(&block, lead: lead)
        if block.isStandalone { block.nodes = block.nodes.dedented(block.nodes.firstIndent ?? []) }
      }
      append(.block(block))
    default:
      append(.section(open.name, inverted: open.kind == .inverted, open.nodes))
    }
  }

  /// White space before `{{/block}}` is the closing tag's indentation, even when `{{/parent}}` shares its line.
  private func dropBlankTail(_ block: inout Block, lead: Int?) {
    guard lead != nil, case .text(let bytes)? = block.nodes.last,
      bytes.allSatisfy(TemplateSource.isBlank)
    else { return }
    block.nodes.removeLast()
    if case .lineStart? = block.nodes.last { block.nodes.removeLast() }
  }

  /// `{{<parent}}…{{/parent}}` is alone on its lines when nothing stands before the one nor behind the other.
  private mutating func finishParent(_ open: Open, _ tag: Tag?, next: Int?) {
    if let indent = open.indent, let next {
      append(.parent(open.name, indent: indent, arguments: open.arguments))
      position = next
      atLineStart = true
      return
    }
    if let indent = open.indent {
      append(.lineStart)
      if !indent.isEmpty { append(.text(indent)) }
    }
    append(.parent(open.name, indent: [], arguments: open.arguments))
    if let tag { position = tag.range.upperBound }
    atLineStart = false
  }
}
