import Common

/// Puts events together into a tree, without recursion, and refuses what we do not read.
struct YAMLTreeBuilder {
  private enum Frame {
    case sequence([YAMLNode], Location)
    case mapping([YAMLEntry], key: Key?, Location)
  }

  private struct Key {
    /// `nil` for a key that was refused: its value is read and dropped.
    var name: String?
    var location: Location
  }

  let file: String
  let firstLine: Int
  let limits: YAMLLimits
  private(set) var findings = Findings()
  private(set) var root: YAMLNode?
  /// Where a quoted scalar last began and ended: an unclosed quote shows only behind its end.
  private(set) var lastQuoted: (start: YAMLMark, end: YAMLMark)?
  private var stack: [Frame] = []
  private var nodeCount = 0
  private var documentCount = 0

  init(file: String, firstLine: Int, limits: YAMLLimits) {
    self.file = file
    self.firstLine = firstLine
    self.limits = limits
  }

  func location(_ mark: YAMLMark) -> Location {
    Location(file: file, line: mark.line + firstLine, column: mark.column + 1)
  }

  /// - Returns: `false` when there is nothing more to read.
  mutating func add(_ event: YAMLEvent) -> Bool {
    if event.hasAnchor { refuse(.yamlAnchor, event) }
    if event.hasTag { refuse(.yamlTag, event) }
    switch event.kind {
    case .streamEnd: return false
    case .other: return true
    case .documentStart:
      documentCount += 1
      guard documentCount == 1 else {
        refuse(.yamlSeveralDocuments, event)
        return false
      }
      return true
    case .alias:
      refuse(.yamlAlias, event)
      complete(YAMLNode(content: .scalar("", isPlain: false), location: location(event.start)))
      return true
    case .scalar(let text, let style):
      if style == .quoted {
        lastQuoted = (event.start, event.end)
        checkEscapes(text, event)
      }
      complete(YAMLNode(content: .scalar(text, isPlain: style == .plain), location: location(event.start)))
      return isWithinLimit(event)
    case .sequenceStart: return open(.sequence([], location(event.start)), event)
    case .mappingStart: return open(.mapping([], key: nil, location(event.start)), event)
    case .collectionEnd:
      close()
      return true
    }
  }

  private mutating func refuse(_ rule: Rule, _ event: YAMLEvent) {
    findings.add(Diagnostic(rule, at: location(event.start)))
  }

  /// Only `"\x07"` can bring a control character in here: raw ones were refused before.
  private mutating func checkEscapes(_ text: String, _ event: YAMLEvent) {
    guard let bad = text.unicodeScalars.first(where: YAMLBytes.isControl) else { return }
    findings.add(
      Diagnostic(.yamlControlCharacter, at: location(event.start), ["found": YAMLBytes.codePoint(bad)]))
  }

  private mutating func isWithinLimit(_ event: YAMLEvent) -> Bool {
    nodeCount += 1
    guard nodeCount > limits.nodes else { return true }
    findings.add(
      Diagnostic(.yamlTooManyNodes, at: location(event.start), ["limit": String(limits.nodes)]))
    return false
  }

  private mutating func open(_ frame: Frame, _ event: YAMLEvent) -> Bool {
    guard stack.count < limits.depth else {
      findings.add(Diagnostic(.yamlTooDeep, at: location(event.start), ["limit": String(limits.depth)]))
      return false
    }
    stack.append(frame)
    return isWithinLimit(event)
  }

  private mutating func close() {
    switch stack.popLast() {
    case .sequence(let elements, let location):
      complete(YAMLNode(content: .sequence(elements), location: location))
    case .mapping(let entries, _, let location):
      refuseDuplicates(entries)
      complete(YAMLNode(content: .mapping(entries), location: location))
    case nil: break
    }
  }

  private mutating func complete(_ node: YAMLNode) {
    switch stack.popLast() {
    case .sequence(var elements, let location):
      elements.append(node)
      stack.append(.sequence(elements, location))
    case .mapping(let entries, key: nil, let location):
      stack.append(.mapping(entries, key: key(node), location))
    case .mapping(var entries, let key?, let location):
      if let name = key.name {
        entries.append(YAMLEntry(key: name, keyLocation: key.location, value: node))
      }
      stack.append(.mapping(entries, key: nil, location))
    case nil: root = node
    }
  }

  private mutating func key(_ node: YAMLNode) -> Key {
    guard let name = node.scalar else {
      findings.add(Diagnostic(.yamlKeyNotText, at: node.location, ["found": node.summary]))
      return Key(name: nil, location: node.location)
    }
    if name.isEmpty {
      findings.add(Diagnostic(.yamlEmptyKey, at: node.location))
      return Key(name: nil, location: node.location)
    }
    if let first = name.unicodeScalars.first, first == "\u{3000}" || first == "\u{A0}" {
      findings.add(Diagnostic(.yamlFullWidthSpace, at: node.location))
    }
    return Key(name: name, location: node.location)
  }

  private mutating func refuseDuplicates(_ entries: [YAMLEntry]) {
    guard entries.count > 1 else { return }
    var first: [String: Location] = Dictionary(minimumCapacity: entries.count)
    for entry in entries {
      guard let earlier = first.updateValue(entry.keyLocation, forKey: entry.key) else { continue }
      first[entry.key] = earlier
      guard case .text(let line, _) = earlier.position else { continue }
      findings.add(
        Diagnostic(
          .yamlDuplicateKey, at: entry.keyLocation, ["key": entry.key, "line": String(line)]))
    }
  }
}
