internal import Common

extension TemplateCompiler {
  /// Looks a name up: its first part from the innermost context outwards, each other part in the record before it.
  /// A leading dot keeps to the innermost record.
  ///
  /// - Returns: `nil`, with a finding, when there is no such name.
  mutating func resolve(_ name: Name) -> Resolved? {
    if name.text == "." { return resolveItem(name) }
    var parts = name.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts[0] == "t", parts.count > 1 { return resolveWord(name) }
    let isLocal = parts[0].isEmpty
    if isLocal { parts.removeFirst() }
    guard let first = parts.first, let found = field(first, isLocal: isLocal) else {
      reportUnknown(
        name, parts.first ?? "", at: isLocal ? 1 : 0, in: visibleNames(isLocal: isLocal), of: innermost)
      return nil
    }
    var (kind, frame, steps) = found
    for (index, part) in parts.enumerated().dropFirst() {
      let prefix = parts[..<index].joined(separator: ".") + "."
      guard case .record(let schema) = kind else {
        findings.add(
          Diagnostic(
            .notARecord, at: name.location,
            ["name": name.text, "part": String(prefix.dropLast()), "kind": kind.word]))
        return nil
      }
      guard let next = schema.index(of: part) else {
        reportUnknown(
          name, part, at: prefix.count + (isLocal ? 1 : 0), in: schema.fields.map(\.name), of: schema.name)
        return nil
      }
      kind = schema.fields[next].kind
      steps.append(next)
    }
    return .field(kind, frame: frame, steps: steps)
  }

  private mutating func resolveItem(_ name: Name) -> Resolved? {
    switch scopes.last {
    case .value(let kind, let frame, let steps): return .field(kind, frame: frame, steps: steps)
    case .record(let schema, let frame, let steps):
      if let index = schema.index(of: ".") {
        return .field(schema.fields[index].kind, frame: frame, steps: steps + [index])
      }
    case .nothing, nil: break
    }
    findings.add(Diagnostic(.noItem, at: name.location, ["name": name.text]))
    return nil
  }

  private mutating func resolveWord(_ name: Name) -> Resolved? {
    let key = String(name.text.dropFirst(2))
    if let text = library.constants[key] { return .word(text) }
    let near = NearestNames.find(key, in: library.constants.keys.sorted()).map { "t." + $0 }
    findings.add(Diagnostic(.unknownWord, at: name.location, ["name": name.text], suggestions: near))
    return nil
  }

  private func field(_ name: String, isLocal: Bool) -> (Schema.Kind, Int, [Int])? {
    for scope in scopes.reversed() {
      guard case .record(let schema, let frame, let steps) = scope else { continue }
      if let index = schema.index(of: name) {
        return (schema.fields[index].kind, frame, steps + [index])
      }
      if isLocal { return nil }
    }
    return nil
  }

  /// The innermost record's schema, by name.
  private var innermost: String {
    for scope in scopes.reversed() {
      if case .record(let schema, _, _) = scope, schema.index(of: ".") == nil { return schema.name }
    }
    return schema.name
  }

  /// Innermost first.
  private func visibleNames(isLocal: Bool) -> [String] {
    var names: [String] = []
    for scope in scopes.reversed() {
      guard case .record(let schema, _, _) = scope else { continue }
      names += schema.fields.map(\.name).filter { $0 != "." }
      if isLocal { break }
    }
    return names
  }

  /// - Parameters:
  ///   - part: The part of the name that does not exist.
  ///   - offset: Where in the name it begins, in characters.
  private mutating func reportUnknown(
    _ name: Name, _ part: String, at offset: Int, in names: [String], of context: String
  ) {
    var location = name.location
    if case .text(let line, let column) = location.position {
      location.position = .text(line: line, column: column + offset)
    }
    let prefix = name.text.prefix(offset)
    findings.add(
      Diagnostic(
        .unknownTemplateName, at: location, ["name": name.text, "context": context],
        suggestions: NearestNames.find(part, in: names).map { prefix + $0 }))
  }
}
