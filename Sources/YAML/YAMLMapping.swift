import Common

/// A mapping being decoded: each key is taken once, and what nobody took is unknown.
///
/// Takes never stop: a value of the wrong kind becomes a finding and `nil`. The findings are kept in
/// the mapping until `finish` hands them over, so that decoding reads as a list of keys:
///
///     var site = YAMLMapping(node, findings: &findings)
///     let title = site.string("title", aliases: ["标题"], required: true)
///     let isDraft = site.bool("draft") ?? false
///     site.finish(findings: &findings)
///
/// An empty value (`title:` and the end of the line) counts as a key that is not there.
package struct YAMLMapping: Sendable {
  /// Where the mapping begins.
  package let location: Location
  /// What was found so far; a caller may add its own.
  package var findings = Findings()
  private let entries: [YAMLEntry]
  private var isTaken: [Bool]
  private var known: [String] = []

  /// `nil` and a finding when the node is no mapping.
  package init?(_ node: YAMLNode, findings: inout Findings) {
    guard case .mapping(let entries) = node.content else {
      findings.add(Self.notMapping(node))
      return nil
    }
    self.init(entries: entries, location: node.location)
  }

  init(entries: [YAMLEntry], location: Location) {
    self.entries = entries
    self.location = location
    isTaken = Array(repeating: false, count: entries.count)
  }

  /// The entry under `key` or one of its aliases; a second name for the same thing is a finding.
  ///
  /// The entry is given as written, also where its value is empty.
  ///
  /// - Complexity: O(entries · names)
  package mutating func take(_ key: String, aliases: [String] = []) -> YAMLEntry? {
    known.append(key)
    known.append(contentsOf: aliases)
    var found: YAMLEntry?
    for (index, entry) in entries.enumerated() where entry.key == key || aliases.contains(entry.key) {
      isTaken[index] = true
      if let first = found {
        findings.add(
          Diagnostic(.yamlKeyTwice, at: entry.keyLocation, ["key": entry.key, "other": first.key]))
      } else {
        found = entry
      }
    }
    return found
  }

  /// Whether `key` or an alias is written; takes nothing.
  package func has(_ key: String, aliases: [String] = []) -> Bool {
    entries.contains { $0.key == key || aliases.contains($0.key) }
  }

  /// The place of the value of `key` or an alias, or of the mapping where it is not written.
  package func location(of key: String, aliases: [String] = []) -> Location {
    entries.first { $0.key == key || aliases.contains($0.key) }?.value.location ?? location
  }

  /// The entries not taken so far, in the order written; they count as taken from now on.
  package mutating func takeRest() -> [YAMLEntry] {
    defer { isTaken = Array(repeating: true, count: entries.count) }
    return zip(entries, isTaken).filter { !$1 }.map(\.0)
  }

  /// Reports keys that nobody took, and hands all findings over.
  ///
  /// - Parameter unknownKeys: `.error` for configuration, `.warning` for front matter.
  package mutating func finish(unknownKeys severity: Severity = .error, findings all: inout Findings) {
    for entry in takeRest() {
      if let slip = YAMLKeySlip(in: entry.key), slip.kind == .fullWidthColon {
        let diagnostic = Diagnostic(
          .yamlFullWidthColon, severity, at: entry.keyLocation.moved(by: slip.column), ["key": slip.key])
        findings.add(diagnostic)
      } else {
        let near = NearestNames.find(entry.key, in: known)
        findings.add(
          Diagnostic(
            .yamlUnknownKey, severity, at: entry.keyLocation, ["key": entry.key], suggestions: near))
      }
    }
    all.add(contentsOf: findings)
    findings = Findings()
  }

  /// A full-width colon is the usual reason why a mapping became one long text.
  static func notMapping(_ node: YAMLNode) -> Diagnostic {
    if case .scalar(let text, isPlain: true) = node.content, let slip = YAMLKeySlip(in: text) {
      return Diagnostic(slip.rule, at: node.location.moved(by: slip.column), ["key": slip.key])
    }
    return Diagnostic(.yamlNotMapping, at: node.location, ["found": node.summary])
  }
}

extension Location {
  /// The place `columns` further right on the same line.
  fileprivate func moved(by columns: Int) -> Location {
    guard case .text(let line, let column) = position else { return self }
    return Location(file: file, line: line, column: column + columns)
  }
}
