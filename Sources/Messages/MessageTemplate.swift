/// A sentence with places for values, `没有叫「{found}」的地方`.
package struct MessageTemplate: Hashable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The names of the places, each once, in the order they first occur.
  package var placeholders: [String] {
    var names: [String] = []
    _ = replacing { name in
      if !names.contains(name) { names.append(name) }
      return nil
    }
    return names
  }

  /// The sentence with its values; a place without a value stays as written, so `{{指标}}` does too.
  package func filled(_ value: (String) -> String?) -> String {
    replacing(value)
  }

  private func replacing(_ value: (String) -> String?) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let name = rest[rest.index(after: open)...].prefix(while: Self.isNamePart)
      if name.first?.isLetter == true, name.endIndex < rest.endIndex, rest[name.endIndex] == "}" {
        result += value(String(name)) ?? "{\(name)}"
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        result += "{"
        rest = rest[rest.index(after: open)...]
      }
    }
    return result + rest
  }

  private static func isNamePart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == "_")
  }
}
