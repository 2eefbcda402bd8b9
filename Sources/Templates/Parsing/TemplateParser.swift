internal import Common

/// Reads one file into pieces, with the white space rules of Mustache's specification.
struct TemplateParser {
  /// Sections in sections; deeper is no template that anybody wrote.
  static let greatestDepth = 64

  /// A tag that waits for its closing tag.
  struct Open {
    var kind: Tag.Kind
    var name: Name
    var nodes: [Node] = []
    var arguments: [Block] = []
    /// The white space before the tag, when nothing else stands before it.
    var indent: [UInt8]?
    var isStandalone = false
  }

  let source: TemplateSource
  var delimiters = Delimiters()
  var position = 0
  var atLineStart = true
  var nodes: [Node] = []
  var stack: [Open] = []
  var findings = Findings()

  static func parse(_ file: TemplateFile, findings: inout Findings) -> ParsedTemplate {
    var parser = TemplateParser(source: TemplateSource(file))
    parser.run()
    findings.add(contentsOf: parser.findings)
    return ParsedTemplate(path: file.path, nodes: parser.nodes)
  }

  private mutating func run() {
    while let next = source.nextTag(from: position, delimiters) {
      guard case .success(let tag) = next else {
        if case .failure(let unclosed) = next {
          report(.unclosedTag, at: unclosed.start, ["tag": excerpt(unclosed.start)])
        }
        return
      }
      guard read(tag) else { return }
    }
    appendText(position..<source.bytes.count)
    while let open = stack.popLast() {
      findings.add(Diagnostic(.unclosedSection, at: open.name.location, ["name": open.name.text]))
    }
  }

  /// - Returns: Whether reading can go on.
  private mutating func read(_ tag: Tag) -> Bool {
    let inParent = stack.last?.kind == .parent
    let lead = source.blankBefore(tag.range.lowerBound)
    let next = source.blankAfter(tag.range.upperBound)
    let standalone = tag.mayBeStandalone && lead != nil && next != nil
    // A parent is judged when it closes: `{{<parent}}{{/parent}}` may share a line and still be alone on it.
    let cutsLead = standalone || (tag.kind == .parent && lead != nil)
    appendText(position..<(cutsLead ? lead ?? tag.range.lowerBound : tag.range.lowerBound))
    position = standalone ? next ?? tag.range.upperBound : tag.range.upperBound
    let indent = lead.map { Array<UInt8>(source.bytes[$0..<tag.range.lowerBound]) }

    switch tag.kind {
    case .comment: break
    case .delimiters: setDelimiters(tag)
    case .close: close(tag, lead: lead, next: next)
    case .variable, .raw, .partial:
      guard let name = name(of: tag) else { break }
      if tag.kind == .partial {
        if !standalone { startLine() }
        append(.partial(name, indent: standalone ? indent ?? [] : []))
      } else {
        startLine()
        append(.variable(name, raw: tag.kind == .raw))
      }
    case .section, .inverted, .parent, .block:
      if !standalone && tag.kind != .parent { startLine() }
      let fallback = Name(text: "", location: source.location(tag.range.lowerBound))
      var open = Open(kind: tag.kind, name: name(of: tag) ?? fallback, indent: indent)
      open.isStandalone = tag.kind == .block && inParent ? next != nil : standalone
      if tag.kind == .block && inParent {
        atLineStart = open.isStandalone
        if let next { position = next }
      }
      stack.append(open)
      if stack.count > Self.greatestDepth {
        report(.templateTooDeep, at: tag.range.lowerBound, ["limit": String(Self.greatestDepth)])
        return false
      }
    }
    return true
  }

  /// The tag's name; `nil`, with a finding, when it is none.
  private mutating func name(of tag: Tag) -> Name? {
    let text = source.string(tag.content)
    let location = source.location(tag.content.lowerBound)
    guard !tag.content.isEmpty else {
      report(.emptyTag, at: tag.range.lowerBound, [:])
      return nil
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isPath = [Tag.Kind.partial, .parent, .block].contains(tag.kind)
    let isDotted = text == "." || !parts.dropFirst().contains("")
    // `{{>*name}}` names a template by its data: there is no such thing here.
    guard !source.bytes[tag.content].contains(where: TemplateSource.isSpace), text.first != "*",
      isPath || isDotted
    else {
      findings.add(Diagnostic(.badName, at: location, ["name": text]))
      return nil
    }
    return Name(text: text, location: location)
  }

  private mutating func setDelimiters(_ tag: Tag) {
    let parts = source.bytes[tag.content].split(whereSeparator: TemplateSource.isSpace).map(Array<UInt8>.init)
    guard parts.count == 2, !parts.joined().contains(0x3D) else {
      report(.badDelimiters, at: tag.range.lowerBound, ["tag": source.string(tag.range)])
      return
    }
    delimiters = Delimiters(open: parts[0], close: parts[1])
  }

  mutating func report(_ rule: Rule, at offset: Int, _ arguments: KeyValuePairs<String, String>) {
    findings.add(Diagnostic(rule, at: source.location(offset), arguments))
  }

  private func excerpt(_ offset: Int) -> String {
    let line = source.bytes[offset...].prefix { $0 != 0x0A && $0 != 0x0D }
    return String(String(decoding: line, as: UTF8.self).prefix(40))
  }
}
