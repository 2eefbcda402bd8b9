import Common
import YAML

/// The program's own words in one language.
package struct MessageCatalogue: Sendable {
  /// What a rule says when it is broken, and what to do then.
  package struct Entry: Hashable, Sendable {
    package var says: MessageTemplate
    package var remedy: MessageTemplate?
  }

  package let language: Language
  /// By rule id.
  package private(set) var entries: [String: Entry] = [:]
  /// By key, `cli.fix`.
  package private(set) var texts: [String: MessageTemplate] = [:]

  /// The catalogue that is part of the program.
  ///
  /// The embedded text is checked by a test; were it broken, findings would show their ids.
  package static func load(_ language: Language) -> MessageCatalogue {
    var findings = Findings()
    return MessageCatalogue(
      language, yaml: embedded(language), file: "\(language.rawValue).yaml", findings: &findings)
  }

  static func embedded(_ language: Language) -> [UInt8] {
    switch language {
    case .chinese: PackageResources.zh_Hans_yaml
    case .english: PackageResources.en_yaml
    }
  }

  /// Reads a flat mapping of `id: {says, do}` and `key: text`.
  ///
  /// What is wrong in it becomes findings and is left out.
  package init(_ language: Language, yaml: [UInt8], file: String, findings: inout Findings) {
    self.language = language
    guard let node = YAMLParser.parse(yaml, file: file, findings: &findings) else { return }
    guard var mapping = YAMLMapping(node, findings: &findings) else { return }
    for entry in mapping.takeRest() {
      if let text = entry.value.scalar {
        texts[entry.key] = MessageTemplate(text)
      } else if var words = YAMLMapping(entry.value, findings: &findings) {
        let says = words.string("says", required: true)
        let remedy = words.string("do")
        words.finish(findings: &findings)
        guard let says else { continue }
        entries[entry.key] = Entry(
          says: MessageTemplate(says), remedy: remedy.map { MessageTemplate($0) })
      }
    }
  }

  /// The words for a finding, its values filled in as they are; a rule without words shows its id and values.
  package func message(for diagnostic: Diagnostic) -> (says: String, do: String?) {
    let arguments = diagnostic.arguments
    guard let entry = entries[diagnostic.rule.id] else {
      return (fallback(diagnostic.rule.id, arguments.map { ($0.name, $0.value) }), nil)
    }
    let value = { (name: String) in arguments.first { $0.name == name }?.value }
    return (entry.says.filled(value), entry.remedy?.filled(value))
  }

  /// Other prose; a key without words shows itself and its values.
  package func text(_ key: String, _ arguments: KeyValuePairs<String, String> = [:]) -> String {
    guard let template = texts[key] else {
      return fallback(key, arguments.map { ($0.key, $0.value) })
    }
    return template.filled { name in arguments.first { $0.key == name }?.value }
  }

  private func fallback(_ key: String, _ arguments: [(name: String, value: String)]) -> String {
    guard !arguments.isEmpty else { return key }
    return key + " (" + arguments.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + ")"
  }
}
