import Common
import YAML

/// A phrase of the site with its `{name}` places, cut once when it is loaded.
package struct Phrase: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case text(String)
    case place(String)
  }

  private let parts: [Part]

  package init(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      parts.append(.place(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The names between braces, sorted.
  package var places: [String] {
    Set(parts.compactMap { if case .place(let name) = $0 { name } else { nil } }).sorted()
  }

  /// The phrase with its places filled; a place without a value stays empty.
  package func filled(_ values: KeyValuePairs<String, String> = [:]) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .place(let name): text += values.first { $0.key == name }?.value ?? ""
      }
    }
    return text
  }
}

/// The site's words in one language.
package struct Words: Sendable {
  package let language: String
  private let phrases: [Word: Phrase]
  /// Every key of the strings file, for templates.
  package let constants: [String: String]

  /// Reads a strings file: a flat mapping from key to text.
  ///
  /// A key that ``Word`` needs and the file lacks is an error, and so is a key given twice.
  package init(language: String, layers: [YAMLNode], findings: inout Findings) {
    self.language = language
    var constants: [String: String] = [:]
    for layer in layers {
      for entry in layer.mapping ?? [] {
        guard let text = entry.value.scalar else {
          findings.add(Diagnostic(.stringNotText, at: entry.value.location, ["key": entry.key]))
          continue
        }
        constants[entry.key] = text
      }
    }
    var phrases: [Word: Phrase] = [:]
    for word in Word.allCases {
      guard let text = constants[word.rawValue] else {
        findings.add(
          Diagnostic(
            .missingString, at: layers.last.map { Location(file: $0.location.file) },
            ["key": word.rawValue, "language": language],
            suggestions: NearestNames.find(word.rawValue, in: constants.keys.sorted())))
        continue
      }
      phrases[word] = Phrase(text)
    }
    self.phrases = phrases
    self.constants = constants
  }

  package subscript(word: Word) -> String {
    phrases[word]?.filled() ?? ""
  }

  /// Sentences with their stops, without the space that would follow the last.
  package func sentences(_ texts: [String]) -> String {
    var text = texts.map { $0 + self[.stop] }.joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Notes behind one another, with a space where the language has spaces.
  package func joined(_ notes: [String]) -> String {
    notes.filter { !$0.isEmpty }.joined(separator: self[.space])
  }

  package func fill(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
    phrases[word]?.filled(values) ?? ""
  }
}
